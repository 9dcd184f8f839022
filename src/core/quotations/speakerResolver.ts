import type { Mention } from "../entities/mention";
import { nameKey } from "../entities/names/nameKey";
import { type Sex, sexOfGiven, sexOfNoun, sexOfTitle } from "../entities/names/sex";
import { isRoleHead, singular, suits } from "../entities/roles/roleWords";
import type { Item } from "./clauses";
import type { Frame } from "./frames";
import type { Quotation, Speaker } from "./quotation";
import type { FoundSpeaker } from "./speakers";

/** Nouns for which no man and no woman speaks by name. */
const bodies =
  /^(?:ministry|company|firm|bank|agency|group|party|council|committee|commission|court|government|union|club|team|university|police|army|organisation|organization|association|federation|board|institute|school|hospital|department|office|bureau|watchdog|regulator|newspaper|paper|daily|broadcaster|station|coalition|alliance|movement|authority|administration|parliament|tribunal|fund|foundation|airline|manufacturer|retailer|charity|campaign|service)$/u;

/** Who speaks without a name: no "the diplomat" is the last person that was named. */
const nameless = /^(?:source|official|diplomat|insider|aide|witness|person|people|spokesman|spokeswoman|spokesperson|reporter|survivor)$/u;

/** Whether a definite phrase with this noun can be said of a person: "the minister", "the Norwegian", "the 33-year-old". */
function isOfPerson(head: Item): boolean {
  if (bodies.test(head.text) || nameless.test(head.text)) return false;
  return (
    head.mention >= 0 ||
    head.text.endsWith("-old") ||
    suits(head.text, "PER") ||
    (head.capital && /(?:an|ian|ese|ish|man|woman)$/u.test(head.text))
  );
}

/** What a name is set beside, walking back from it: "former Foreign Minister NAME". */
const longestTitle = 5;

/** Where a phrase beside a name stops to say what somebody is. */
const phraseEnds =
  /^(?:who|whose|whom|which|that|said|says|told|of|for|at|in|on|from|with|when|where|after|before|by|to|as|and|but|has|had|was|is|will)$/u;

/** In front of who wrote an article. */
const signed = /(?:^|\n)(?:By|BY|Von|Par|Por|Di) $/u;

