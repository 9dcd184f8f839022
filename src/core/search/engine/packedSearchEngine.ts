import { englishBases, englishFormsOf } from "../../text/englishBases";
import type { Span } from "../../text/span";
import { atOnce } from "../../util/atOnce";
import type { CancellationToken } from "../../util/cancellation";
import { termsOf } from "../analyse/analyser";
import type { ParsedQuery, WordNode } from "../query/ast";
import { valuesOf } from "../query/fields";
import { post, release, storedFacts } from "./articleStore";
import { ArticleTable } from "./articleTable";
import { type ArticleText, gap, plainText } from "./articleText";
import { raiseClose } from "./closeness";
import { evaluate, type Evaluation, isEmpty, Match, type Matches, saidFinder, withValues } from "./evaluate";
import type { Sequence, Step } from "./expand";
import type { HighlightPlan, PlanSequence, PlanStep } from "./highlightPlan";
import { type IndexParts, packIndex, unpackIndex } from "./indexFile";
import { raiseCovered, withKin } from "./kin";
import { byRelevance, type Found, list, Rank } from "./listing";
import { prepare, type Prepared, type PreparedQuery, type PreparedSaid, type Used } from "./prepare";
import { slotOf } from "./postings";
import { rank } from "./rank";
import { Renewal } from "./renewal";
import type { EngineText, Facet, FacetCount, SearchAnswer, SearchEngine, SearchRequest } from "./searchEngine";
import type { SearchableArticle, SearchableFacts } from "./searchable";
import { ChosenFacets, countDates, countFacets, countValues } from "./tally";
import { TermDictionary } from "./termDictionary";
import { TermNumbers } from "./termNumbers";
import { topOf } from "./top";
import { raiseTitles } from "./titles";
import { ValueTable } from "./valueTable";

/**
 * Whether words, or values of its field where it has such a field, begin with a word: they may be meant by somebody who is still
 * typing.
 */
function isBegun(
  { text, field }: WordNode,
  { dictionary, values, articles }: Pick<Evaluation, "dictionary" | "values" | "articles">,
): "word" | "unknown" | null {
  const terms = termsOf(text);
  const last = terms.at(-1);
  if (last === undefined || field === "case") return null;
  const fields = field === null ? undefined : valuesOf(field);
  if (fields !== undefined) {
    const stands = (words: string): boolean => {
      const having = atOnce(values.having(fields, words));
      return having.includes(1) && !isEmpty(withValues(having, articles));
    };
    const words = ` ${terms.join(" ")}`;
    return stands(words) && !stands(`${words} `) ? "unknown" : null;
  }
  const isAlive = (number: number): boolean => dictionary.frequency(number) > 0;
  const itself = dictionary.find(last) ?? 0;
  if (!dictionary.withPrefix(last).some((number) => number !== itself && isAlive(number))) return null;
  const forms = englishBases(last).flatMap((base) => englishFormsOf(base));
  return isAlive(itself) || (terms.length === 1 && forms.some((form) => isAlive(dictionary.find(form) ?? 0))) ? "word" : "unknown";
}

/** With fewer full matches than this, articles that have only some of the words follow. */
const enough = 10;
/** So many of them at most: who looks further asks for fewer words. */
const mostPartial = 100;
/** So many dead slots are carried along before the index is numbered anew. */
const deadLimit = 2000;
/** So many slots with every change from then on: about a millisecond. */
const renewedAtOnce = 16;
/** By so many of its rarest terms a stretch of text is looked for elsewhere. */
const mostShared = 8;
/** A search that is disturbed so often goes through without a pause at last. */
const mostBegun = 3;

/**
 * The engine for corpora that fit in memory: which articles match, and how they rank (BM25), is decided on postings and term sequences
 * in large arrays of numbers.
 */
