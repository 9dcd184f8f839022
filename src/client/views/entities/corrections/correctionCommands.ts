import { commands, l10n, window, type QuickPickItem } from "vscode";
import { iconLabel, label } from "../../../../core/text/escape";
import { entityCommand } from "../../../../protocol/entities";
import { Disposables } from "../../../ui/disposables";
import { namesCommand } from "../entityCommandIds";
import type { EntityQueries } from "../entityQueries";
import { targetOf, type EntityTarget } from "../entityTarget";
import { kindWord } from "../kinds";
import type { EntityLeaf } from "../tree/entityNode";
import type { Corrections } from "./corrections";
import { correct } from "./applyCorrection";
import type { CorrectionsWatch } from "./correctionsFile";
import { askHide, askKind, askMerge, askPin, askRename, askSplit, type CorrectionStep } from "./correctionSteps";

/** The argument of a key that is pressed in the Entities view: it is given no node of the tree. */
const selectedArgument = "selected";

/**
 * Registers the commands that correct names, and the one that offers them all ("Not right?"). `selected` is the node that a key
 * in the Entities view is meant for.
 */
export function registerCorrection(
  queries: EntityQueries,
  files: CorrectionsWatch,
  corrections: Corrections,
  selected: () => EntityLeaf | undefined,
): Disposables {
  const disposables = new Disposables();
  const carryOut = async (step: CorrectionStep, target: EntityTarget | undefined, given?: unknown): Promise<boolean> => {
    const operation = target && (await step(queries, target, given));
    return operation !== undefined && correct(queries, files, corrections, operation);
  };
  const register = (id: string, title: string, step: CorrectionStep): void => {
    disposables.add(
      commands.registerCommand(id, async (argument: unknown, given: unknown) => {
        const node = argument === selectedArgument ? selected() : argument;
        // A key on a heading of the tree is meant for no name in the editor.
        return (argument !== selectedArgument || node !== undefined) && carryOut(step, await targetOf(queries, node, title), given);
      }),
    );
  };
  register(namesCommand.merge, l10n.t("Merge Entity Into"), askMerge);
  register(namesCommand.split, l10n.t("Split Entity"), askSplit);
  register(namesCommand.rename, l10n.t("Rename Entity"), askRename);
  register(namesCommand.changeKind, l10n.t("Change Kind"), askKind);
  register(namesCommand.hide, l10n.t("Not a Name"), askHide);
  register(namesCommand.pin, l10n.t("Pin Alias"), askPin);
  disposables.add(commands.registerCommand(namesCommand.undo, () => corrections.undo()));
  disposables.add(
    commands.registerCommand(entityCommand.correct, async (argument: unknown) => {
      const target = await targetOf(queries, argument, l10n.t("Correct a Name"));
      const step = target && (await pickStep(target, corrections));
      return step !== undefined && carryOut(step, target);
    }),
  );
  return disposables;
}

/** Offers what can be wrong with a name, as a reader would say it. */
async function pickStep(target: EntityTarget, corrections: Corrections): Promise<CorrectionStep | undefined> {
  const name = iconLabel(target.entity.name);
  const form = iconLabel(target.form ?? target.entity.name);
  const undo: CorrectionStep = async () => {
    await corrections.undo();
    return undefined;
  };
  const items: (QuickPickItem & { readonly step: CorrectionStep })[] = [
    { step: askMerge, label: `$(git-merge) ${l10n.t("Merge Into…")}`, description: l10n.t("“{0}” is the same as another name", name) },
    {
      step: askSplit,
      label: `$(repo-forked) ${l10n.t("Split…")}`,
      description: l10n.t("one of its forms means somebody or something else"),
    },
    { step: askPin, label: `$(pin) ${l10n.t("Pin Alias…")}`, description: l10n.t("“{0}” always means one and the same", form) },
    { step: askRename, label: `$(edit) ${l10n.t("Rename…")}`, description: l10n.t("another name for lists, hovers and pages") },
    { step: askKind, label: `$(symbol-misc) ${l10n.t("Change Kind…")}`, description: l10n.t("now: {0}", kindWord(target.entity.kind)) },
    { step: askHide, label: `$(eye-closed) ${l10n.t("Not a Name")}`, description: l10n.t("take “{0}” for plain words", name) },
    ...(corrections.canUndo ? [{ step: undo, label: `$(discard) ${l10n.t("Undo Last Correction")}` }] : []),
  ];
  return (await window.showQuickPick(items, { title: l10n.t("What Is Not Right About “{0}”?", label(target.entity.name)) }))?.step;
}
