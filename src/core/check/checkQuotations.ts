import { quotedSpans } from "../quotations/quotedSpans";
import type { Quotation } from "../quotations/quotation";
import { contains, overlaps, type Span } from "../text/span";
import type { CheckedArticle, CheckedCorpus, Checking } from "./checkedCorpus";
import { comparableWords, withoutBrackets } from "./comparableWords";
import type { Draft } from "./draft";
import { entitiesOf } from "./draftNames";
import type { Evidence, Finding } from "./finding";
import { findNear, findVerbatim, type NearMatch, quotedPieces, type WordRange } from "./quotationMatch";

/** Articles that are looked at for one quotation. */
const mostCandidates = 16;
/** Evidence that is given for one finding. */
const mostEvidence = 5;
/** Fewer quoted words are a term and no quotation, unless a reporting verb says who used it. */
const fewestWords = 3;
/** Of an altered quotation so much must stand in the source, by words. */
const leastLikeness = 0.62;

/** A quotation of the draft with who is said to have said it. */
interface Quoted extends Span {
  readonly source: Quotation | null;
}

interface Found {
  readonly article: CheckedArticle;
  readonly span: Span;
  /** What the article has there as a quotation. */
  readonly quotation: (Quotation & { readonly entity: string | null }) | null;
}

/** Checks what stands between quotation marks in a draft. */
export function* checkQuotations(draft: Draft, corpus: CheckedCorpus): Checking<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const quoted of quotedIn(draft)) findings.push(yield* checkOne(draft, quoted, corpus));
  return findings;
}

function quotedIn({ text, paragraphs, quotations }: Draft): readonly Quoted[] {
  const found: Quoted[] = [];
  for (const span of quotedSpans(text, paragraphs)) {
    const source =
      quotations.find((one) => one.kind === "direct" && one.start === span.start) ?? quotations.find((one) => contains(one, span)) ?? null;
    const { count } = quotedPieces(text.slice(span.start, span.end));
    if (count >= (source === null ? 2 * fewestWords : fewestWords)) found.push({ start: span.start, end: span.end, source });
  }
  return found;
}

function* checkOne(draft: Draft, { start, end, source }: Quoted, corpus: CheckedCorpus): Checking<Finding> {
  const text = draft.text.slice(start, end);
  const pieces = quotedPieces(text);
  const candidates = corpus.candidates(pieces.pieces.flat(), mostCandidates);
  yield candidates;
  const articles = candidates.flatMap((id) => corpus.article(id) ?? []);
  const speakers = speakersOf(draft, source, corpus);
  const base = { kind: "quotation", start, end, text } as const;
  const exact: Found[] = [];
  for (const article of articles) {
    yield [];
    for (const { words, span } of passagesOf(article)) {
      for (let range = findVerbatim(words.words, pieces); range !== null; range = findVerbatim(words.words, pieces, range.from + 1)) {
        const place = spanOf(words, range, span);
        exact.push({ article, span: place, quotation: article.quotations.find((one) => overlaps(one, place)) ?? null });
        if (exact.length > 50) break;
      }
      if (exact.at(-1)?.article === article) break;
    }
  }
  if (exact.length > 0) {
    const known = exact.filter(({ quotation }) => (quotation?.entity ?? null) !== null);
    const others = speakers === null || speakers.size === 0 ? [] : known.filter(({ quotation }) => !speakers.has(quotation?.entity ?? ""));
    const same = known.length - others.length;
    exact.sort((a, b) => Number(b.quotation !== null) - Number(a.quotation !== null) || byDate(a.article, b.article));
    if (others.length > 0 && same === 0) {
      const names = [...new Set(others.map(({ quotation }) => corpus.names?.entity(quotation?.entity ?? "")?.name ?? "somebody else"))];
      return {
        ...base,
        verdict: "somebody-else",
        evidence: evidenceOf(others),
        note: `The corpus has these words from ${names.join(", ")}.`,
      };
    }
    const note = exact.some(({ quotation }) => quotation !== null)
      ? "These words stand in the corpus."
      : "These words stand in the corpus, but not as a quotation.";
    return { ...base, verdict: "verbatim", evidence: evidenceOf(exact), note };
  }
  const near: { readonly article: CheckedArticle; readonly match: NearMatch; readonly span: Span }[] = [];
  for (const article of articles) {
    for (const { words, span } of passagesOf(article)) {
      yield [];
      const match = findNear(article.text, words, text, leastLikeness);
      if (match !== null) near.push({ article, match, span: spanOf(words, match, span) });
    }
  }
  near.sort((a, b) => b.match.likeness - a.match.likeness || byDate(a.article, b.article));
  const [best] = near;
  if (best === undefined) return { ...base, verdict: "not-in-corpus", evidence: [], note: "No article of the corpus has these words." };
  const said = best.article.quotations.find((one) => overlaps(one, best.span)) ?? null;
  const name = nameOf(said?.entity ?? null, corpus);
  const isHis = speakers === null || speakers.size === 0 || speakers.has(said?.entity ?? "");
  return {
    ...base,
    verdict: "altered",
    wording: inMarksOf(text, best.article.text.slice(best.span.start, best.span.end)),
    evidence: near.slice(0, mostEvidence).map(({ article, match, span }) => ({
      article: article.id,
      ...span,
      text: article.text.slice(span.start, span.end),
      diff: match.diff,
    })),
    note: `The corpus has it in other words${isHis || name === null ? "" : `, and from ${name}`}.`,
  };
}

/** The words of the source, between the marks in front of and behind the words of the draft. */
function inMarksOf(draft: string, source: string): string {
  const before = /^[^\p{L}\p{N}]{0,20}/u.exec(draft)?.[0] ?? "";
  const behind = /[^\p{L}\p{N}]{0,20}$/u.exec(draft)?.[0] ?? "";
  return `${before}${source.replace(/\s+/gu, " ").trim()}${behind}`;
}

/** Whom of the corpus the draft's speaker can be; null where the draft does not say. */
function speakersOf(draft: Draft, source: Quotation | null, corpus: CheckedCorpus): ReadonlySet<string> | null {
  const mention = source?.speaker?.mention ?? null;
  return mention === null ? null : entitiesOf(draft, mention, corpus);
}

function nameOf(entity: string | null, { names }: CheckedCorpus): string | null {
  return entity === null ? null : (names?.entity(entity)?.name ?? null);
}

function byDate(a: CheckedArticle, b: CheckedArticle): number {
  const [one, other] = [a.published ?? "9999", b.published ?? "9999"];
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function evidenceOf(found: readonly Found[]): readonly Evidence[] {
  return found
    .slice(0, mostEvidence)
    .map(({ article, span }) => ({ article: article.id, ...span, text: article.text.slice(span.start, span.end) }));
}

/** A quotation may run over several paragraphs: the body is read as one. */
function passagesOf({
  text,
  passages,
}: CheckedArticle): readonly { readonly words: ReturnType<typeof comparableWords>; readonly span: Span }[] {
  const first = passages[0];
  const last = passages.at(-1);
  if (first === undefined || last === undefined) return [];
  const span = { start: first.start, end: last.end };
  const words = comparableWords(text, span.start, span.end);
  const plain = withoutBrackets(text, words);
  return plain === words
    ? [{ words, span }]
    : [
        { words, span },
        { words: plain, span },
      ];
}

function spanOf({ starts, ends }: ReturnType<typeof comparableWords>, { from, to }: WordRange, within: Span): Span {
  return { start: starts[from] ?? within.start, end: ends[Math.max(from, to - 1)] ?? within.end };
}
