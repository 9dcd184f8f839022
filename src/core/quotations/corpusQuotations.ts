import type { FactsOf } from "../entities/index/articleFacts";
import type { Entity } from "../entities/index/entity";
import type { EntityView } from "../entities/index/entityView";
import type { Span } from "../text/span";
import { groupingQuotations, sameQuotations } from "./sameQuotations";
import { spokenIn, type SpokenQuotation } from "./spokenIn";

/** A quotation in the corpus. */
export interface QuotationInCorpus extends SpokenQuotation {
  /** The article's number in the view's index, and its id. */
  readonly article: number;
  readonly id: string;
  readonly source: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  /** Whether the article is a copy of another one. */
  readonly isCopy: boolean;
}

/** One quotation, wherever it stands: in copies, with words left out or changed. The earliest is the first. */
export interface SaidOnce {
  readonly first: QuotationInCorpus;
  readonly others: readonly QuotationInCorpus[];
}

/** Gives the terms of a stretch of an article's sequence, as numbers; empty where they are not known. */
export type TermsIn = (id: string, stretch: Span) => readonly number[];

/** So many articles are looked at for somebody's newest quotation. */
const mostLooked = 60;

/** The quotations of an article that is in the corpus, by its number. */
export function quotationsIn(view: EntityView, article: number, facts: FactsOf): readonly QuotationInCorpus[] {
  const known = facts(article);
  if (known === null) return [];
  const { id, source, date, copyOf } = known;
  return spokenIn(view, article).map((spoken) => ({ ...spoken, article, id, source, date, isCopy: copyOf !== null }));
}

/** What an entity said, each once, the newest first. To be driven in slices: linear in its articles. */
export function* saidBy(view: EntityView, entity: Entity, facts: FactsOf, termsIn: TermsIn): Generator<undefined, readonly SaidOnce[]> {
  const found: QuotationInCorpus[] = [];
  for (const article of articlesOf(view, entity)) {
    for (const one of quotationsIn(view, article, facts)) if (one.speaker?.id === entity.id) found.push(one);
    yield;
  }
  return yield* once(found, termsIn);
}

/** What others said with the entity's name in it, each once, the newest first. To be driven in slices. */
export function* saidAbout(view: EntityView, entity: Entity, facts: FactsOf, termsIn: TermsIn): Generator<undefined, readonly SaidOnce[]> {
  const found: QuotationInCorpus[] = [];
  for (const [article, locals] of localsOf(view, entity)) {
    const quotations = quotationsIn(view, article, facts).filter(({ speaker }) => speaker?.id !== entity.id);
    const names = quotations.length === 0 ? null : view.index.mentionsOf(article);
    if (names !== null) {
      const spans: Span[] = [];
      for (const [at, local] of names.localOf.entries()) if (locals.has(local)) spans.push(names.mentions.span(at));
      for (const one of quotations) {
        const { start, end } = one.quotation;
        if (spans.some((span) => span.start >= start && span.end <= end)) found.push(one);
      }
    }
    yield;
  }
  return yield* once(found, termsIn);
}

/** The newest quotation of an entity that is no copy: the longest direct one of its article, else the longest. Null for none. */
export function newestOf(view: EntityView, entity: Entity, facts: FactsOf): QuotationInCorpus | null {
  const dated = articlesOf(view, entity).flatMap((article) => {
    const known = facts(article);
    return known?.copyOf === null ? [{ article, date: known.date ?? "" }] : [];
  });
  dated.sort((a, b) => (a.date === b.date ? a.article - b.article : a.date < b.date ? 1 : -1));
  for (const { article } of dated.slice(0, mostLooked)) {
    const own = quotationsIn(view, article, facts).filter(({ speaker }) => speaker?.id === entity.id);
    if (own.length > 0) return own.reduce((best, one) => (worthOf(one) > worthOf(best) ? one : best));
  }
  return null;
}

function worthOf({ quotation: { kind, start, end } }: QuotationInCorpus): number {
  return (kind === "direct" ? 1000 : 0) + Math.min(300, end - start);
}

/** Where else the words of a quotation stand: the same, or with words left out or changed; the earliest first. */
export function elsewhere(
  view: EntityView,
  own: { readonly id: string; readonly terms: Span },
  candidates: Iterable<string>,
  facts: FactsOf,
  termsIn: TermsIn,
): readonly QuotationInCorpus[] {
  const others: QuotationInCorpus[] = [];
  for (const id of new Set([own.id, ...candidates])) {
    for (const one of quotationsIn(view, view.index.numberOf(id), facts))
      if (id !== own.id || one.quotation.terms.start !== own.terms.start) others.push(one);
  }
  const words = termsIn(own.id, own.terms);
  return others
    .filter(({ id, quotation }) => {
      const [group, other] = sameQuotations([{ words }, { words: termsIn(id, quotation.terms) }]);
      return group === other;
    })
    .sort(earliestFirst);
}

/** Takes what was said once together, the newest first. To be driven in slices. */
export function* once(found: readonly QuotationInCorpus[], termsIn: TermsIn): Generator<undefined, readonly SaidOnce[]> {
  const sorted = [...found].sort(earliestFirst);
  const compared: { readonly words: readonly number[] }[] = [];
  for (const { id, quotation } of sorted) {
    compared.push({ words: termsIn(id, quotation.terms) });
    if (compared.length % 64 === 0) yield;
  }
  const groups = new Map<number, QuotationInCorpus[]>();
  for (const [at, group] of (yield* groupingQuotations(compared)).entries()) {
    const one = sorted[at];
    if (one === undefined) continue;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [one]);
    else members.push(one);
  }
  return [...groups.values()]
    .flatMap(([first, ...others]) => (first === undefined ? [] : [{ first, others }]))
    .sort(({ first: a }, { first: b }) =>
      (a.date ?? "") === (b.date ?? "") ? earliestFirst(a, b) : (a.date ?? "") < (b.date ?? "") ? 1 : -1,
    );
}

/** What has no date comes last; of one day the original before its copies. */
function earliestFirst(a: QuotationInCorpus, b: QuotationInCorpus): number {
  const [one, other] = [a.date ?? "9999", b.date ?? "9999"];
  if (one !== other) return one < other ? -1 : 1;
  if (a.isCopy !== b.isCopy) return a.isCopy ? 1 : -1;
  return a.id === b.id ? a.quotation.start - b.quotation.start : a.id < b.id ? -1 : 1;
}

function articlesOf(view: EntityView, entity: Entity): readonly number[] {
  return [...localsOf(view, entity).keys()];
}

function localsOf(view: EntityView, entity: Entity): ReadonlyMap<number, ReadonlySet<number>> {
  const locals = new Map<number, Set<number>>();
  view.eachPlace(entity, (article, local) => {
    const own = locals.get(article);
    if (own === undefined) locals.set(article, new Set([local]));
    else own.add(local);
  });
  return locals;
}
