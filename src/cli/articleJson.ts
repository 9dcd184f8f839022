import type { Article, Author, DateSource, DisplayTitleKind, Origin } from "../core/article/article";
import { articleId, type ArticleRecord } from "../core/corpus/articleRecord";
import type { Corpus } from "../core/corpus/corpus";
import type { ParsedDocument } from "../core/corpus/parseDocument";
import type { Problem, ProblemCode } from "../core/corpus/problem";
import { articleProblems } from "../core/envelope/documentProblems";
import type { LineIndex } from "../core/text/lineIndex";
import type { Span } from "../core/text/span";
import type { CorpusFile } from "./corpusFile";

/**
 * The problems of a bundle's markers, article by article: each belongs to the last article that opens before it or
 * where it stands. A missing closer is missing before the next opener, so it belongs to the article before that.
 * What stands before the first opener belongs to the first article.
 */
function problemsOfSlots(document: ParsedDocument): readonly (readonly Problem[])[] {
  const result: Problem[][] = document.slots.map(() => []);
  for (const problem of document.envelopeProblems) {
    const before = problem.code === "missing-closer" ? problem.span.start - 1 : problem.span.start;
    result[Math.max(0, lastOpenedBy(document, before))]?.push(problem);
  }
  return result;
}

function lastOpenedBy({ slots }: ParsedDocument, offset: number): number {
  let low = -1;
  let high = slots.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((slots[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** First and last line, 1-based, inclusive, counted from the start of the file. */
export type Lines = readonly [first: number, last: number];

/** What `articles --json` says of one article. Absent values are null, empty lists are there; the names are a promise. */
export interface ArticleJson {
  /** Relative to the folder, with "/". */
  readonly file: string;
  /** Null for the article of a single-article file. */
  readonly key: string | null;
  readonly openLine: number | null;
  readonly closeLine: number | null;
  readonly contentLines: Lines | null;
  readonly bodyLines: Lines | null;
  readonly headline: string | null;
  readonly headlineLine: number | null;
  readonly displayTitle: string;
  readonly displayTitleKind: DisplayTitleKind;
  readonly byline: string | null;
  readonly authors: readonly Pick<Author, "name" | "kind">[];
  readonly publisher: string | null;
  readonly publisherKind: Origin | null;
  readonly agency: string | null;
  readonly datelineCity: string | null;
  /** `YYYY-MM-DD`. */
  readonly datePublished: string | null;
  readonly dateSource: DateSource | null;
  readonly creditLine: string | null;
  /** `target` is the article meant: its file, with `#key` inside a bundle. */
  readonly related: readonly { readonly title: string; readonly line: number; readonly target: string | null }[];
  readonly url: string | null;
  readonly urlLine: number | null;
  readonly boilerplate: readonly Lines[];
  readonly brokenParagraphs: readonly Lines[];
  readonly diagnostics: readonly { readonly line: number; readonly code: ProblemCode; readonly message: string }[];
}

/** The articles of a file, in its order. `pathOf` gives the path of a document's URI. */
export function* articlesOf(file: CorpusFile, corpus: Corpus, pathOf: (uri: string) => string): Generator<ArticleJson> {
  const { document } = file;
  const records = corpus.articlesOf(file.uri);
  const problems = problemsOfSlots(document);
  for (const [index, { key, envelope, span }] of document.slots.entries()) {
    const record = records[index];
    if (record === undefined) continue;
    const article = document.article(index);
    const at = new LineNumbers(document.lines);
    yield {
      file: file.path,
      key: record.key,
      openLine: key === null ? null : at.line(envelope?.opener ?? span),
      closeLine: at.lineOrNull(envelope?.closer),
      contentLines: at.linesOrNull(envelope === null ? article.content : envelope.content),
      bodyLines: at.linesOrNull(article.body),
      headline: article.headline?.value ?? null,
      headlineLine: at.lineOrNull(article.headline?.span),
      displayTitle: article.displayTitle,
      displayTitleKind: article.displayTitleKind,
      byline: article.byline?.value ?? null,
      authors: article.authors.map(({ name, kind }) => ({ name, kind })),
      publisher: article.publisher?.value ?? null,
      publisherKind: article.publisher?.origin ?? null,
      agency: article.agency?.value ?? null,
      datelineCity: article.dateline?.cities[0] ?? null,
      datePublished: corpus.dateOf(record),
      dateSource: article.datePublished?.source ?? null,
      creditLine: article.creditLine?.value ?? null,
      related: article.related.map(({ title, span }) => ({ title, line: at.line(span), target: targetOf(title, record, corpus, pathOf) })),
      url: article.url?.value ?? null,
      urlLine: at.lineOrNull(article.url?.span),
      boilerplate: article.boilerplate.map((span) => at.lines(span)),
      brokenParagraphs: brokenParagraphs(article, at),
      diagnostics: [...(problems[index] ?? []), ...articleProblems(article, corpus)]
        .map(({ span, code, message }) => ({ line: at.line(span), code, message }))
        .sort((a, b) => a.line - b.line),
    };
  }
}

function targetOf(title: string, from: ArticleRecord, corpus: Corpus, pathOf: (uri: string) => string): string | null {
  const target = corpus.resolveTitle(title, articleId(from));
  if (target === null) return null;
  return target.key === null ? pathOf(target.uri) : `${pathOf(target.uri)}#${target.key}`;
}

/** Paragraphs of several pieces that blank lines stand between; wrapped lines alone break nothing. */
function brokenParagraphs({ paragraphs }: Article, at: LineNumbers): Lines[] {
  const broken: Lines[] = [];
  for (const { pieces } of paragraphs) {
    const first = pieces[0];
    const last = pieces.at(-1);
    if (first !== undefined && last !== undefined && pieces.length > 1) broken.push(at.lines({ start: first.start, end: last.end }));
  }
  return broken;
}

class LineNumbers {
  readonly #lines: LineIndex;

  constructor(lines: LineIndex) {
    this.#lines = lines;
  }

  line(span: Span): number {
    return this.#lines.lineAt(span.start) + 1;
  }

  lineOrNull(span: Span | null | undefined): number | null {
    return span === null || span === undefined ? null : this.line(span);
  }

  /** A span may reach to the very start of the line behind its last: that line does not count. */
  lines(span: Span): Lines {
    return [this.line(span), this.#lines.lineAt(Math.max(span.start, span.end - 1)) + 1];
  }

  linesOrNull(span: Span | null): Lines | null {
    return span === null ? null : this.lines(span);
  }
}
