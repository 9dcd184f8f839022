import type { Span } from "../text/span";

/**
 * What the articles of a folder or a host share: lines that many of them have are the site's, not theirs (mastheads, menus,
 * appeals, notices). They are found by counting.
 *
 * How to use it. For each article that was read: `counts.take(id, group, templateCandidates(text, article.span))`, with
 * `counts.forget(id)` when it goes; `take` for a known id replaces it. `group` is the host of the article's URL where it has
 * one (as it is read without a template), else its folder. Then `settle`, and for each id that it gives: where the lines of
 * `counts.linesFor(id)` are others than those it was read with, as their `fingerprint` says, read that article again with them
 * (`ParsedDocument.useTemplate`), and put what hangs on it in the place of the old.
 *
 * What is found once it is settled depends on the articles alone, and not on the order in which they came and went.
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
/**
 * Of how many of a group's articles a line is, in steps: what is read of an article changes at these, and not with every article
 * that comes. In fewer than the first nothing is a template.
 */
export const sharedBy = { some: 0.1, several: 0.3, most: 0.6, nearlyAll: 0.9 } as const;
const steps = [sharedBy.some, sharedBy.several, sharedBy.most, sharedBy.nearlyAll] as const;

/** An article's lines as hashes, and a hash of its longest line, by which copies are known. */
export interface TemplateCandidates {
  readonly signature: number;
  readonly lines: Uint32Array;
}

