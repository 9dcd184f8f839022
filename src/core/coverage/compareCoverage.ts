import { comparableWords, type ComparableWords } from "../check/comparableWords";
import { sentenceSpans } from "../check/draft";
import { matterOf, sharedWords, shareOf, withoutFigures } from "../check/matter";
import { quantitiesIn, sameValue, type Quantity } from "../check/quantities";
import type { Quotation } from "../quotations/quotation";
import { quotationWords, sameQuotations } from "../quotations/sameQuotations";
import { contains, overlaps, type Span } from "../text/span";
import { sharedRuns, wordingChanges } from "./sharedPassages";

/** An article whose coverage is compared; spans are in `text`, that of its document. */
export interface CoveredArticle {
  readonly id: string;
  readonly text: string;
  /** The paragraphs of the body, in order. */
  readonly paragraphs: readonly Span[];
  /** `YYYY-MM-DD`; null where it is not known. */
  readonly published: string | null;
  readonly quotations: readonly (Quotation & { readonly entity: string | null })[];
  /** What is said of people and bodies: by entity, the phrases with their places. */
  readonly roles: readonly (Span & { readonly entity: string; readonly phrase: string })[];
}

/** A passage of one of the articles, by its number in the comparison. */
export interface Passage extends Span {
  readonly article: number;
  readonly text: string;
}

export interface CommonText {
  /** The earlier article and the later one. */
  readonly earlier: number;
  readonly later: number;
  /** How much of each body stands in the other, 0–1, by words. */
  readonly ofEarlier: number;
  readonly ofLater: number;
  /** The longest first. */
  readonly passages: readonly { readonly earlier: Passage; readonly later: Passage; readonly words: number }[];
  /** Where the text goes on in both, but in other words. Either side may be empty: words that only one has. */
  readonly wording: readonly { readonly earlier: Passage; readonly later: Passage }[];
}

export interface DifferingFigure {
  /** What is counted. */
  readonly unit: string;
  readonly figures: readonly (Passage & { readonly value: number; readonly sentence: string; readonly saidBy: string | null })[];
}

export interface DifferingQuotation {
  /** The fullest first. */
  readonly versions: readonly Passage[];
}

export interface DifferingRole {
  readonly entity: string;
  readonly phrases: readonly Passage[];
}

/** How several articles tell the same. Articles are named by their number in `order`. */
export interface Coverage {
  /** Ids, the earliest first, undated ones last. */
  readonly order: readonly string[];
  readonly common: readonly CommonText[];
  /** Sentences that no other article has, not even in other words. */
  readonly onlyHere: readonly Passage[];
  readonly figures: readonly DifferingFigure[];
  readonly quotations: readonly DifferingQuotation[];
  readonly roles: readonly DifferingRole[];
}

/** More articles of one story are too many to set beside each other. */
export const mostCompared = 24;
/** A sentence of which so much stands in a sentence elsewhere is told there too. */
const toldElsewhere = 0.5;

interface Body extends ComparableWords {
  readonly article: CoveredArticle;
  readonly sentences: readonly (Span & { readonly matter: ReadonlySet<string> })[];
}