export class PackedSearchEngine implements SearchEngine {
  #dictionary = new TermDictionary();
  #values = new ValueTable();
  #articles = new ArticleTable();
  readonly #slots = new Map<string, number>();
  #dead = 0;
  #renewal: Renewal | null = null;
  /** Of all live articles together, in terms. */
  #length = 0;
  /** How often anything changed: a search that paused meanwhile begins anew. */
  #changes = 0;
  readonly #setTerms = new TermNumbers();
  /** By those who number terms, the dictionary's numbers: 0 for what has not been asked. */
  #numbers = new WeakMap<TermNumbers, Uint32Array>();

  get size(): number {
    return this.#slots.size;
  }

  set(article: SearchableArticle): void {
    this.put(article.id, plainText(article, this.#setTerms), this.#setTerms, article);
  }

  put(id: string, { sequence, flags, titleEnd, bodyEnd }: ArticleText, terms: TermNumbers, facts: SearchableFacts): void {
    this.delete(id);
    this.#changes++;
    const slot = this.#articles.size;
    const stored = { id, sequence: this.#ownNumbers(sequence, terms), flags, titleEnd, bodyEnd, ...storedFacts(facts, this.#values) };
    post(stored, slot, this.#dictionary);
    this.#articles.push(stored);
    this.#slots.set(id, slot);
    this.#length += bodyEnd;
  }

  #ownNumbers(sequence: Uint32Array, terms: TermNumbers): Uint32Array {
    let numbers = this.#numbers.get(terms) ?? new Uint32Array(0);
    if (numbers.length < terms.size) {
      const grown = new Uint32Array(terms.size * 2);
      grown.set(numbers);
      numbers = grown;
      this.#numbers.set(terms, numbers);
    }
    const own = new Uint32Array(sequence.length);
    for (let at = 0; at < own.length; at++) {
      const term = sequence[at] ?? gap;
      if (term === gap) continue;
      let number = numbers[term] ?? 0;
      if (number === 0) {
        number = this.#dictionary.number(terms.nameOf(term));
        numbers[term] = number;
      }
      own[at] = number;
    }
    return own;
  }

  textOf(id: string): EngineText | null {
    const slot = this.#slots.get(id);
    const article = slot === undefined ? null : this.#articles.get(slot);
    if (article === null) return null;
    const { sequence, flags, titleEnd, bodyEnd } = article;
    return { sequence, flags, titleEnd, bodyEnd, dictionary: this.#dictionary };
  }

  sharing(id: string, { start, end }: Span): readonly string[] {
    const own = this.#slots.get(id);
    if (own === undefined) return [];
    const { terms: sequence } = this.#articles.chunk(own);
    const from = this.#articles.starts[own] ?? 0;
    const to = from + Math.min(end, this.#articles.lengths[own] ?? 0);
    const { content } = this.#dictionary;
    const terms = [...new Set(sequence.subarray(from + start, to))]
      .filter((term) => term !== gap)
      .sort((a, b) => content.live(a) - content.live(b))
      .slice(0, mostShared);
    const counts = new Uint8Array(this.#articles.size);
    for (const term of terms) {
      const first = content.start(term);
      for (let at = first; at < first + content.length(term); at++) {
        const slot = slotOf(content.data[at] ?? 0);
        counts[slot] = (counts[slot] ?? 0) + 1;
      }
    }
    const enoughTerms = Math.max(1, Math.ceil(terms.length / 2));
    const ids: string[] = [];
    for (const [slot, count] of counts.entries())
      if (count >= enoughTerms && slot !== own && this.#articles.isAlive(slot)) ids.push(this.#articles.id(slot));
    return ids;
  }

  has(id: string): boolean {
    return this.#slots.has(id);
  }

  describe(id: string, facts: SearchableFacts): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#changes++;
    this.#articles.describe(slot, storedFacts(facts, this.#values));
    this.#renewal?.describe(slot, facts);
  }

  delete(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#changes++;
    this.#slots.delete(id);
    const article = this.#articles.get(slot);
    if (article === null) return;
    this.#length -= article.bodyEnd;
    release(article, this.#dictionary);
    this.#articles.kill(slot);
    this.#dead++;
    this.#renewal?.delete(slot);
    this.#renew();
  }

  search(request: SearchRequest, token: CancellationToken): SearchAnswer | null {
    const work = this.#answer(request);
    for (;;) {
      const { done, value } = work.next();
      if (isCancelled(token)) return null;
      if (done === true) return value;
    }
  }

  *searching(request: SearchRequest): Generator<undefined, SearchAnswer> {
    for (let begun = 1; begun < mostBegun; begun++) {
      const changes = this.#changes;
      const work = this.#answer(request);
      do {
        const { done, value } = work.next();
        if (done === true) return value;
        yield;
      } while (this.#changes === changes);
    }
    return atOnce(this.#answer(request));
  }

  *#answer({ query: { root }, filters, sort, ...page }: SearchRequest): Generator<undefined, SearchAnswer> {
    const evaluation: Evaluation = this.#parts;
    const articles = this.#articles;
    const query = root === null ? null : yield* prepare(root, this.#parts);
    const used = query?.used ?? [];
    const chosen = new ChosenFacets(filters, this.#values, articles);
    const matches = this.#alive(
      query === null ? new Uint8Array(articles.size).fill(Match.Content) : yield* evaluate(query.root, null, evaluation),
    );
    const matching = slotsOf(matches);
    const allowed = chosen.isEmpty ? matching : matching.filter((slot) => chosen.allow(slot));
    const full: Found = {
      articles,
      slots: allowed,
      ranks: ranksOf(allowed, matches),
      scores: yield* this.#scores(matches, used, evaluation),
    };
    yield* raiseTitles(full, used, evaluation, this.#slots.size);
    raiseClose(full, used, this.#dictionary.size);
    yield;
    const found =
      full.slots.length < enough && query !== null ? yield* this.#withPartial(full, query.root, used, matches, chosen, evaluation) : full;
    const partial = found.slots.subarray(full.slots.length);
    const listing = list(found, sort, page);
    yield;
    const onlyPartial = full.slots.length === 0 && partial.length > 0;
    return {
      total: full.slots.length,
      partial: partial.length,
      ...listing,
      facets: yield* countFacets(onlyPartial ? partial : matching, chosen, articles, this.#values),
      histogram: countDates(onlyPartial ? partial : allowed, articles),
      corrections: used.flatMap(({ sequences }) => sequences.flatMap(({ correction }) => correction ?? [])),
      notices: noticesOf(query),
      highlight: this.#plan(used, listing.hits),
    };
  }

  plan({ root }: ParsedQuery): HighlightPlan {
    return root === null ? [] : this.#plan(atOnce(prepare(root, this.#parts)).used);
  }

  isBegun(word: WordNode, isTyping: boolean): boolean {
    const begun = isBegun(word, this.#parts);
    return begun === "unknown" || (isTyping && begun === "word");
  }

  suggest(typed: string, limit: number): readonly string[] {
    const prefix = termsOf(typed).at(-1);
    if (prefix === undefined) return [];
    const counts = this.#dictionary
      .withPrefix(prefix)
      .map((number): FacetCount => ({ value: this.#dictionary.nameOf(number), count: this.#dictionary.content.live(number) }));
    return topOf(
      counts.filter(({ count }) => count > 0),
      limit,
      byCount,
    ).map(({ value }) => value);
  }

  values(facet: Facet, typed: string, limit: number): readonly FacetCount[] {
    const counts = countValues(this.#articles, this.#values.size);
    const wanted = ` ${termsOf(typed).join(" ")}`;
    const found: FacetCount[] = [];
    for (const [number, count] of counts.entries()) {
      const known = this.#values.at(number);
      if (count > 0 && known?.facet === facet && (wanted === " " || known.words.includes(wanted)))
        found.push({ value: known.value, count });
    }
    return topOf(found, limit, byCount);
  }

  /** Takes the dead out. */
  #alive(matches: Matches): Matches {
    if (this.#dead > 0) for (let slot = 0; slot < matches.length; slot++) if (!this.#articles.isAlive(slot)) matches[slot] = Match.None;
    return matches;
  }

  #scores(matches: Matches, used: readonly Used[], evaluation: Evaluation): Generator<undefined, Float64Array> {
    return rank(matches, used, evaluation, this.#slots.size, this.#length / Math.max(1, this.#slots.size));
  }

  /** With the best of those articles behind it that have some of the words, where the query is a list of words. */
  *#withPartial(
    full: Found,
    root: Prepared,
    used: readonly Used[],
    matches: Matches,
    chosen: ChosenFacets,
    evaluation: Evaluation,
  ): Generator<undefined, Found> {
    const relaxed = relaxedOf(root);
    if (relaxed === null) return full;
    const some = this.#alive(yield* evaluate(relaxed, null, evaluation));
    for (let slot = 0; slot < some.length; slot++) if (some[slot] === Match.Site || matches[slot] !== Match.None) some[slot] = Match.None;
    const slots = slotsOf(some).filter((slot) => chosen.allow(slot));
    const related = withKin(used, this.#dictionary);
    const scores = yield* this.#scores(some, related, evaluation);
    yield* raiseCovered(slots, scores, related, this.#dictionary);
    yield* raiseTitles({ ...full, slots, scores }, related, evaluation, this.#slots.size);
    const best = topOf(slots, mostPartial, byRelevance({ ...full, slots, scores }));
    for (const slot of best) {
      full.scores[slot] = scores[slot] ?? 0;
      full.ranks[slot] = Rank.Partial;
    }
    return { ...full, slots: Uint32Array.from([...full.slots, ...best]) };
  }

  /** What was said is found now in these articles; in others as long as terms mean what they do now. */
  #plan(used: PreparedQuery["used"], hits: readonly { readonly id: string; readonly copies: readonly string[] }[] = []): HighlightPlan {
    const placesOf = new Map<PreparedSaid, (id: string) => readonly Span[]>();
    return used.flatMap(({ sequences: [first, second], distance, zone, said }) => {
      if (first === undefined && said === undefined) return [];
      if (said !== undefined && !placesOf.has(said)) placesOf.set(said, this.#saidPlaces(said, hits));
      const within = said === undefined ? undefined : placesOf.get(said);
      return [
        {
          sequence: first === undefined ? [] : this.#terms(first),
          run: first?.run ?? null,
          near: second === undefined || distance === null ? null : { sequence: this.#terms(second), distance },
          zone,
          ...(within === undefined ? {} : { within }),
        },
      ];
    });
  }

  /** Gives, for an article, where the words of the quotations stand in its sequence. */
  #saidPlaces(said: PreparedSaid, hits: readonly { readonly id: string }[]): (id: string) => readonly Span[] {
    const parts = this.#parts;
    const find = saidFinder(said, parts);
    const placesIn = (id: string): readonly Span[] => {
      const slot = this.#slots.get(id);
      const places: Span[] = [];
      if (slot !== undefined && this.#dictionary === parts.dictionary)
        find(slot, (start, end) => {
          places.push({ start, end });
          return false;
        });
      return places;
    };
    const known = new Map(hits.map(({ id }) => [id, placesIn(id)]));
    return (id) => known.get(id) ?? placesIn(id);
  }

  #terms({ steps }: Sequence): PlanSequence {
    return steps.map((step) => planStep(step, this.#dictionary, this.#articles));
  }

  save(): Uint8Array {
    const renewal = new Renewal(this.#parts);
    renewal.step(Number.POSITIVE_INFINITY);
    return packIndex(renewal);
  }

  load(bytes: Uint8Array): boolean {
    const parts = unpackIndex(bytes);
    if (parts !== null) this.#replace(parts);
    return parts !== null;
  }

  get #parts(): IndexParts {
    return { dictionary: this.#dictionary, values: this.#values, articles: this.#articles };
  }

  #replace({ dictionary, values, articles }: IndexParts): void {
    [this.#dictionary, this.#values, this.#articles] = [dictionary, values, articles];
    this.#numbers = new WeakMap();
    this.#changes++;
    this.#renewal = null;
    this.#length = 0;
    this.#slots.clear();
    for (let slot = 0; slot < articles.size; slot++) {
      if (!articles.isAlive(slot)) continue;
      this.#slots.set(articles.id(slot), slot);
      this.#length += articles.bodyEnds[slot] ?? 0;
    }
    this.#dead = articles.size - this.#slots.size;
  }

  /** Once too many are dead, all is numbered anew: a part with every change, so that none takes long. */
  #renew(): void {
    if (this.#dead > Math.max(deadLimit, this.#slots.size)) this.#renewal ??= new Renewal(this.#parts);
    if (this.#renewal?.step(renewedAtOnce) === true) this.#replace(this.#renewal);
  }
}

/** In words, what of a query was not looked for, and who of it said nothing. */
function noticesOf(query: PreparedQuery | null): readonly string[] {
  if (query === null) return [];
  return [
    ...(query.isCut ? ["Too many words occur nowhere: only the first ones are taken for misspelt."] : []),
    ...[...new Set(query.unknownSpeakers)].map((name) => `Nobody called “${name}” is quoted in what has been read.`),
  ];
}

/** How the terms of a step are known in a text. */
function planStep({ terms, capitals, languages, test }: Step, dictionary: TermDictionary, articles: ArticleTable): PlanStep {
  if (test !== null) return { has: test };
  const known = new Map<string, { readonly bits: number; readonly language: string | null }[]>();
  for (const [index, term] of terms.entries()) {
    const name = dictionary.nameOf(term);
    const number = languages[index] ?? 0;
    const alternatives = known.get(name) ?? [];
    alternatives.push({ bits: capitals[index] ?? 0, language: number === 0 ? null : articles.languageName(number) });
    known.set(name, alternatives);
  }
  const has = (term: string, found: number, own: string | null): boolean =>
    known.get(term)?.some(({ bits, language }) => (bits & (1 << found)) !== 0 && (language === null || language === own)) === true;
  return languages.some((language) => language !== 0)
    ? { has, names: [...known.keys()], isByLanguage: true }
    : { has, names: [...known.keys()] };
}

/** The slots that match, ascending. */
function slotsOf(matches: Matches): Uint32Array {
  const slots = new Uint32Array(matches.length);
  let count = 0;
  for (let slot = 0; slot < matches.length; slot++) if (matches[slot] !== Match.None) slots[count++] = slot;
  return slots.subarray(0, count);
}

function ranksOf(slots: Uint32Array, matches: Matches): Uint8Array {
  const ranks = new Uint8Array(matches.length);
  for (const slot of slots) if (matches[slot] === Match.Site) ranks[slot] = Rank.Site;
  return ranks;
}

/** What asks for some of the words only, where the query is a list of words; else null. */
function relaxedOf(root: Prepared): Prepared | null {
  if (root.kind !== "and") return null;
  const words = root.children.filter(({ kind }) => kind === "sequence");
  if (words.length < 2) return null;
  const { cost } = root;
  const others = root.children.filter(({ kind }) => kind !== "sequence");
  // What else was asked for must hold; a NOT comes last.
  return { kind: "and", cost, children: [{ kind: "or", cost, children: words }, ...others] };
}

function byCount(a: FacetCount, b: FacetCount): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}

function isCancelled(token: CancellationToken): boolean {
  return token.isCancellationRequested;
}
