import type { Problem } from "../corpus/problem";
import type { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";

/** What many articles in one text can be kept in, besides an envelope. */
export type ContainerKind =
  | "lexisnexis"
  | "nexisuni"
  | "proquest"
  | "factiva"
  | "xml-pack"
  | "markdown-pack"
  | "ruled-pack"
  | "files-to-prompt"
  | "sgml"
  | "warc"
  | "table"
  | "json";

/** A value that the container gives for an article, with where it stands; null where it stands nowhere as such. */
export interface GivenField {
  readonly value: string;
  readonly span: Span | null;
}

/**
 * What a container can say of an article; the names are those of an envelope's attributes. `deck` is a summary. Whatever
 * else a container has keeps the container's own name for it.
 */
export type GivenFields = ReadonlyMap<string, GivenField>;

export const noFields: GivenFields = new Map();

/** One article of a container. All offsets are into the container's `text`. */
export interface ContainerSlot {
  /** What the container calls it (a number, an id, a path); null where it has no name. */
  readonly name: string | null;
  readonly nameSpan: Span | null;
  /** Unique in its container and safe as a relative path. */
  readonly key: string;
  /** All that belongs to the article, its frame included. */
  readonly span: Span;
  /** What is read as the article. */
  readonly text: Span;
  readonly fields: GivenFields;
  /** Whether `text` is the body alone, so that no title is to be looked for in it. */
  readonly isBody: boolean;
}

/** A text read as a container. */
export interface Container {
  readonly kind: ContainerKind;
  /** In words: "a LexisNexis export". */
  readonly description: string;
  /** The text as it is read: escapes of the container's notation are resolved. Else the very text of the file. */
  readonly text: string;
  /** The lines of the file, by offsets into `text`. */
  readonly lines: LineIndex;
  /** In the order of the text; never overlapping. */
  readonly slots: readonly ContainerSlot[];
  /** What belongs to no article and is not blank. */
  readonly outside: readonly Span[];
  readonly problems: readonly Problem[];
}

/** What a reader of a container gets: the text, its lines, the name of its file. */
export interface ContainerSource {
  readonly text: string;
  readonly lines: LineIndex;
  readonly fileName: string;
}
