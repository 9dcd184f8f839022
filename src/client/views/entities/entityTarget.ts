import { l10n, window, type TextEditor } from "vscode";
import type { EntitySummary } from "../../../protocol/entities";
import { isNews } from "../../languages";
import { pickEntity } from "./entityPick";
import type { EntityQueries } from "./entityQueries";

/** What a command about an entity is to act on. */
export interface EntityTarget {
  readonly entity: EntitySummary;
  /** The form that the reader pointed at, if it was one in a text. */
  readonly form: string | null;
}

/**
 * The entity a command is meant for: that of its argument (a node of the tree, or `{ id }` from a hover), else the name
 * at the cursor, else the one that the reader then chooses. Undefined if none was chosen, or if it has gone.
 */
export async function targetOf(queries: EntityQueries, argument: unknown, title: string): Promise<EntityTarget | undefined> {
  const named = idIn(argument);
  if (named !== undefined) {
    const entity = await queries.summary(named.id);
    if (entity) return { entity, form: named.form };
    void window.showInformationMessage(l10n.t("This name is no longer in the corpus."));
    return undefined;
  }
  const atCursor = await entityAtCursor(queries, window.activeTextEditor);
  if (atCursor) return atCursor;
  const entity = await pickEntity(queries, { title, placeholder: l10n.t("Type any form of a name") });
  return entity && { entity, form: null };
}

/** What the name at the cursor names; undefined where there is none. */
export async function entityAtCursor(queries: EntityQueries, editor: TextEditor | undefined): Promise<EntityTarget | undefined> {
  if (!editor || !isNews(editor.document)) return undefined;
  const { line, character } = editor.selection.active;
  const at = await queries.at({ uri: editor.document.uri.toString(), position: { line, character } });
  return at && { entity: at.entity, form: at.text };
}

/** The id in a command's argument: of a node of the tree, or of `{ id, form? }` from a hover. */
export function idIn(argument: unknown): { readonly id: string; readonly form: string | null } | undefined {
  if (typeof argument !== "object" || argument === null) return undefined;
  const { id, form, entity } = argument as { readonly id?: unknown; readonly form?: unknown; readonly entity?: unknown };
  if (typeof id === "string") return { id, form: typeof form === "string" ? form : null };
  const { id: ofNode } = (entity ?? {}) as { readonly id?: unknown };
  return typeof ofNode === "string" ? { id: ofNode, form: null } : undefined;
}
