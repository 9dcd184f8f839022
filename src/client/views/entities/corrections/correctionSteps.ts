import { l10n, QuickPickItemKind, window, type QuickPickItem } from "vscode";
import { iconLabel, label } from "../../../../core/text/escape";
import type { EntityKind, CorrectionOperation } from "../../../../protocol/entities";
import { pickEntity } from "../entityPick";
import type { EntityQueries } from "../entityQueries";
import { idIn, type EntityTarget } from "../entityTarget";
import { kindCodicon, kindsInOrder, kindWord } from "../kinds";
import { number } from "../../../ui/locale";

/**
 * Asks what a correction still has to be told, unless it is given with the command; undefined if the reader gave up.
 */
export type CorrectionStep = (queries: EntityQueries, target: EntityTarget, given?: unknown) => Promise<CorrectionOperation | undefined>;

/** Merges into another entity, of any kind; or, where several are selected in the tree, the others into this one. */
export const askMerge: CorrectionStep = async (queries, { entity }, selected) => {
  const others = idsAmong(selected).filter((id) => id !== entity.id);
  if (others.length > 0) return { type: "merge", ids: others, into: entity.id };
  const title = l10n.t("Merge “{0}” Into", label(entity.name));
  const into = await pickEntity(queries, { title, placeholder: l10n.t("Type any form of the other name"), except: entity.id });
  return into && { type: "merge", ids: [entity.id], into: into.id };
};

/** Splits off one of the forms of a name. */
export const askSplit: CorrectionStep = async (queries, target) => {
  const { entity } = target;
  const form = await pickForm(
    queries,
    target,
    l10n.t("Split Off From “{0}”", label(entity.name)),
    l10n.t("The form that means somebody or something else"),
  );
  return form === undefined ? undefined : { type: "split", id: entity.id, form };
};

/** Gives another name. */
export const askRename: CorrectionStep = async (_queries, { entity }, given) => {
  const name =
    typeof given === "string"
      ? given
      : await window.showInputBox({
          title: l10n.t("Rename Entity"),
          value: entity.name,
          prompt: l10n.t("How lists, hovers and pages call it; the articles stay as they are"),
          validateInput: (value) => (value.trim() === "" ? l10n.t("A name is needed.") : undefined),
        });
  return name === undefined || name.trim() === entity.name ? undefined : { type: "rename", id: entity.id, name: name.trim() };
};

/** Gives another kind. */
export const askKind: CorrectionStep = async (_queries, { entity }) => {
  const items = kindsInOrder
    .filter((kind) => kind !== entity.kind)
    .map((kind): QuickPickItem & { readonly entityKind: EntityKind } => ({
      entityKind: kind,
      label: `${kindCodicon(kind)} ${kindWord(kind)}`,
    }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("“{0}” Is", label(entity.name)),
    placeHolder: l10n.t("now: {0}", kindWord(entity.kind)),
  });
  return chosen && { type: "kind", id: entity.id, kind: chosen.entityKind };
};

/** Takes it for no name any more. */
export const askHide: CorrectionStep = (_queries, { entity }) => Promise.resolve({ type: "hide", id: entity.id });

/** Says of a form that it always means one entity. */
export const askPin: CorrectionStep = async (queries, target, given) => {
  const form =
    target.form ?? (await pickForm(queries, target, l10n.t("Pin Alias"), l10n.t("The form that is always to mean one and the same")));
  if (form === undefined) return undefined;
  const title = l10n.t("“{0}” Always Means", label(form));
  const entity =
    typeof given === "string"
      ? await queries.summary(given)
      : await pickEntity(queries, { title, placeholder: l10n.t("Type any form of its name"), value: form });
  return entity && { type: "pin", form, id: entity.id };
};

/** The ids of the entities among the nodes that are selected in the tree. */
function idsAmong(selected: unknown): string[] {
  if (!Array.isArray(selected)) return [];
  return selected.flatMap((node: unknown) => idIn(node)?.id ?? []);
}

/** One of an entity's forms, with that which the reader pointed at first. */
async function pickForm(
  queries: EntityQueries,
  { entity, form }: EntityTarget,
  title: string,
  placeHolder: string,
): Promise<string | undefined> {
  const forms = (await queries.profile(entity.id))?.forms ?? [];
  const row = (text: string): QuickPickItem & { readonly form: string } => {
    const count = forms.find((found) => found.text === text)?.count;
    return { form: text, label: iconLabel(text), ...(count !== undefined && { description: `${number(count)}×` }) };
  };
  const others = forms
    .map(({ text }) => text)
    .filter((text) => text !== form)
    .map(row);
  const separator: QuickPickItem & { readonly form: string } = { form: "", label: "", kind: QuickPickItemKind.Separator };
  const items = form === null ? others : [row(form), separator, ...others];
  return (await window.showQuickPick(items, { title, placeHolder }))?.form;
}
