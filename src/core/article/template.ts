import type { Span } from "../text/span";

/**
 * What the articles of a folder or a host share: lines that many of them have are the site's, not theirs (mastheads, menus,
 * appeals, notices). They are found by counting.
 *
 * How to use it. For each article that was read: `counts.take(id, group, templateCandidates(text, article.span))`, with
 * `counts.forget(id)` when it goes; `take` for a known id replaces it. `group` is the host of the article's URL where it has
 * one, else its folder. Then, when many have been taken, for each id of `counts.concerned()`: read that article again with
 * `counts.linesFor(id)` as its template (`DocumentOptions.templateOf`, or `ParsedDocument.useTemplate`), and put what
 * hangs on it in the place of the old. An article's candidates do not depend on its template.
 */

/** How many of an article's lines are looked at, from its beginning and from its end: a template frames a text. */
const linesAbove = 40;
const linesBelow = 50;
/** Longer lines are never a template's, in UTF-16 code units. */
const longestLine = 700;
/** In lines up to this length figures do not count ("3 comments"); in a sentence they may be the news. */
const shortLine = 60;
/** In fewer articles nothing is a template. */
const fewest = 4;
/** Of how many of a group's articles a line is a template's. */
const leastShare = 0.1;
/** A group is looked at again when this part of it has changed. */
const noticeable = 0.02;

/** An article's lines as hashes, and a hash of its longest line, by which copies are known. */
export interface TemplateCandidates {
  readonly signature: number;
  readonly lines: Uint32Array;
}

/** The lines that a group shares. */
export interface TemplateLines {
  /** Of which part of the group's articles (0 to 1) the line at `span` of `text` is; 0 for one that too few have. */
  share(text: string, start: number, end: number): number;
}

/**
 * A hash (FNV-1a, 32 bit) of `[start, end)` of `text`, for comparing lines: spaces at the edges and runs of them, the case
 * of ASCII letters and, in a short line, which digits there are do not count. 0 for a line without a letter.
 */
