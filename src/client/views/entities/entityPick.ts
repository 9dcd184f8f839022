import { CancellationTokenSource, l10n, ThemeIcon, window, type QuickInputButton, type QuickPickItem } from "vscode";
import { iconLabel } from "../../../core/text/escape";
import type { EntityKind, EntitySummary } from "../../../protocol/entities";
import { Delayer } from "../../ui/delayer";
import { articleCount, mentionCount } from "./counts";
import type { EntityQueries } from "./entityQueries";
import { kindCodicon } from "./kinds";

const typingPause = 60;
const mostResults = 100;

/** An entity as a row of a quick pick. */
export interface EntityPick extends QuickPickItem {
  readonly entity: EntitySummary;
}

export interface EntityPickOptions {
  readonly title: string;
  readonly placeholder: string;
  /** What is typed at first. */
  readonly value?: string;
  readonly kind?: EntityKind;
  /** Not offered. */
  readonly except?: string;
  /** What the button of a row does; there is none if absent. */
  readonly button?: { readonly icon: string; readonly tooltip: string; readonly run: (entity: EntitySummary) => void };
}

/** Asks for one or, with `many`, for several entities; the server finds and ranks as is typed. Undefined if the reader gave up. */
export function pickEntity(queries: EntityQueries, options: EntityPickOptions): Promise<EntitySummary | undefined> {
  const pick = window.createQuickPick<EntityPick>();
  const typing = new Delayer(typingPause);
  const buttons: QuickInputButton[] = options.button
    ? [{ iconPath: new ThemeIcon(options.button.icon), tooltip: options.button.tooltip }]
    : [];
  let question = new CancellationTokenSource();

  // An answer to what was typed before is dropped.
  const ask = async (query: string): Promise<void> => {
    question.cancel();
    question.dispose();
    const current = new CancellationTokenSource();
    question = current;
    pick.busy = true;
    const found = await queries.find({ query, limit: mostResults, kind: options.kind ?? null }, current.token);
    if (current !== question) return;
    pick.busy = false;
    pick.items = found.filter(({ id }) => id !== options.except).map((entity) => ({ ...entityRow(entity), buttons }));
  };

  pick.title = options.title;
  pick.placeholder = options.placeholder;
  pick.value = options.value ?? "";
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      typing.schedule(() => void ask(value));
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.entity);
      pick.hide();
    });
    pick.onDidTriggerItemButton(({ item }) => {
      pick.hide();
      options.button?.run(item.entity);
    });
    pick.onDidHide(() => {
      resolve(undefined);
      typing.dispose();
      question.cancel();
      pick.dispose();
    });
    pick.show();
    void ask(pick.value);
  });
}

/** `Sergei Lavrov  Foreign Minister` over `9 mentions in 3 articles · also Lavrov`. */
export function entityRow(entity: EntitySummary): EntityPick {
  const counts = l10n.t("{0} in {1}", mentionCount(entity.mentions), articleCount(entity.articles));
  const also = entity.aliases.length === 0 ? "" : l10n.t("also {0}", entity.aliases.join(", "));
  return {
    entity,
    label: `${kindCodicon(entity.kind)} ${iconLabel(entity.name)}`,
    description: iconLabel(entity.role ?? ""),
    detail: iconLabel([counts, also].filter(Boolean).join(" · ")),
    // What the server found stays, though what was typed may be another of its names.
    alwaysShow: true,
  };
}