/** Compares at most `mostCompared` articles. Quadratic in their number, bounded by their length. */
export function compareCoverage(articles: readonly CoveredArticle[]): Coverage {
  const bodies = [...articles]
    .sort((a, b) => compareText(a.published ?? "9999", b.published ?? "9999") || compareText(a.id, b.id))
    .slice(0, mostCompared)
    .map(bodyOf);
  return {
    order: bodies.map(({ article }) => article.id),
    common: bodies
      .flatMap((later, at) => bodies.slice(0, at).flatMap((earlier, from) => commonText(earlier, from, later, at) ?? []))
      .sort((a, b) => b.ofLater - a.ofLater),
    onlyHere: bodies.flatMap((body, at) => onlyIn(body, at, bodies)),
    figures: differingFigures(bodies),
    quotations: differingQuotations(bodies),
    roles: differingRoles(bodies),
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function bodyOf(article: CoveredArticle): Body {
  const parts = article.paragraphs.map(({ start, end }) => comparableWords(article.text, start, end));
  return {
    article,
    words: parts.flatMap(({ words }) => words),
    starts: parts.flatMap(({ starts }) => starts),
    ends: parts.flatMap(({ ends }) => ends),
    sentences: sentenceSpans(article.text, article.paragraphs).map((span) => ({ ...span, matter: matterOf(article.text, span) })),
  };
}

function passage({ article: { text } }: Body, article: number, start: number, end: number): Passage {
  return { article, start, end, text: text.slice(start, end) };
}

/** The passage of the words `from` to `to`; an empty one where there are none. */
function passageOfWords(body: Body, article: number, from: number, to: number): Passage {
  const start = body.starts[from] ?? body.ends.at(-1) ?? 0;
  return passage(body, article, start, to > from ? (body.ends[to - 1] ?? start) : start);
}

function commonText(earlier: Body, at: number, later: Body, laterAt: number): CommonText | null {
  const runs = sharedRuns(earlier.words, later.words);
  if (runs.length === 0) return null;
  const shared = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  return {
    earlier: at,
    later: laterAt,
    ofEarlier: shared / Math.max(1, earlier.words.length),
    ofLater: shared / Math.max(1, later.words.length),
    passages: runs
      .map(({ from, to, other }) => ({
        earlier: passageOfWords(earlier, at, from, to),
        later: passageOfWords(later, laterAt, other, other + to - from),
        words: to - from,
      }))
      .sort((a, b) => b.words - a.words),
    wording: wordingChanges(runs).map((change) => ({
      earlier: passageOfWords(earlier, at, change.from, change.to),
      later: passageOfWords(later, laterAt, change.otherFrom, change.otherTo),
    })),
  };
}

function onlyIn(body: Body, at: number, bodies: readonly Body[]): readonly Passage[] {
  return body.sentences
    .filter(
      ({ matter }) =>
        matter.size >= 3 &&
        !bodies.some((other) => other !== body && other.sentences.some((sentence) => shareOf(matter, sentence.matter) >= toldElsewhere)),
    )
    .map(({ start, end }) => passage(body, at, start, end));
}

interface PlacedQuantity {
  readonly body: number;
  readonly quantity: Quantity;
  readonly unit: string;
  readonly sentence: Span;
  readonly matter: ReadonlySet<string>;
  /** Of the words close by. */
  readonly near: ReadonlySet<string>;
}

/** So many characters to either side of a figure say what it is about. */
const nearby = 55;
/** Lives and deaths are people's. */
const durations = /^(?:year|month|week|day|hour|minute|second|time)$/u;
const unitNames: Readonly<Record<string, string>> = { life: "person", death: "person", victim: "person", civilian: "person", "": "" };

/** Figures of the same thing that are not the same: in sentences that have much in common. */
function differingFigures(bodies: readonly Body[]): readonly DifferingFigure[] {
  const placed = bodies.flatMap((body, at) =>
    body.sentences.flatMap((sentence) => {
      // "at least 94,000 people, perhaps as high as 120,000": what is counted is said once.
      let unit = "";
      let near: ReadonlySet<string> = new Set();
      return quantitiesIn(body.article.text, sentence.start, sentence.end).flatMap((quantity): PlacedQuantity[] => {
        const inherits = quantity.unit === "" && unit !== "";
        unit = quantity.unit === "" ? unit : (unitNames[quantity.unit] ?? quantity.unit);
        const close = { start: Math.max(sentence.start, quantity.start - nearby), end: Math.min(sentence.end, quantity.end + nearby) };
        near = new Set([...(inherits ? near : []), ...withoutFigures(matterOf(body.article.text, close))]);
        return unit === "" || durations.test(unit)
          ? []
          : [{ body: at, quantity, unit, sentence, matter: withoutFigures(sentence.matter), near }];
      });
    }),
  );
  const groups: PlacedQuantity[][] = [];
  for (const one of placed) {
    const same = groups.filter((members) => members.some((other) => speaksOfSame(one, other)));
    const merged = [...same.flat(), one];
    for (const group of same) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.flatMap((group): DifferingFigure[] => {
    const [first] = group;
    if (first === undefined || new Set(group.map(({ body }) => body)).size < 2) return [];
    if (group.every(({ quantity }) => sameValue(quantity, first.quantity))) return [];
    return [
      {
        unit: first.unit,
        figures: group.flatMap(({ body: at, quantity, sentence }) => {
          const body = bodies[at];
          return body === undefined
            ? []
            : [
                {
                  ...passage(body, at, quantity.start, quantity.end),
                  value: quantity.value,
                  sentence: body.article.text.slice(sentence.start, sentence.end),
                  saidBy: saidBy(body.article, quantity),
                },
              ];
        }),
      },
    ];
  });
}

/** Whether two figures count the same thing of the same matter: by their unit, the words close by, and their sentences. */
function speaksOfSame(one: PlacedQuantity, other: PlacedQuantity): boolean {
  return one.unit === other.unit && sharedWords(one.near, other.near) >= 1 && sharedWords(one.matter, other.matter) >= 2;
}

/** Who gives a figure, as the article writes it: the speaker of the quotation that it stands in. */
function saidBy({ text, quotations }: CoveredArticle, span: Span): string | null {
  const quotation = quotations.filter((one) => contains(one, span)).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  return quotation?.speaker === undefined || quotation.speaker === null ? null : text.slice(quotation.speaker.start, quotation.speaker.end);
}

/** The same quotation with other words, or with words left out. */
function differingQuotations(bodies: readonly Body[]): readonly DifferingQuotation[] {
  const all = bodies.flatMap((body, at) =>
    body.article.quotations
      .filter(({ kind }) => kind === "direct")
      .filter((one) => body.article.paragraphs.some((paragraph) => overlaps(paragraph, one)))
      .map((one) => ({
        at,
        place: passage(body, at, one.start, one.end),
        words: quotationWords(body.article.text.slice(one.start, one.end)),
      })),
  );
  const group = sameQuotations(all);
  const versions = new Map<number, typeof all>();
  for (const [at, root] of group.entries()) {
    const one = all[at];
    if (one !== undefined) versions.set(root, [...(versions.get(root) ?? []), one]);
  }
  return [...versions.values()]
    .filter((members) => new Set(members.map(({ at }) => at)).size > 1 && new Set(members.map(({ words }) => words.join(" "))).size > 1)
    .map((members) => ({ versions: members.sort((a, b) => b.words.length - a.words.length).map(({ place }) => place) }));
}

/** What one entity is said to be, where articles say it in other words. */
function differingRoles(bodies: readonly Body[]): readonly DifferingRole[] {
  const byEntity = new Map<string, { readonly key: string; readonly at: number; readonly place: Passage }[]>();
  for (const [at, body] of bodies.entries()) {
    for (const { entity, phrase, start, end } of body.article.roles) {
      const key = quotationWords(phrase)
        .filter((word) => !/^(?:the|a|an)$/u.test(word))
        .join(" ");
      byEntity.set(entity, [...(byEntity.get(entity) ?? []), { key, at, place: passage(body, at, start, end) }]);
    }
  }
  return [...byEntity].flatMap(([entity, all]): DifferingRole[] => {
    const keys = bodies.map((_, at) => new Set(all.filter((one) => one.at === at).map(({ key }) => key))).filter((own) => own.size > 0);
    const differ = keys.length > 1 && keys.some((own) => keys.some((other) => own !== other && ![...own].some((key) => other.has(key))));
    const seen = new Set<string>();
    return differ
      ? [{ entity, phrases: all.filter(({ key, at }) => !seen.has(`${at} ${key}`) && seen.add(`${at} ${key}`)).map(({ place }) => place) }]
      : [];
  });
}
