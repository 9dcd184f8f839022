import { commands, Range, TabInputWebview, type TextEditor, ViewColumn, window } from "vscode";
import type { ProtocolRange } from "../../../protocol/ranges";
import { openNewsDocument } from "../../ui/newsDocument";
import { openable } from "../../ui/openable";

/** A place in a file, as hovers, lists and the entity page name it. */
export interface Place {
  readonly uri: string;
  readonly range: ProtocolRange;
}

export interface OpenPlaceOptions {
  readonly preserveFocus?: boolean;
  /** Next to the active editor, or to the page that is to stay. */
  readonly beside?: boolean;
}

/** Whether a command's argument, which anybody may have given, is a place. */
export function isPlace(value: unknown): value is Place {
  const { uri, range } = (value ?? {}) as { readonly uri?: unknown; readonly range?: unknown };
  return typeof uri === "string" && isRange(range);
}

/** Whether a value is a range of the protocol: lines and characters from 0. */
export function isRange(value: unknown): value is ProtocolRange {
  const { start, end } = (value ?? {}) as { readonly start?: unknown; readonly end?: unknown };
  return isPosition(start) && isPosition(end);
}

/** Opens a file in a preview tab with a place in it selected. A document too large for extensions has no editor to answer. */
export async function openPlace(
  place: Place,
  { preserveFocus = false, beside = false }: OpenPlaceOptions = {},
): Promise<TextEditor | undefined> {
  const uri = openable(place.uri);
  if (!uri) return undefined;
  const range = editorRange(place.range);
  const viewColumn = beside ? columnBeside() : ViewColumn.Active;
  try {
    const document = await openNewsDocument(uri);
    return await window.showTextDocument(document, { viewColumn, preserveFocus, preview: true, selection: range });
  } catch {
    await commands.executeCommand("vscode.open", uri, { viewColumn, selection: range, preview: true, preserveFocus });
    return undefined;
  }
}

/** A range of the protocol as the editor has it. */
export function editorRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Beside what is active; from a page, a column that shows texts already, else a new one. */
function columnBeside(): ViewColumn {
  if (!(window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview)) return ViewColumn.Beside;
  return window.visibleTextEditors.find(({ viewColumn }) => viewColumn !== undefined)?.viewColumn ?? ViewColumn.Beside;
}

function isPosition(value: unknown): boolean {
  const { line, character } = (value ?? {}) as { readonly line?: unknown; readonly character?: unknown };
  return isCount(line) && isCount(character);
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 0x7fffffff;
}
