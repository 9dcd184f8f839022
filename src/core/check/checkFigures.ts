import { daysBetween, type Period } from "../dates/period";
import { relativeDates } from "../dates/relativeDates";
import { writtenDates } from "../dates/writtenDates";
import { stopWords } from "../text/stopWords";
import type { Span } from "../text/span";
import type { CheckedArticle, CheckedCorpus, Checking } from "./checkedCorpus";
import { comparableWords } from "./comparableWords";
import { type Draft, sentenceSpans } from "./draft";
import type { Evidence, Finding } from "./finding";
import { matterOf, shareOf, withoutFigures } from "./matter";
import { quantitiesIn, type Quantity, sameValue } from "./quantities";

const mostCandidates = 14;
const mostEvidence = 4;
/** So much of a draft's sentence, by its telling words, must stand in a sentence of the corpus that speaks of the same. */
const sameMatter = 0.5;
/** For figures of the same thing less is enough: the unit speaks for it too. */
const sameCount = 0.34;

/** A sentence of the corpus that may speak of the same as one of the draft. */
interface Witness {
  readonly article: CheckedArticle;
  readonly span: Span;
  readonly words: ReadonlySet<string>;
}

/** Reads each article of the corpus that is asked for once. */
class Witnesses {
  readonly #corpus: CheckedCorpus;
  readonly #read = new Map<string, readonly Witness[]>();

  constructor(corpus: CheckedCorpus) {
    this.#corpus = corpus;
  }

