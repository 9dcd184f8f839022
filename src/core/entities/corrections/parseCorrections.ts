import { isMap, isScalar, isSeq, Lexer, LineCounter, parseDocument, type Node, type YAMLMap } from "yaml";
import type { Span } from "../../text/span";
import type { EntityType } from "../resolve/localEntity";
import { typeOfWord } from "./kindWords";
import { Corrections, type CorrectionList } from "./corrections";

/** Something in the file that is not understood, with where it stands; the rest of the file counts all the same. */
export interface CorrectionProblem extends Span {
  /** 0-based. */
  readonly line: number;
  readonly message: string;
  /** Whether nothing, or not all, of the file could be read for it: nothing can be added to the file then. */
  readonly isFatal?: true;
}

/** What a corrections file says, and what of it is not understood. */
export interface ParsedCorrections {
  readonly corrections: Corrections;
  readonly problems: readonly CorrectionProblem[];
}

/** Files of this format have this number; later ones may mean something else by the same words. */
export const correctionsVersion = 1;

/** A file that is longer was not written by hand: in UTF-16 code units, and in signs and words of YAML (an entry has some eighteen). */
const longestFile = 1 << 20;
const mostTokens = 200_000;

/** The format has lists of entries of names; the library reads deeper ones with a call for each level. */
const deepest = 32;

/** So many faults are told of one text. */
const mostErrors = 100;

type Entry<T> = (reader: Reader, map: YAMLMap) => T | null;

const entries = {
  merge: ((reader, map) => {
    const into = reader.ref(map, "into");
    const names = reader.texts(map, "names");
    return into === null || names === null ? null : { names, into };
  }) satisfies Entry<CorrectionList["merges"][number]>,
  split: ((reader, map) => {
    const from = reader.ref(map, "from");
    const form = reader.text(map, "form");
    return from === null || form === null ? null : { form, from };
  }) satisfies Entry<CorrectionList["splits"][number]>,
  pin: ((reader, map) => {
    const to = reader.ref(map, "to");
    const form = reader.text(map, "form");
    return to === null || form === null ? null : { form, to };
  }) satisfies Entry<CorrectionList["pins"][number]>,
  rename: ((reader, map) => {
    const entity = reader.ref(map, "entity");
    const name = reader.text(map, "name");
    return entity === null || name === null ? null : { entity, name };
  }) satisfies Entry<CorrectionList["renames"][number]>,
  kind: ((reader, map) => {
    const entity = reader.ref(map, "entity");
    const type = reader.type(map, "to");
    return entity === null || type === null ? null : { entity, type };
  }) satisfies Entry<CorrectionList["kinds"][number]>,
  hide: ((reader, map) => reader.ref(map, "name")) satisfies Entry<CorrectionList["hidden"][number]>,
};

/** The keys of each kind of entry, for messages and for the schema. */
const keysOf: Readonly<Record<keyof typeof entries, readonly string[]>> = {
  merge: ["kind", "into", "names"],
  split: ["kind", "form", "from"],
  pin: ["kind", "form", "to"],
  rename: ["kind", "entity", "name"],
  kind: ["kind", "entity", "to"],
  hide: ["kind", "name"],
};

class Reader {
  readonly problems: CorrectionProblem[] = [];
  readonly #lines: LineCounter;

  constructor(lines: LineCounter) {
    this.#lines = lines;
  }