function hashOfLine(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  let pending = false;
  let letters = 0;
  for (let at = start; at < end; at++) {
    let unit = text.charCodeAt(at);
    if (unit <= 32 || unit === 0xa0) {
      pending = letters > 0;
      continue;
    }
    if (unit >= 0x30 && unit <= 0x39 && end - start <= shortLine) unit = 0x30;
    else if (unit >= 0x41 && unit <= 0x5a) unit |= 0x20;
    if ((unit >= 0x61 && unit <= 0x7a) || unit > 0xbf) letters++;
    if (pending) {
      hash = Math.imul(hash ^ 32, 0x01000193);
      pending = false;
    }
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return letters === 0 ? 0 : hash >>> 0;
}

/** The lines of an article that may be its site's. */
export function templateCandidates(text: string, span: Span): TemplateCandidates {
  const found: number[] = [];
  let longest = 0;
  let signature = 0;
  for (let start = span.start; start < span.end;) {
    const breakAt = text.indexOf("\n", start);
    const end = breakAt < 0 || breakAt > span.end ? span.end : breakAt;
    if (end - start > longest) {
      longest = end - start;
      signature = hashOfLine(text, start, end);
    }
    if (end - start > 1 && end - start <= longestLine) {
      const hash = hashOfLine(text, start, end);
      if (hash !== 0) found.push(hash);
    }
    start = end + 1;
  }
  const kept = found.length <= linesAbove + linesBelow ? found : [...found.slice(0, linesAbove), ...found.slice(-linesBelow)];
  return { signature, lines: Uint32Array.from(new Set(kept)) };
}

/** How an article was counted, as it is kept. */
export interface CountedTemplate {
  /** Its host or folder. */
  readonly group: string;
  readonly candidates: TemplateCandidates;
  /** What of it was a template's when it was read, as one number; 0 for nothing. */
  readonly seen: number;
}

interface Member {
  readonly candidates: TemplateCandidates;
  /** Of several copies only one is counted. */
  counted: boolean;
  /** What of it was a template's when it was looked at last, as one number. */
  seen: number;
}

/** The articles of a folder or host. Lines that only one of them has are kept as a bit, not as a count. */
class Group implements TemplateLines {
  readonly members = new Map<string, Member>();
  readonly #copies = new Map<number, number>();
  readonly #counts = new Map<number, number>();
  #once = new Uint32Array(64);
  #counted = 0;
  #changes = 0;

  add(id: string, candidates: TemplateCandidates, seen: number): void {
    this.remove(id);
    const copies = this.#copies.get(candidates.signature) ?? 0;
    this.#copies.set(candidates.signature, copies + 1);
    const member = { candidates, counted: copies === 0, seen };
    this.members.set(id, member);
    this.#changes++;
    if (!member.counted) return;
    this.#counted++;
    // Bits that too many share would make two of one.
    if (this.#counted * 24 > this.#once.length) this.#rebuild();
    else this.#count(candidates);
  }

  remove(id: string): void {
    const member = this.members.get(id);
    if (member === undefined) return;
    this.members.delete(id);
    this.#changes++;
    const { signature, lines } = member.candidates;
    const copies = (this.#copies.get(signature) ?? 1) - 1;
    if (copies === 0) this.#copies.delete(signature);
    else this.#copies.set(signature, copies);
    if (!member.counted) return;
    this.#counted--;
    for (const line of lines) {
      const count = this.#counts.get(line);
      if (count === undefined) continue;
      if (count > 2) this.#counts.set(line, count - 1);
      else this.#counts.delete(line);
    }
    if (copies === 0) return;
    for (const other of this.members.values()) {
      if (other.counted || other.candidates.signature !== signature) continue;
      other.counted = true;
      this.#counted++;
      this.#count(other.candidates);
      return;
    }
  }

  /** The ids of the members whose template's lines are not those that they were; none where too little has changed to ask. */
  changed(): string[] {
    if (this.#changes === 0 || this.#changes < this.#counted * noticeable) return [];
    this.#changes = 0;
    const ids: string[] = [];
    for (const [id, member] of this.members) {
      let seen = 0;
      for (const line of member.candidates.lines) {
        const share = this.#shareOf(line);
        if (share > 0) seen = (Math.imul(seen ^ line, 0x01000193) + (share >= 0.25 ? 1 : 0)) | 0;
      }
      if (seen === member.seen) continue;
      member.seen = seen;
      ids.push(id);
    }
    return ids;
  }

  share(text: string, start: number, end: number): number {
    return end - start > longestLine ? 0 : this.#shareOf(hashOfLine(text, start, end));
  }

  #shareOf(line: number): number {
    const count = this.#counts.get(line) ?? 0;
    const share = count / Math.max(1, this.#counted);
    return count < fewest || share < leastShare ? 0 : share;
  }

  #count({ lines }: TemplateCandidates): void {
    const size = this.#once.length * 32;
    for (const line of lines) {
      const count = this.#counts.get(line);
      if (count !== undefined) {
        this.#counts.set(line, count + 1);
        continue;
      }
      const bit = (Math.imul(line, 0x9e3779b1) >>> 0) % size;
      const word = this.#once[bit >>> 5] ?? 0;
      if ((word & (1 << (bit & 31))) !== 0) this.#counts.set(line, 2);
      else this.#once[bit >>> 5] = word | (1 << (bit & 31));
    }
  }

  #rebuild(): void {
    this.#once = new Uint32Array(this.#counted * 64);
    this.#counts.clear();
    for (const { counted, candidates } of this.members.values()) if (counted) this.#count(candidates);
  }
}

/**
 * Counts the lines that articles share, by groups, as articles come and go. Exact but for lines that one or two articles have:
 * these may be counted as one more. About half a kilobyte an article.
 */
export class TemplateCounts {
  readonly #groups = new Map<string, Group>();
  readonly #groupOf = new Map<string, string>();

  /** Adds an article, or puts it in the place of the one with the same `id`. `seen` is what it was read with before. */
  take(id: string, group: string, candidates: TemplateCandidates, seen = 0): void {
    const before = this.#groupOf.get(id);
    if (before !== undefined && before !== group) this.forget(id);
    let members = this.#groups.get(group);
    if (members === undefined) this.#groups.set(group, (members = new Group()));
    this.#groupOf.set(id, group);
    members.add(id, candidates, seen);
  }

  forget(id: string): void {
    const name = this.#groupOf.get(id);
    const group = name === undefined ? undefined : this.#groups.get(name);
    if (name === undefined || group === undefined) return;
    this.#groupOf.delete(id);
    group.remove(id);
    if (group.members.size === 0) this.#groups.delete(name);
  }

  /** How an article was counted, with what of it was a template's when `concerned` looked last; null for an unknown id. */
  counted(id: string): CountedTemplate | null {
    const group = this.#groupOf.get(id);
    const member = group === undefined ? undefined : this.#groups.get(group)?.members.get(id);
    return group === undefined || member === undefined ? null : { group, candidates: member.candidates, seen: member.seen };
  }

  /** The lines that the group of `id` shares now; null for an unknown id. The object stays right as articles come and go. */
  linesFor(id: string): TemplateLines | null {
    return this.#groups.get(this.#groupOf.get(id) ?? "") ?? null;
  }

  /**
   * The ids of the articles whose template is not what it was at the last call, or than none at first. A group of which less
   * than a fiftieth has changed is left for later: its template is the same, but for lines on the threshold.
   */
  concerned(): string[] {
    return [...this.#groups.values()].flatMap((group) => group.changed());
  }
}
