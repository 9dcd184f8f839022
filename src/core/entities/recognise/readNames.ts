import type { Article } from "../../article/article";
import type { LineIndex } from "../../text/lineIndex";
import { contains, overlaps, type Span } from "../../text/span";
import type { CancellationToken } from "../../util/cancellation";
import type { ArticleNames } from "../index/articleNames";
import { type ArticleBase, MentionTable } from "../index/mentionTable";
import { tellingSentences } from "../index/tellingSentences";
import type { Mention } from "../mention";
import { cleanName } from "../names/nameKey";
import { localQuotations } from "../../quotations/localQuotations";
import { resolveArticle } from "../resolve/resolveArticle";
import { extractRoles } from "../roles/extractRoles";
import { isDateText } from "./dateLines";
import { withKnownNames } from "./knownNames";
import type { NameModel } from "./model";
import type { Zone } from "./reading";
import { recogniseNames } from "./recognise";

/**
 * The parts of an article in which names count, in reading order and without overlaps: headline, byline, dateline,
 * subheadings, paragraphs, credit line and the titles of the related list. Site text and addresses are not among them.
 */
function articleZones(article: Article): readonly Zone[] {
  const zones: { readonly zone: Zone; readonly span: Span }[] = [];
  const add = (span: Span | null | undefined): void => {
    if (span && span.end > span.start) zones.push({ zone: span, span });
  };
  add(article.headline?.span);
  add(article.byline?.span);
  // On a line of its own it is read with the date beside it.
  if (article.prefix !== null) add(article.dateline?.span);
  add(article.creditLine?.span);
  for (const span of article.subheadings) add(span);
  for (const { span } of article.related) add(span);
  for (const paragraph of article.paragraphs) {
    const first = paragraph.pieces[0];
    const last = paragraph.pieces.at(-1);
    if (first !== undefined && last !== undefined) zones.push({ zone: paragraph, span: { start: first.start, end: last.end } });
  }
  zones.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Zone[] = [];
  let end = -1;
  for (const { zone, span } of zones) {
    if (span.start < end || article.boilerplate.some((site) => overlaps(site, span) && !contains(span, site))) continue;
    kept.push(zone);
    end = span.end;
  }
  return kept;
}

/** Lines of the head are read for a place and a date only when they have at most so many characters. */
const longestHeadLine = 120;

/**
 * The lines in front of the body that are no other field's: dates with the place of filing beside them, places alone.
 * Labels, addresses and lines that are read already are left out.
 */
function headLines(text: string, article: Article, zones: readonly Zone[]): Span[] {
  const end = article.body?.start ?? 0;
  const found: Span[] = [];
  for (let start = article.content?.start ?? end; start < end;) {
    const next = text.indexOf("\n", start);
    const line = { start, end: next < 0 || next > end ? end : next };
    start = line.end + 1;
    const written = text.slice(line.start, line.end).trim();
    if (
      written === "" ||
      written.length > longestHeadLine ||
      !/^\p{Lu}|\p{Lu}\S{0,99}$/u.test(written) ||
      /[:/]\/\/|^\p{L}+:\s/u.test(written)
    )
      continue;
    const isRead = zones.some((zone) => ("pieces" in zone ? zone.pieces : [zone]).some((piece) => overlaps(piece, line)));
    if (!isRead && !article.boilerplate.some((site) => overlaps(site, line))) found.push(line);
  }
  return found;
}

/** Whether a line of the head is places and a date alone, an agency in brackets left out. */
function isPlaceAndDate(text: string, line: Span, places: readonly Mention[]): boolean {
  let rest = text.slice(line.start, line.end);
  for (const { start, end } of [...places].reverse()) rest = rest.slice(0, start - line.start) + rest.slice(end - line.start);
  return places.length > 0 && isDateText(rest.replace(/\([^()]*\)\s*$/u, ""));
}

/**
 * The names of an article of `text`: what the recogniser finds in the parts that an editor wrote, with what the
 * article's structure tells (who signed it, where it was filed). In order, without overlaps; offsets into `text`.
 */
export function namesInArticle(text: string, article: Article, model: NameModel, token?: CancellationToken): readonly Mention[] {
  const zones = articleZones(article);
  const lines = headLines(text, article, zones);
  const all = lines.length === 0 ? zones : [...zones, ...lines].sort((a, b) => startOf(a) - startOf(b));
  const recognised = recogniseNames(text, all, model, token);
  const dropped = lines.filter((line) => {
    const names = recognised.filter((name) => overlaps(name, line));
    return names.some(({ type, start }) => type !== "LOC" && text.charAt(start - 1) !== "(") || !isPlaceAndDate(text, line, names);
  });
  const kept = dropped.length === 0 ? recognised : recognised.filter((name) => !dropped.some((line) => overlaps(name, line)));
  return withKnownNames(text, article, zones, kept);
}

function startOf(zone: Zone): number {
  return "pieces" in zone ? (zone.pieces[0]?.start ?? 0) : zone.start;
}

/** A text with its lines, as parsed documents have them. */
interface LinedText {
  readonly text: string;
  readonly lines: LineIndex;
}

/** Where an article that begins at `offset` (of its markers, in a bundle) begins. */
export function baseOf(lines: LineIndex, offset: number): ArticleBase {
  return { offset, line: lines.lineAt(offset) };
}

/** Recognises the names of an article and takes them together: all that the index needs to know. */
export function readNames(
  document: LinedText,
  article: Article,
  base: ArticleBase,
  model: NameModel,
  token?: CancellationToken,
): ArticleNames {
  return namesOf(document, article, base, namesInArticle(document.text, article, model, token));
}

/** The same with names that are known already, in order and without overlaps. */
export function namesOf({ text, lines }: LinedText, article: Article, base: ArticleBase, mentions: readonly Mention[]): ArticleNames {
  const roles = extractRoles(text, mentions);
  const written = roles.filter(({ kind }) => kind !== "kin");
  const locals = resolveArticle(text, mentions, written);
  const ofEntities = new Set(locals.flatMap((local) => local.mentions));
  const headline = article.headline?.span;
  const forms: string[] = [];
  const known = new Map<string, number>();
  const formOf = Uint32Array.from(mentions, ({ start, end }) => {
    const form = cleanName(text.slice(start, end));
    let index = known.get(form);
    if (index === undefined) {
      index = forms.push(form) - 1;
      known.set(form, index);
    }
    return index;
  });
  return {
    mentions: MentionTable.of(mentions, lines, base),
    headline: headline ? { start: headline.start - base.offset, end: headline.end - base.offset } : null,
    formOf,
    forms,
    locals,
    roles: roles.filter(({ mention }) => ofEntities.has(mention)).map(({ mention, phrase }) => ({ mention, phrase })),
    sentences: tellingSentences(text, article, base, mentions, locals, written),
    quotations: localQuotations(text, article, base, mentions, locals),
  };
}