/** The place in `#recent` of somebody whom the article does not name. */
const unnamed = -1;

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
  /**
   * Entities in the order in which they were last spoken of as subject or speaker: the newest last. Values are mentions, or
   * `unnamed` for a speaker without a name.
   */
  #recent: number[] = [];
  /** Of each of `#recent` the paragraph in which it was spoken of. */
  readonly #paragraphOf = new Map<number, number>();
  #paragraph = 0;
  #unnamedSex: Sex | null = null;
  /** The words beside each entity's names: what the article calls it. */
  #titles: ReadonlyMap<string, readonly number[]> | null = null;

  constructor(text: string, mentions: readonly Mention[], entityOf: readonly number[]) {
    this.#text = text;
    this.#mentions = mentions;
    this.#entityOf = entityOf;
  }

  /** To be called where a paragraph begins. */
  nextParagraph(): void {
    this.#paragraph++;
  }

  /** A sentence that reports nothing: its subject may be who is meant by the next "he". */
  pass(items: readonly Item[]): void {
    const seen: number[] = [];
    const owners: number[] = [];
    for (const [at, item] of items.entries()) {
      if (item.mention < 0 || !this.#isActor(item.mention)) continue;
      const next = items[at + 1];
      const isBeside = next !== undefined && next.mention < 0 && isRoleHead(next.text) && (items[at + 2]?.mention ?? -1) >= 0;
      if (item.possessive || isBeside) owners.push(item.mention);
      if (seen.at(-1) !== item.mention) seen.push(item.mention);
    }
    // The first is the subject, as a rule, and stays nearest; "NAME's lawyer" and "the NAME boss" are not NAME.
    const subjects = [...seen.filter((one) => !owners.includes(one)), ...owners];
    for (const mention of subjects.reverse()) this.#spoken(mention);
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
    let { form, mention } = found;
    // "the Norwegian said": a name of a people, and who is of it.
    if (form === "name" && mention !== null && items[found.from - 1]?.text === "the" && this.#mentions[mention]?.type === "MISC") {
      form = "role";
      mention = this.#ofRole([...items.slice(found.from - 1, found.to)]);
    } else if (form === "pronoun") mention = this.#ofPronoun(first.text, first.start, frame);
    else if (form === "role") mention = this.#ofRole(items.slice(found.from, found.to));
    const speaker: Speaker = { start: span.start, end: span.end, form, mention };
    this.#known.set(found, speaker);
    for (const inside of frame.kind === "direct" ? [false] : [true, false]) {
      const seen: number[] = [];
      for (const item of items) {
        const isInside = item.start >= frame.content.start && item.end <= frame.content.end;
        if (
          item.mention >= 0 &&
          item.mention !== mention &&
          isInside === inside &&
          seen.at(-1) !== item.mention &&
          this.#isActor(item.mention)
        )
          seen.push(item.mention);
      }
      for (const one of inside ? seen.reverse() : seen) this.#spoken(one);
    }
    if (mention !== null) this.#spoken(mention);
    else if (form === "role" && this.#isPersonUnnamed(items.slice(found.from, found.to))) this.#spoken(unnamed);
    return speaker;
  }

  /** "A passer-by", "one of the officers", "the actor's spokeswoman": one person, whom a "he" behind it means. */
  #isPersonUnnamed(words: readonly Item[]): boolean {
    const first = words[0];
    const head = headOf(words);
    if (first === undefined || head === undefined) return false;
    this.#unnamedSex = sexOfNoun(head.text) ?? (head.text.endsWith("man") && !head.text.endsWith("woman") ? "male" : null);
    if (/^(?:one|another)$/u.test(first.text)) return true;
    return (
      !bodies.test(head.text) &&
      (head.text === singular(head.text) || head.text.endsWith("ss")) &&
      !/^(?:police|people|officials)$/u.test(head.text)
    );
  }

  #isBefore(mention: number, offset: number): boolean {
    return (this.#mentions[mention]?.end ?? Infinity) <= offset;
  }

  #isActor(mention: number): boolean {
    const { type, start } = this.#mentions[mention] ?? { type: null, start: 0 };
    return type === "ORG" || (type === "PER" && !signed.test(this.#text.slice(Math.max(0, start - 5), start)));
  }

  #spoken(mention: number): void {
    const entity = this.#entityOf[mention] ?? -1;
    this.#recent = this.#recent.filter((one) => (entity >= 0 ? this.#entityOf[one] !== entity : one !== mention));
    this.#recent.push(mention);
    this.#paragraphOf.set(mention, this.#paragraph);
    if (this.#recent.length > 12) this.#recent.shift();
  }

  /** The entities that the words of a direct quotation name: nobody speaks of himself by name. */
  #namedWithin(frame: Frame): ReadonlySet<number> {
    const named = new Set<number>();
    if (frame.kind !== "direct") return named;
    for (const [at, { start, end }] of this.#mentions.entries())
      if (start >= frame.content.start && end <= frame.content.end) named.add(this.#entityOf[at] ?? -1);
    named.delete(-1);
    return named;
  }

  #ofPronoun(word: string, offset: number, frame: Frame): number | null {
    const lower = word.toLowerCase();
    if (/^(?:they|it|who|we|i|on|es)$/u.test(lower)) {
      if (lower !== "it" && lower !== "they") return null;
      return this.#recent.findLast((one) => this.#isBefore(one, offset) && this.#mentions[one]?.type === "ORG") ?? null;
    }
    const sex: Sex = /^(?:she|sie|elle|ella|она)$/u.test(lower) ? "female" : "male";
    const within = this.#namedWithin(frame);
    return (
      this.#ofSex(sex, offset, within) ?? (within.size > 0 && this.#recent.at(-1) !== unnamed ? this.#ofSex(sex, offset, new Set()) : null)
    );
  }

  #ofSex(sex: Sex, offset: number, named: ReadonlySet<number>): number | null {
    const persons = this.#recent.filter(
      (one) =>
        one === unnamed || (this.#isBefore(one, offset) && this.#mentions[one]?.type === "PER" && !named.has(this.#entityOf[one] ?? -1)),
    );
    const nearest = persons.at(-1);
    if (nearest === undefined) return this.#onlyOne(sex, offset, named);
    const own = this.#sex(nearest);
    const found =
      own === sex || own === null
        ? nearest
        : (persons.findLast((one) => this.#sex(one) === sex) ?? persons.findLast((one) => this.#sex(one) === null));
    if (found === undefined) return this.#onlyOne(sex, offset, named);
    if (found === unnamed) return null;
    if (this.#sex(found) === null) this.#learn(found, sex);
    return found;
  }

  /** The only person of this sex, or of none that is known, whom the article has named so far. */
  #onlyOne(sex: Sex, offset: number, named: ReadonlySet<number>): number | null {
    const entities = new Map<number, number>();
    for (const [at, { type, start, end }] of this.#mentions.entries()) {
      if (end > offset) break;
      const entity = this.#entityOf[at] ?? -1;
      if (type !== "PER" || entity < 0 || named.has(entity) || signed.test(this.#text.slice(Math.max(0, start - 5), start))) continue;
      const own = this.#sex(at);
      if (own === null || own === sex) entities.set(entity, at);
    }
    return entities.size === 1 ? ([...entities.values()][0] ?? null) : null;
  }

  /** Once a "she" was taken for somebody whose sex nothing else tells, another "he" is somebody else. */
  #learn(mention: number, sex: Sex): void {
    const entity = this.#entityOf[mention] ?? -1;
    if (entity >= 0) this.#sexOf.set(entity, sex);
  }

  /** By a title or a noun beside any of the names of the entity, else by the given name. */
  #sex(mention: number): Sex | null {
    if (mention === unnamed) return this.#unnamedSex;
    const entity = this.#entityOf[mention] ?? -1;
    const known = entity < 0 ? undefined : this.#sexOf.get(entity);
    if (known !== undefined) return known;
    const all = entity < 0 ? [mention] : [...this.#entityOf.keys()].filter((at) => this.#entityOf[at] === entity);
    let found: Sex | null = null;
    for (const one of all) found ??= this.#sexBeside(one);
    for (const one of all) found ??= this.#sexOfName(one);
    if (entity >= 0) this.#sexOf.set(entity, found);
    return found;
  }

  #sexOfName(at: number): Sex | null {
    const mention = this.#mentions[at];
    if (mention === undefined) return null;
    const words = nameKey(this.#text.slice(mention.start, mention.end)).split(" ");
    return words.length < 2 ? null : sexOfGiven(words[0] ?? "");
  }

  #sexBeside(at: number): Sex | null {
    const mention = this.#mentions[at];
    if (mention === undefined) return null;
    const first = nameKey(this.#text.slice(mention.start, mention.end)).split(" ")[0] ?? "";
    const before = wordsBefore(this.#text, mention.start).slice(0, 3);
    for (const word of [first, ...before]) {
      const sex = sexOfTitle(word.replace(/\.$/u, "")) ?? sexOfNoun(word);
      if (sex !== null) return sex;
    }
    if (this.#text.charAt(mention.end) !== ",") return null;
    for (const word of this.#text
      .slice(mention.end + 1, mention.end + 70)
      .toLowerCase()
      .split(/[,.;\n]/u)[0]
      ?.trim()
      .split(/\s+/u)
      .slice(0, 6) ?? []) {
      if (phraseEnds.test(word)) break;
      const sex = sexOfNoun(word);
      if (sex !== null) return sex;
    }
    return null;
  }

  /** "the minister", "the ministry", "the source": whom the article has called so in front of it. */
  #ofRole(words: readonly Item[]): number | null {
    const first = words[0];
    const last = words.at(-1);
    if (first === undefined || last === undefined || words.length > 4) return null;
    if (!/^(?:the|der|die|das|le|la|el|this|that)$/u.test(first.text)) return null;
    const head = singular(last.text);
    const offset = first.start;
    // A phrase that names somebody else ("the Kovar spokesman") speaks for no one that is named.
    if (words.some((item, at) => at < words.length - 1 && item.mention >= 0) && !isOfPerson(last)) return null;
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
      return named >= 0 ? named : this.#lastBody(offset);
    }
    return isOfPerson(last) && last.text === singular(last.text) ? this.#lastPerson(last, offset) : null;
  }

  /** Whom "the Norwegian", "the UN chief" means that is called so nowhere: who was spoken of just before it. */
  #lastPerson(head: Item, offset: number): number | null {
    const last = this.#recent.findLast((one) => one === unnamed || this.#mentions[one]?.type === "PER");
    if (last === undefined || last === unnamed || !this.#isBefore(last, offset)) return null;
    if (this.#paragraph - (this.#paragraphOf.get(last) ?? 0) > 1) return null;
    const sex =
      sexOfNoun(head.text) ?? (head.text.endsWith("woman") ? "female" : head.text.endsWith("man") && head.mention >= 0 ? "male" : null);
    const own = this.#sex(last);
    return sex !== null && own !== null && sex !== own ? null : last;
  }

  /** Whom "the company" means that no name says: the organisation that was spoken of in this paragraph or the one before. */
  #lastBody(offset: number): number | null {
    const last = this.#recent.findLast((one) => this.#mentions[one]?.type === "ORG");
    if (last === undefined || !this.#isBefore(last, offset)) return null;
    return this.#paragraph - (this.#paragraphOf.get(last) ?? 0) > 1 ? null : last;
  }

  /** The nouns that stand beside names: "Foreign Minister NAME", "NAME, the head of". Values are mentions, in order. */
  #readTitles(): ReadonlyMap<string, readonly number[]> {
    const titles = new Map<string, number[]>();
    for (const [at, { start, end, type }] of this.#mentions.entries()) {
      if (type !== "PER" && type !== "ORG") continue;
      const words = new Set<string>();
      for (const word of wordsBefore(this.#text, start)) {
        if (phraseEnds.test(word) || determined.test(word)) break;
        words.add(word);
      }
      // "the head of the service, NAME": the noun in front of the first preposition.
      const set = /(?:^|[.,;:—–"“”]\s*)([^.,;:—–"“”\n]{3,80}),\s$/u.exec(this.#text.slice(Math.max(0, start - 90), start))?.[1];
      if (set !== undefined) for (const word of phraseWords(set)) words.add(word);
      if (this.#text.charAt(end) === ",")
        for (const word of phraseWords(this.#text.slice(end + 1, end + 90).split(/[,.;\n]/u)[0] ?? "")) words.add(word);
      if (type === "ORG") for (const word of this.#text.slice(start, end).split(/\s+/u)) words.add(word.toLowerCase());
      for (const word of words) {
        const key = singular(word);
        if (type === "PER" && bodies.test(key)) continue;
        if (isRoleHead(key) && !suits(key, type)) continue;
        const list = titles.get(key);
        if (list === undefined) titles.set(key, [at]);
        else list.push(at);
      }
    }
    return titles;
  }
}

const determined = /^(?:the|a|an|his|her|its|their|der|die|das|le|la|el)$/u;

/** The words in front of an offset, in lower case, the nearest first; no further than a mark. */
function wordsBefore(text: string, at: number): readonly string[] {
  const near = text.slice(Math.max(0, at - 80), at);
  if (!/[ \u00a0]$/u.test(near)) return [];
  const line = near.slice(Math.max(near.lastIndexOf("\n"), near.lastIndexOf("\t")) + 1);
  const words = line
    .toLowerCase()
    .split(/[ \u00a0]/u)
    .slice(0, -1)
    .reverse();
  const end = words.findIndex((word) => !/^[\p{L}.-]+$/u.test(word));
  return words.slice(0, Math.min(longestTitle, end < 0 ? words.length : end));
}

/** The words of a phrase beside a name that say what somebody is: up to its first preposition or verb. */
function phraseWords(phrase: string): readonly string[] {
  const words = phrase.trim().toLowerCase().split(/\s+/u).slice(0, 8);
  const end = words.findIndex((word, at) => at > 0 && phraseEnds.test(word));
  return words.slice(0, end < 0 ? words.length : end);
}

/** The noun of a phrase: the last word in front of its first preposition. */
function headOf(words: readonly Item[]): Item | undefined {
  const end = words.findIndex((word, at) => at > 0 && word.mention < 0 && phraseEnds.test(word.text));
  return words[(end < 0 ? words.length : end) - 1];
}