  /** The sentences of the articles that have most of these words. */
  *of(words: readonly string[]): Checking<readonly Witness[]> {
    const ids = this.#corpus.candidates(words, mostCandidates);
    const found: Witness[] = [];
    yield ids.filter((id) => !this.#read.has(id));
    for (const id of ids) {
      let read = this.#read.get(id);
      if (read === undefined) {
        const article = this.#corpus.article(id);
        read =
          article === null
            ? []
            : sentenceSpans(article.text, article.passages).map((span) => ({
                article,
                span,
                words: withoutFigures(matterOf(article.text, span)),
              }));
        this.#read.set(id, read);
        yield [];
      }
      found.push(...read);
    }
    return found;
  }
}

/** Checks the figures of a draft with what they count, and the dates of what it tells. */
export function* checkFigures(draft: Draft, corpus: CheckedCorpus, written: string | null): Checking<readonly Finding[]> {
  const witnesses = new Witnesses(corpus);
  const findings: Finding[] = [];
  for (const sentence of draft.sentences) {
    const quantities = quantitiesIn(draft.text, sentence.start, sentence.end);
    const dates = datesIn(draft.text, sentence, written).filter(({ readings }) => readings.length === 1);
    if (quantities.length === 0 && dates.length === 0) continue;
    const matter = withoutFigures(matterOf(draft.text, sentence));
    if (matter.size < 2) continue;
    const words = comparableWords(draft.text, sentence.start, sentence.end).words.filter((word) => !stopWords.has(word));
    const found = yield* witnesses.of(words);
    for (const quantity of quantities) {
      findings.push(checkQuantity(draft, quantity, matter, found));
      yield [];
    }
    for (const date of dates) {
      findings.push(checkDate(draft, date, matter, found));
      yield [];
    }
  }
  return findings;
}

function evidenceOf({ article }: Witness, { start, end }: Span): Evidence {
  return { article: article.id, start, end, text: article.text.slice(start, end) };
}

function wordingOf(witness: Witness | undefined, span: Span | undefined): Pick<Finding, "wording"> {
  return witness === undefined || span === undefined
    ? {}
    : { wording: witness.article.text.slice(span.start, span.end).replace(/\s+/gu, " ") };
}

function checkQuantity({ text }: Draft, quantity: Quantity, matter: ReadonlySet<string>, witnesses: readonly Witness[]): Finding {
  const base = { kind: "number", start: quantity.start, end: quantity.end, text: text.slice(quantity.start, quantity.end) } as const;
  const found = witnesses
    .flatMap((witness) => {
      const share = shareOf(matter, witness.words);
      if (share < sameCount) return [];
      return quantitiesIn(witness.article.text, witness.span.start, witness.span.end)
        .filter(({ unit }) => unit === quantity.unit)
        .map((other) => ({ witness, other, share, agrees: sameValue(quantity, other) }));
    })
    .sort((a, b) => b.share - a.share || (a.witness.article.published ?? "9999").localeCompare(b.witness.article.published ?? "9999"));
  const agreeing = found.filter(({ agrees }) => agrees);
  const [best] = found;
  const [agrees] = agreeing;
  if (best === undefined)
    return { ...base, verdict: "not-in-corpus", evidence: [], note: "No article of the corpus gives a figure for this." };
  if (agrees !== undefined && agrees.share >= best.share - 0.2) {
    return {
      ...base,
      verdict: "as-in-corpus",
      evidence: agreeing.slice(0, mostEvidence).map(({ witness, other }) => evidenceOf(witness, other)),
      note: "The corpus has this figure.",
    };
  }
  const others = found.filter((one) => !one.agrees && one.share >= best.share - 0.2);
  const figures = [...new Set(others.map(({ witness, other }) => witness.article.text.slice(other.start, other.end)))].slice(0, 4);
  return {
    ...base,
    verdict: "other-figure",
    ...wordingOf(others[0]?.witness, others[0]?.other),
    evidence: others.slice(0, mostEvidence).map(({ witness, other }) => evidenceOf(witness, other)),
    note: `The corpus has another figure: ${figures.join(", ")}.`,
  };
}

interface DatedSpan extends Span {
  readonly readings: readonly Period[];
}

function datesIn(text: string, { start, end }: Span, published: string | null): readonly DatedSpan[] {
  const sentence = text.slice(start, end).replace(/[\r\n\t\u00a0\u2000-\u200a\u202f]/gu, " ");
  const found = writtenDates(sentence, published);
  const relative =
    published === null
      ? []
      : relativeDates(sentence, published).filter(
          ({ span }) => !found.some((one) => one.span.start < span.end && span.start < one.span.end),
        );
  return [...found, ...relative].map(({ span, readings }) => ({ start: start + span.start, end: start + span.end, readings }));
}

function checkDate({ text }: Draft, date: DatedSpan, matter: ReadonlySet<string>, witnesses: readonly Witness[]): Finding {
  const base = { kind: "date", start: date.start, end: date.end, text: text.slice(date.start, date.end) } as const;
  const wanted = date.readings[0] ?? "";
  const near = witnesses
    .map((witness) => ({ witness, share: shareOf(matter, witness.words) }))
    .filter(({ share }) => share >= sameMatter)
    .sort((a, b) => b.share - a.share);
  const others: { readonly witness: Witness; readonly span: Span }[] = [];
  for (const { witness } of near) {
    const { article, span } = witness;
    const dates = datesIn(article.text, span, article.published);
    const match = dates.find(({ readings }) => readings.some((reading) => sharePeriod(reading, wanted)));
    if (match !== undefined)
      return { ...base, verdict: "as-in-corpus", evidence: [evidenceOf(witness, match)], note: "The corpus has this date for it." };
    const [other] = dates;
    if (other !== undefined) others.push({ witness, span: other });
    else if (article.published !== null && withinDays(wanted, article.published, 2)) {
      return {
        ...base,
        verdict: "as-in-corpus",
        evidence: [evidenceOf(witness, span)],
        note: `An article of ${article.published} tells of it.`,
      };
    }
  }
  const [first] = others;
  if (first === undefined)
    return { ...base, verdict: "not-in-corpus", evidence: [], note: "No article of the corpus gives a date for this." };
  const written = [...new Set(others.slice(0, 3).map(({ witness, span }) => witness.article.text.slice(span.start, span.end)))];
  return {
    ...base,
    verdict: "other-date",
    ...wordingOf(first.witness, first.span),
    evidence: others.slice(0, mostEvidence).map(({ witness, span }) => evidenceOf(witness, span)),
    note: `The corpus has another date for it: ${written.join(", ")}.`,
  };
}

/** Whether two periods have a day in common. */
function sharePeriod(a: Period, b: Period): boolean {
  const [fromA, toA] = daysOf(a);
  const [fromB, toB] = daysOf(b);
  return fromA <= toB && fromB <= toA;
}

/** First and last day of a period, as text that compares in time. */
function daysOf(period: Period): readonly [string, string] {
  const [from = "", to = from] = period.split("..");
  return [from.padEnd(10, "-00").replace(/^(\d{4})-00-00$/u, "$1-01-01"), to.length === 10 ? to : `${to}-99`];
}

function withinDays(period: Period, day: string, most: number): boolean {
  const [from, to] = daysOf(period);
  if (from <= day && day <= to) return true;
  return from.length === 10 && /^\d{4}-\d\d-\d\d$/u.test(from) && Math.abs(daysBetween(from, day)) <= most;
}
