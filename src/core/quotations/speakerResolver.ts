import type { Mention } from "../entities/mention";
import { singular } from "../entities/roles/roleWords";
import type { Item } from "./clauses";
import type { Frame } from "./frames";
import type { Quotation, Speaker } from "./quotation";
import type { FoundSpeaker } from "./speakers";

type Sex = "f" | "m";

const male =
  /^(?:mr|mr\.|sir|lord|señor|sr\.|herr|king|prince|father|brother|husband|son|spokesman|chairman|businessman|congressman|policeman|gunman|waiter|actor|monsieur|m\.|duke|emperor|pope|bishop|archbishop|imam)$/u;
const female =
  /^(?:mrs|mrs\.|ms|ms\.|miss|lady|dame|señora|frau|queen|princess|mother|sister|wife|daughter|spokeswoman|chairwoman|businesswoman|congresswoman|policewoman|actress|waitress|madame|mme|duchess|empress|nun|widow)$/u;
const bodies =
  /^(?:ministry|company|firm|bank|agency|group|party|council|committee|commission|court|government|union|club|team|university|police|army|organisation|organization|association|federation|board|institute|school|hospital|department|office|bureau|watchdog|regulator|newspaper|paper|daily|broadcaster|station|coalition|alliance|movement|authority|administration|parliament|tribunal|fund|foundation|airline|manufacturer|retailer|charity|campaign|service)$/u;

/**
 * Resolves who is meant at quotations, within one article, going through it in order. A pronoun is the last speaker or
 * subject that fits in sex and number; "the minister" is whom the article has called so. What the article does not
 * tell stays open.
 */
export class SpeakerResolver {
  readonly #text: string;
  readonly #mentions: readonly Mention[];
  readonly #entityOf: readonly number[];
  readonly #sexOf = new Map<number, Sex | null>();
  /** Entities in the order in which they were last spoken of as subject or speaker: the newest last. Values are mentions. */
  #recent: number[] = [];
  /** The words beside each entity's names: what the article calls it. */
  #titles: ReadonlyMap<string, readonly number[]> | null = null;

  constructor(text: string, mentions: readonly Mention[], entityOf: readonly number[]) {
    this.#text = text;
    this.#mentions = mentions;
    this.#entityOf = entityOf;
  }

  /** A sentence that reports nothing: its subject may be who is meant by the next "he". */
  pass(items: readonly Item[]): void {
    const seen: number[] = [];
    for (const item of items) {
      if (item.mention >= 0 && seen.at(-1) !== item.mention && this.#isActor(item.mention)) seen.push(item.mention);
    }
    // The first is the subject, as a rule, and stays nearest.
    for (const mention of seen.reverse()) this.#spoken(mention);
  }

  /** The quotation of `frame`, found in the sentence of `items`; `elsewhere` says that its speaker stands in another. */
  resolve(frame: Frame, items: readonly Item[], elsewhere: boolean): Quotation {
    const speaker = frame.speaker === null ? null : this.#speaker(frame.speaker, frame, items, elsewhere);
    return { start: frame.content.start, end: frame.content.end, kind: frame.kind, cue: frame.cue, speaker };
  }

  readonly #known = new WeakMap<FoundSpeaker, Speaker>();

  #speaker(found: FoundSpeaker, frame: Frame, items: readonly Item[], elsewhere: boolean): Speaker | null {
    const before = this.#known.get(found);
    if (before !== undefined) return before;
    if (elsewhere) return null;
    const first = items[found.from];
    const last = items[found.to - 1];
    if (first === undefined || last === undefined) return null;
    const span =
      found.form === "name" && found.mention !== null
        ? (this.#mentions[found.mention] ?? { start: first.start, end: last.end })
        : { start: first.start, end: last.end };
    // "NAME put it otherwise: “…,” he said": the subject of the sentence comes before who spoke last.
    if (found.form === "pronoun")
      this.pass(items.slice(0, found.from).filter((item) => item.start < frame.content.start || item.start >= frame.content.end));
    let mention = found.mention;
    if (found.form === "pronoun") mention = this.#ofPronoun(first.text, first.start);
    else if (found.form === "role") mention = this.#ofRole(items, found);
    const speaker: Speaker = { start: span.start, end: span.end, form: found.form, mention };
    this.#known.set(found, speaker);
    for (const item of items)
      if (
        item.mention >= 0 &&
        item.mention !== mention &&
        this.#isActor(item.mention) &&
        !(item.start >= frame.content.start && item.end <= frame.content.end)
      )
        this.#spoken(item.mention);
    if (mention !== null) this.#spoken(mention);
    return speaker;
  }

  #isBefore(mention: number, offset: number): boolean {
    return (this.#mentions[mention]?.end ?? Infinity) <= offset;
  }

  #isActor(mention: number): boolean {
    const type = this.#mentions[mention]?.type;
    return type === "PER" || type === "ORG";
  }

  #spoken(mention: number): void {
    const entity = this.#entityOf[mention] ?? -1;
    this.#recent = this.#recent.filter((one) => (entity >= 0 ? this.#entityOf[one] !== entity : one !== mention));
    this.#recent.push(mention);
    if (this.#recent.length > 12) this.#recent.shift();
  }