/** The lines of one article that its group shares. */
export interface TemplateLines {
  /** Another number for other lines, or for lines that more or fewer have. */
  readonly fingerprint: number;
  /** The steps by line, as its hash: with the fingerprint all that another thread has to know (`templateLines`). */
  readonly steps: ReadonlyMap<number, number>;
  /** Of which part of the group the line at `[start, end)` of `text` is, as a step of `sharedBy`; 0 for one that too few have. */
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

/** Shared lines from what can be sent of them. */
export function templateLines({ fingerprint, steps: shared }: Pick<TemplateLines, "fingerprint" | "steps">): TemplateLines {
  return {
    fingerprint,
    steps: shared,
    share: (text, start, end) => (end - start > longestLine ? 0 : (shared.get(hashOfLine(text, start, end)) ?? 0)),
  };
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

/** The articles in which the same line is the longest are copies, of which one is counted. */
interface Copies {
  readonly members: Set<Member>;
  /** The one that is counted; null while none is. */
  counted: Member | null;
}

interface Member {
  readonly candidates: TemplateCandidates;
}

/** How often each of many lines stands: open addressing over two arrays, a quarter of what a map takes. */
class LineCounts {
  #lines = new Uint32Array(64);
  #counts = new Uint32Array(64);
  /** Places that are taken, those of lines that have gone among them. */
  #taken = 0;

  get(line: number): number {
    return this.#counts[this.#place(line)] ?? 0;
  }

  /** Adds `by` and returns what it is now. */
  add(line: number, by: 1 | -1): number {
    const at = this.#place(line);
    if (this.#lines[at] === 0) {
      this.#lines[at] = line;
      this.#taken++;
    }
    const count = (this.#counts[at] ?? 0) + by;
    this.#counts[at] = count;
    if (this.#taken * 2 > this.#lines.length) this.#rebuild();
    return count;
  }

  /** Where a line stands, or would. */
  #place(line: number): number {
    const mask = this.#lines.length - 1;
    let at = Math.imul(line, 0x9e3779b1) >>> 7;
    for (at &= mask; ; at = (at + 1) & mask) {
      const there = this.#lines[at];
      if (there === line || there === 0) return at;
    }
  }

  #rebuild(): void {
    const [lines, counts] = [this.#lines, this.#counts];
    const live = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
    let size = 64;
    while (size < live * 4) size *= 2;
    this.#lines = new Uint32Array(size);
    this.#counts = new Uint32Array(size);
    this.#taken = live;
    for (const [at, line] of lines.entries()) {
      const count = counts[at] ?? 0;
      if (count === 0) continue;
      const place = this.#place(line);
      this.#lines[place] = line;
      this.#counts[place] = count;
    }
  }
}

/** Which of two copies is counted: one that does not depend on which came first. */
function isRather({ candidates: { lines } }: Member, { candidates: { lines: others } }: Member): boolean {
  if (lines.length !== others.length) return lines.length > others.length;
  for (const [at, line] of lines.entries()) {
    const other = others[at] ?? 0;
    if (line !== other) return line > other;
  }
  return false;
}

/** The articles of a folder or host. */
class Group {
  readonly members = new Map<string, Member>();
  readonly #copies = new Map<number, Member | Copies>();
  readonly #counts = new LineCounts();
  /** Lines that enough articles have to be looked at. */
  readonly #frequent = new Set<number>();
  #counted = 0;
  /** Copies of which another one may have to be counted. */
  readonly #unsettled = new Set<Copies>();
  /** The step of each line that is shared, by its place in `steps`. */
  #steps: ReadonlyMap<number, number> = new Map();
  /** How many were counted when the steps were found last. */
  #countedThen = 0;
  /** Lines whose step has changed since somebody asked. */
  #moved = new Set<number>();

  add(id: string, candidates: TemplateCandidates): void {
    this.remove(id);
    const member: Member = { candidates };
    this.members.set(id, member);
    const { signature } = candidates;
    const before = this.#copies.get(signature);
    if (before === undefined) {
      this.#copies.set(signature, member);
      this.#count(member, 1);
    } else {
      const copies = "members" in before ? before : { members: new Set([before]), counted: before };
      copies.members.add(member);
      this.#copies.set(signature, copies);
      this.#unsettled.add(copies);
    }
    // While a folder is read, its first articles tell what the later ones are read with.
    if (this.#counted >= 2 * Math.max(fewest, this.#countedThen)) this.#step();
  }

  remove(id: string): void {
    const member = this.members.get(id);
    if (member === undefined) return;
    this.members.delete(id);
    const { signature } = member.candidates;
    const copies = this.#copies.get(signature);
    if (copies === undefined || !("members" in copies)) {
      this.#copies.delete(signature);
      this.#count(member, -1);
      return;
    }
    copies.members.delete(member);
    if (copies.counted === member) {
      copies.counted = null;
      this.#count(member, -1);
    }
    if (copies.members.size > 0) {
      this.#unsettled.add(copies);
    } else {
      this.#copies.delete(signature);
      this.#unsettled.delete(copies);
    }
  }

  /** The lines whose step has changed since the last time. */
  moved(): ReadonlySet<number> {
    this.#step();
    const moved = this.#moved;
    this.#moved = new Set();
    return moved;
  }

  /** The lines of a member that are shared, as they were found last; null where there are none. */
  linesOf(id: string): TemplateLines | null {
    const shared = new Map<number, number>();
    let fingerprint = 0;
    for (const line of this.members.get(id)?.candidates.lines ?? []) {
      const step = this.#steps.get(line);
      if (step === undefined) continue;
      shared.set(line, steps[step] ?? 0);
      // A sum: which line stands where is the text's.
      fingerprint = (fingerprint + Math.imul(line ^ Math.imul(step + 1, 0x85ebca6b), 0xc2b2ae35)) >>> 0;
    }
    if (shared.size === 0) return null;
    // 0 is what has no template.
    return templateLines({ fingerprint: fingerprint === 0 ? 1 : fingerprint, steps: shared });
  }

  #step(): void {
    for (const copies of this.#unsettled) this.#settleCopies(copies);
    this.#unsettled.clear();
    this.#countedThen = this.#counted;
    const now = new Map<number, number>();
    for (const line of this.#frequent) {
      const share = this.#counts.get(line) / this.#counted;
      const step = steps.findLastIndex((least) => share >= least);
      if (step < 0) continue;
      now.set(line, step);
      if (this.#steps.get(line) !== step) this.#moved.add(line);
    }
    for (const line of this.#steps.keys()) if (!now.has(line)) this.#moved.add(line);
    this.#steps = now;
  }

  #settleCopies(copies: Copies): void {
    let best: Member | null = null;
    for (const member of copies.members) if (best === null || isRather(member, best)) best = member;
    if (best === copies.counted) return;
    if (copies.counted !== null) this.#count(copies.counted, -1);
    if (best !== null) this.#count(best, 1);
    copies.counted = best;
  }

  #count({ candidates: { lines } }: Member, by: 1 | -1): void {
    this.#counted += by;
    for (const line of lines) {
      const count = this.#counts.add(line, by);
      if (count === fewest && by > 0) this.#frequent.add(line);
      else if (count === fewest - 1 && by < 0) this.#frequent.delete(line);
    }
  }
}

/** Where an article belongs, and what of it is counted. */
export interface TemplateMember {
  readonly group: string;
  readonly candidates: TemplateCandidates;
}

/** Counts the lines that articles share, by groups, as articles come and go. About half a kilobyte an article. */
export class TemplateCounts {
  readonly #groups = new Map<string, Group>();
  readonly #groupOf = new Map<string, string>();
  /** Names of groups in which something has changed. */
  readonly #changed = new Set<string>();

  /** Adds an article, or puts it in the place of the one with the same `id`. */
  take(id: string, { group, candidates }: TemplateMember): void {
    const before = this.#groupOf.get(id);
    if (before !== undefined && before !== group) this.forget(id);
    let members = this.#groups.get(group);
    if (members === undefined) this.#groups.set(group, (members = new Group()));
    this.#groupOf.set(id, group);
    members.add(id, candidates);
    this.#changed.add(group);
  }

  forget(id: string): void {
    const name = this.#groupOf.get(id);
    const group = name === undefined ? undefined : this.#groups.get(name);
    if (name === undefined || group === undefined) return;
    this.#groupOf.delete(id);
    group.remove(id);
    if (group.members.size > 0) {
      this.#changed.add(name);
    } else {
      this.#groups.delete(name);
      this.#changed.delete(name);
    }
  }

  /** What was taken for `id`; null for an unknown id. */
  member(id: string): TemplateMember | null {
    const group = this.#groupOf.get(id);
    const candidates = this.#groups.get(group ?? "")?.members.get(id)?.candidates;
    return group === undefined || candidates === undefined ? null : { group, candidates };
  }

  /** The lines of the article `id` that its group shares, as far as that was found out; null for none, and for an unknown id. */
  linesFor(id: string): TemplateLines | null {
    return this.#groups.get(this.#groupOf.get(id) ?? "")?.linesOf(id) ?? null;
  }

  /** Whether articles have come or gone since `settle`. */
  get isSettled(): boolean {
    return this.#changed.size === 0;
  }

  /**
   * Finds out what is shared now. To be driven in slices; gives the ids of all articles that have lines of which that is not what
   * it was. It costs little where no line has come to be shared or has ceased to be.
   */
  *settle(): Generator<undefined, readonly string[]> {
    const ids: string[] = [];
    for (const name of this.#changed) {
      this.#changed.delete(name);
      const group = this.#groups.get(name);
      const moved = group?.moved();
      yield;
      if (group === undefined || moved === undefined || moved.size === 0) continue;
      for (const [id, { candidates }] of group.members) {
        if (candidates.lines.some((line) => moved.has(line))) ids.push(id);
        yield;
      }
    }
    return ids;
  }
}