  say(where: Span, message: string, isFatal = false): void {
    this.problems.push({ ...where, line: Math.max(0, this.#lines.linePos(where.start).line - 1), message, ...(isFatal && { isFatal }) });
  }

  list<T>(root: YAMLMap, key: keyof typeof entries, read: Entry<T>): readonly T[] {
    const node = root.get(key, true) as unknown;
    if (node === undefined || (isScalar(node) && node.value === null)) return [];
    if (!isSeq(node)) {
      this.say(spanOf(node), `"${key}" has to be a list: lines that begin with "- ".`);
      return [];
    }
    const found: T[] = [];
    for (const item of node.items) {
      if (!isMap(item)) {
        this.say(spanOf(item), `An entry of "${key}" needs ${keysOf[key].map((name) => `"${name}: …"`).join(", ")}.`);
        continue;
      }
      for (const { key: name } of item.items) {
        const word = isScalar(name) ? String(name.value) : "";
        if (!keysOf[key].includes(word))
          this.say(spanOf(name), `"${word}" means nothing in an entry of "${key}"; it has ${keysOf[key].join(", ")}.`);
      }
      const value = read(this, item);
      if (value !== null) found.push(value);
    }
    return found;
  }

  text(map: YAMLMap, key: string): string | null {
    const node: unknown = map.get(key, true);
    if (isScalar(node) && (typeof node.value === "string" || typeof node.value === "number") && String(node.value).trim() !== "")
      return String(node.value).trim();
    this.say(spanOf(node ?? map), node === undefined ? `"${key}" is missing.` : `"${key}" has to be a name.`);
    return null;
  }

  texts(map: YAMLMap, key: string): readonly string[] | null {
    const node: unknown = map.get(key, true);
    if (isScalar(node)) {
      const one = this.text(map, key);
      return one === null ? null : [one];
    }
    const names = isSeq(node)
      ? node.items.flatMap((item) =>
          isScalar(item) && typeof item.value === "string" && item.value.trim() !== "" ? [item.value.trim()] : [],
        )
      : [];
    if (names.length > 0) return names;
    this.say(spanOf(node ?? map), node === undefined ? `"${key}" is missing.` : `"${key}" has to be a list of names.`);
    return null;
  }

  type(map: YAMLMap, key: string): EntityType | null {
    const node: unknown = map.get(key, true);
    const type = isScalar(node) && typeof node.value === "string" ? typeOfWord(node.value) : null;
    if (type === null) this.say(spanOf(node ?? map), `"${key}" has to be person, organization, place or event.`);
    return type;
  }

  ref(map: YAMLMap, key: string): { readonly name: string; readonly type: EntityType } | null {
    const name = this.text(map, key);
    const type = this.type(map, "kind");
    return name === null || type === null ? null : { name, type };
  }
}

function spanOf(node: unknown): Span {
  const range = (node as Node | null)?.range;
  return range ? { start: range[0], end: Math.max(range[0], range[1]) } : { start: 0, end: 0 };
}

/** What makes a text more than the library is to be given: too much of it, or too deep; null where it is well. Linear. */
function boundsOf(text: string): CorrectionProblem | null {
  let at = 0;
  let line = 0;
  let tokens = 0;
  let brackets = 0;
  let marks = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") brackets++;
    else if (token === "]" || token === "}") brackets = Math.max(0, brackets - 1);
    else if (token === "-" || token === "?" || token === ":") marks++;
    else if (/^\r?\n$/.test(token)) marks = 0;
    const problem =
      brackets + marks > deepest || (/^ +$/.test(token) && token.length > 8 * deepest)
        ? "lists and keys stand too deep in each other"
        : ++tokens > mostTokens
          ? "it is too long"
          : null;
    if (problem !== null)
      return {
        start: Math.min(at, text.length),
        end: Math.min(at, text.length),
        line,
        message: `Nothing in this file is used: ${problem}.`,
        isFatal: true,
      };
    // Three signs of the library's own stand for no text.
    if (!/^[\u0002\u0018\u001f]$/.test(token)) at += token.length;
    for (let end = token.indexOf("\n"); end >= 0; end = token.indexOf("\n", end + 1)) line++;
  }
  return null;
}

/** Reads a corrections file. What is not understood is left out and told; nothing throws. */
export function parseCorrections(text: string): ParsedCorrections {
  const lines = new LineCounter();
  const reader = new Reader(lines);
  const none = (): ParsedCorrections => ({ corrections: new Corrections(emptyList), problems: reader.problems });
  if (text.length > longestFile) {
    reader.problems.push({
      start: 0,
      end: 0,
      line: 0,
      message: `The file is longer than ${longestFile} characters: nothing in it is used.`,
      isFatal: true,
    });
    return none();
  }
  const odd = boundsOf(text);
  if (odd !== null) {
    reader.problems.push(odd);
    return none();
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: "core", uniqueKeys: true });
  for (const { pos, message } of document.errors.slice(0, mostErrors)) reader.say({ start: pos[0], end: pos[1] }, message, true);
  for (const { pos, message } of document.warnings.slice(0, mostErrors)) reader.say({ start: pos[0], end: pos[1] }, message);
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return none();
  if (!isMap(root)) {
    reader.say(spanOf(root), 'The file has to begin with "version: 1" and lists such as "merge:".', true);
    return none();
  }
  const version: unknown = root.get("version");
  if (version === undefined) {
    reader.say({ start: 0, end: 0 }, '"version: 1" is missing.');
  } else if (version !== correctionsVersion) {
    reader.say(
      spanOf(root.get("version", true)),
      `This program reads version ${correctionsVersion} of the file. Nothing in it is used.`,
      true,
    );
    return none();
  }
  for (const { key } of root.items) {
    const name = isScalar(key) ? String(key.value) : "";
    if (name !== "version" && !(name in entries))
      reader.say(spanOf(key), `"${name}" means nothing here; the lists are ${Object.keys(entries).join(", ")}.`);
  }
  return {
    corrections: new Corrections({
      merges: reader.list(root, "merge", entries.merge),
      splits: reader.list(root, "split", entries.split),
      pins: reader.list(root, "pin", entries.pin),
      renames: reader.list(root, "rename", entries.rename),
      kinds: reader.list(root, "kind", entries.kind),
      hidden: reader.list(root, "hide", entries.hide),
    }),
    problems: reader.problems,
  };
}

const emptyList: CorrectionList = { merges: [], splits: [], pins: [], renames: [], kinds: [], hidden: [] };