  #ofPronoun(word: string, offset: number): number | null {
    const lower = word.toLowerCase();
    if (/^(?:they|it|who|we|i|sie|on|es)$/u.test(lower)) {
      if (lower !== "it" && lower !== "they") return null;
      return this.#recent.findLast((one) => this.#isBefore(one, offset) && this.#mentions[one]?.type === "ORG") ?? null;
    }
    const sex: Sex = /^(?:she|elle|ella|она)$/u.test(lower) ? "f" : "m";
    const persons = this.#recent.filter((one) => this.#isBefore(one, offset) && this.#mentions[one]?.type === "PER");
    const fitting = persons.findLast((one) => this.#sex(one) === sex) ?? null;
    const nearest = persons.at(-1);
    if (nearest === undefined) return null;
    const own = this.#sex(nearest);
    if (own === sex || own === null) {
      if (own === null) this.#learn(nearest, sex);
      return nearest;
    }
    const unknown = persons.findLast((one) => this.#sex(one) === null);
    return fitting ?? unknown ?? null;
  }

  /** Once a "she" was taken for somebody whose sex nothing else tells, another "he" is somebody else. */
  #learn(mention: number, sex: Sex): void {
    const entity = this.#entityOf[mention] ?? -1;
    if (entity >= 0) this.#sexOf.set(entity, sex);
  }

  /** By a title or a role beside any of the names of the entity. */
  #sex(mention: number): Sex | null {
    const entity = this.#entityOf[mention] ?? -1;
    if (entity < 0) return this.#sexBeside(mention);
    const known = this.#sexOf.get(entity);
    if (known !== undefined) return known;
    let found: Sex | null = null;
    for (const [at, one] of this.#entityOf.entries()) if (one === entity) found ??= this.#sexBeside(at);
    this.#sexOf.set(entity, found);
    return found;
  }

  #sexBeside(at: number): Sex | null {
    const mention = this.#mentions[at];
    if (mention === undefined) return null;
    const before =
      this.#text
        .slice(Math.max(0, mention.start - 60), mention.start)
        .toLowerCase()
        .split(",")
        .at(-1)
        ?.split(/\s+/u)
        .filter((word) => word !== "") ?? [];
    for (const word of [
      ...before.slice(-3).reverse(),
      ...this.#text.slice(mention.start, mention.end).toLowerCase().split(/\s+/u).slice(0, 1),
    ]) {
      if (male.test(word)) return "m";
      if (female.test(word)) return "f";
    }
    const behind =
      /^,?\s(?:an?|the|his|her|its|their)?\s?([\p{L}\s-]{3,60})/u
        .exec(this.#text.slice(mention.end, mention.end + 70))?.[1]
        ?.toLowerCase()
        .split(/\s+/u) ?? [];
    if (this.#text.charAt(mention.end) === ",") {
      for (const word of behind.slice(0, 6)) {
        if (male.test(word)) return "m";
        if (female.test(word)) return "f";
      }
    }
    return null;
  }

  /** "the minister", "the ministry", "the source": whom the article has called so in front of it. */
  #ofRole(items: readonly Item[], found: FoundSpeaker): number | null {
    const words = items.slice(found.from, found.to);
    const first = words[0];
    if (first === undefined || !/^(?:the|der|die|das|le|la|el|this|that)$/u.test(first.text) || words.length > 4) return null;
    // A phrase that names somebody else ("the Kovar spokesman") speaks for no one that is named.
    if (words.some((item) => item.mention >= 0)) return null;
    const head = singular(words.at(-1)?.text ?? "");
    const offset = first.start;
    this.#titles ??= this.#readTitles();
    const called = (this.#titles.get(head) ?? []).filter((one) => (this.#mentions[one]?.start ?? Infinity) < offset);
    const entities = new Set(called.map((one) => this.#entityOf[one] ?? -1));
    if (entities.size === 1) return called.at(-1) ?? null;
    if (entities.size > 1) {
      const recent = this.#recent.findLast((one) => entities.has(this.#entityOf[one] ?? -2));
      return recent ?? null;
    }
    if (bodies.test(head)) {
      const named = this.#mentions.findLastIndex(
        ({ type, start, end }) =>
          type === "ORG" && end <= offset && this.#text.slice(start, end).toLowerCase().split(/\s+/u).includes(head),
      );
      if (named >= 0) return named;
    }
    return null;
  }

  /** The nouns that stand beside names: "Foreign Minister NAME", "NAME, the head of". Values are mentions, in order. */
  #readTitles(): ReadonlyMap<string, readonly number[]> {
    const titles = new Map<string, number[]>();
    for (const [at, { start, end, type }] of this.#mentions.entries()) {
      if (type !== "PER" && type !== "ORG") continue;
      const words = new Set<string>();
      const before = /([\p{L}-]{1,99}(?:\s[\p{L}-]+){0,4})[\s,]+$/u.exec(this.#text.slice(Math.max(0, start - 60), start))?.[1] ?? "";
      for (const word of before.split(/\s+/u).slice(-3)) words.add(word.toLowerCase());
      if (this.#text.charAt(end) === ",") {
        for (const word of this.#text
          .slice(end + 1, end + 90)
          .split(/[,.;]/u)[0]
          ?.trim()
          .split(/\s+/u)
          .slice(0, 8) ?? [])
          words.add(word.toLowerCase());
      }
      if (type === "ORG") for (const word of this.#text.slice(start, end).split(/\s+/u)) words.add(word.toLowerCase());
      for (const word of words) {
        const key = singular(word);
        const list = titles.get(key);
        if (list === undefined) titles.set(key, [at]);
        else list.push(at);
      }
    }
    return titles;
  }
}
