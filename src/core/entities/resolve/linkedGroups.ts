import type { BareNameReading } from "./bearerEvidence";
import { rootOf, type GroupLinks } from "./groupLinks";
import type { DividedGroup, GroupPart } from "./groupPart";
import type { CountedGroup, GroupPlaces } from "./groupTally";

function pushTo<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

/** The groups of a corpus that are part of others, as a whole or in some articles. Groups are meant by their numbers. */
export class LinkedGroups {
  readonly links: GroupLinks<CountedGroup>;
  /** By a group's number: the number of the group that it is part of in the end, or its own; articles not asked. */
  readonly roots: Int32Array;
  /** The groups that are of different entities in different articles. */
  readonly divided: ReadonlyMap<number, DividedGroup>;
  /** 1 for those, by their numbers: it is asked of every name of many articles. */
  readonly #isDivided: Uint8Array;
  readonly #members: Map<number, CountedGroup[]>;
  readonly #parts = new Map<number, GroupPart[]>();

  /** Follows all links to their ends. `count` is more than any group's number. Linear in groups and links. */
  constructor(links: GroupLinks<CountedGroup>, count: number, divided: Iterable<DividedGroup> = [], roots: LinkedGroups | null = null) {
    this.links = links;
    this.roots = roots === null ? new Int32Array(count) : roots.roots;
    this.#members = roots === null ? new Map<number, CountedGroup[]>() : roots.#members;
    if (roots === null) this.#followLinks();
    this.divided = new Map(Array.from(divided, (one) => [one.group.number, one]));
    this.#isDivided = new Uint8Array(count);
    for (const [number, { parts }] of this.divided) {
      this.#isDivided[number] = 1;
      for (const part of parts) pushTo(this.#parts, this.rootNumber(part.taken ?? number), part);
    }
  }

  #followLinks(): void {
    for (let number = 0; number < this.roots.length; number++) this.roots[number] = number;
    for (const group of this.links.keys()) {
      const root = rootOf(group, this.links);
      this.roots[group.number] = root.number;
      pushTo(this.#members, root.number, group);
    }
  }

  /** With the same links, and groups that are of several entities. */
  divide(divided: Iterable<DividedGroup>): LinkedGroups {
    return new LinkedGroups(this.links, this.roots.length, divided, this);
  }

  /** With other links. What was decided article by article stays, but for names that are part of others now. */
  relinked(links: GroupLinks<CountedGroup>): LinkedGroups {
    const { roots } = new LinkedGroups(links, this.roots.length);
    return new LinkedGroups(
      links,
      roots.length,
      [...this.divided.values()].filter(({ group: { number } }) => roots[number] === this.roots[number]),
    );
  }

  /** The root of a group: in an article, by its number, or where no article is meant for itself. */
  rootNumber(group: number, article?: number): number {
    if (article === undefined || this.#isDivided[group] !== 1) return this.roots[group] ?? group;
    return this.roots[this.readingOf(group, article)?.root ?? group] ?? group;
  }

  /** For whom a group was taken in an article; null where that does not depend on the article. */
  readingOf(group: number, article: number): BareNameReading | null {
    return this.divided.get(group)?.readings.get(article) ?? null;
  }

  /** A group in the parts that are of different entities, each with the number of its root. */
  *piecesByRoot(group: CountedGroup): Generator<readonly [root: number, piece: GroupPlaces], void, undefined> {
    const rest = this.#restOf(group);
    if (rest.articles > 0) yield [this.rootNumber(group.number), rest];
    for (const part of this.divided.get(group.number)?.parts ?? []) yield [this.rootNumber(part.taken ?? group.number), part];
  }

  /** The groups that are part of a root group, itself left out. */
  membersOf(root: number): readonly CountedGroup[] {
    return this.#members.get(root) ?? [];
  }

  /** What an entity consists of: its root group, or what is left of that, first. */
  piecesOf(root: CountedGroup): readonly [GroupPlaces, ...GroupPlaces[]] {
    const members = this.#members.get(root.number);
    const parts = this.#parts.get(root.number);
    if (members === undefined && parts === undefined) return [this.#restOf(root)];
    return [this.#restOf(root), ...(members ?? []).map((member) => this.#restOf(member)), ...(parts ?? [])];
  }

  /** Whether an entity is its root group, and nothing else. */
  isWhole(root: number): boolean {
    return !this.#members.has(root) && !this.#parts.has(root) && !this.divided.has(root);
  }

  #restOf(group: CountedGroup): GroupPlaces {
    return this.divided.get(group.number)?.rest ?? group;
  }
}
