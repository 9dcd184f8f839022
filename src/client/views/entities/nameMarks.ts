import { Range, ThemeColor, window, workspace, type Disposable, type SemanticTokens, type TextDocument } from "vscode";
import { semanticTokenTypes } from "../../../core/article/semanticTokenLegend";
import type { EntityKind } from "../../../protocol/entities";
import { isNews } from "../../languages";
import { namesColored, namesUnderlined, settingsSection } from "../../settings";
import { Disposables } from "../../ui/disposables";
import { EditorDecoration } from "../../ui/editorDecoration";
import { kindColor, kindsInOrder } from "./kinds";

const kindOfType: Readonly<Record<string, EntityKind>> = { person: "PER", organization: "ORG", place: "LOC", event: "EVENT" };

type NameRanges = Readonly<Record<EntityKind, readonly Range[]>>;

const none: NameRanges = { PER: [], ORG: [], LOC: [], EVENT: [] };

/**
 * Gives the names of each kind a colour of their own that is readable in every theme, for what a theme has for code may be one colour
 * for all; and underlines them where the reader wishes it. What is a name comes with the semantic tokens, so that nothing is asked twice.
 */
export class NameMarks implements Disposable {
  readonly #disposables = new Disposables();
  readonly #names = new WeakMap<TextDocument, { readonly version: number; readonly ranges: NameRanges }>();
  #decorations = new Map<EntityKind, EditorDecoration>();

  constructor() {
    this.#make();
    this.#disposables.add(
      window.onDidChangeVisibleTextEditors(() => {
        this.#draw();
      }),
    );
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(`${settingsSection}.names`)) return;
        this.#make();
        this.#draw();
      }),
    );
  }

  /** Takes note of a document's tokens: all of them, or those `within` a range. VS Code asks for no others in some themes. */
  read(document: TextDocument, tokens: SemanticTokens, within?: Range): void {
    const { version } = document;
    const known = this.#names.get(document);
    const before = within === undefined || known?.version !== version ? none : known.ranges;
    const now = namesAmong(tokens);
    const outside = (range: Range): boolean => within?.intersection(range) === undefined;
    const ofKind = (kind: EntityKind): Range[] => [...before[kind].filter(outside), ...now[kind]];
    this.#names.set(document, { version, ranges: { PER: ofKind("PER"), ORG: ofKind("ORG"), LOC: ofKind("LOC"), EVENT: ofKind("EVENT") } });
    this.#draw();
  }

  dispose(): void {
    for (const decoration of this.#decorations.values()) decoration.dispose();
    this.#disposables.dispose();
  }

  #make(): void {
    for (const decoration of this.#decorations.values()) decoration.dispose();
    // Dotted and thin, in the colour of the text: no link, no error.
    const underline = namesUnderlined() ? { textDecoration: "underline dotted 1px; text-underline-offset: 3px" } : {};
    // Switched off, names look as the text does, whatever the theme has for them.
    const color = (kind: EntityKind): ThemeColor => (namesColored() ? kindColor(kind) : new ThemeColor("editor.foreground"));
    this.#decorations = new Map(kindsInOrder.map((kind) => [kind, new EditorDecoration({ color: color(kind), ...underline })]));
  }

  #draw(): void {
    for (const editor of window.visibleTextEditors) {
      if (!isNews(editor.document)) continue;
      const ranges = this.#names.get(editor.document)?.ranges ?? none;
      for (const [kind, decoration] of this.#decorations) decoration.set(editor, ranges[kind]);
    }
  }
}

/** The ranges of names in LSP's encoding: five numbers a token, places relative to the token before. */
function namesAmong({ data }: SemanticTokens): NameRanges {
  const ranges: Record<EntityKind, Range[]> = { PER: [], ORG: [], LOC: [], EVENT: [] };
  let line = 0;
  let character = 0;
  for (let at = 0; at + 4 < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.subarray(at, at + 4);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const kind = kindOfType[semanticTokenTypes[type] ?? ""];
    if (kind !== undefined) ranges[kind].push(new Range(line, character, line, character + length));
  }
  return ranges;
}
