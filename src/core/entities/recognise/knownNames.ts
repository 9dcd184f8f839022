import type { Article } from "../../article/article";
import { overlaps, type Span } from "../../text/span";
import type { Mention, MentionType } from "../mention";
import { personName } from "../names/personName";
import { nameKey } from "../names/nameKey";
import type { Zone } from "./reading";

/** What the article's own structure says is a name. */
function fieldNames(text: string, article: Article): Mention[] {
  const found: Mention[] = [];
  const add = (span: Span | null | undefined, type: MentionType): void => {
    if (!span) return;
    const name = withoutMarkup(text, span);
    if (name !== null) found.push({ ...name, type, score: 1 });
  };
  for (const { span, kind, name } of article.authors) {
    // One word alone is a nickname or a desk as often as a person.
    if (kind === "organization") add(span, "ORG");
    else if (personName(nameKey(name))?.given !== "") add(span, "PER");
  }
  add(article.publisher?.span, "ORG");
  add(article.agency?.span, "ORG");
  if (article.dateline !== null) for (const city of citySpans(text, article.dateline.span)) add(city, "LOC");
  return found.filter(({ start, end }) => !article.boilerplate.some((site) => overlaps(site, { start, end })));
}

/** The longest stretch of a span without Markdown emphasis, links and white space around it; null if no letter is left. */
function withoutMarkup(text: string, span: Span): Span | null {
  let best: Span | null = null;
  for (const match of text.slice(span.start, span.end).matchAll(/[^*_[\]#<>\r\n]+/g)) {
    const piece = match[0];
    const trimmed = piece.trim();
    if (!/\p{L}/u.test(trimmed)) continue;
    const start = span.start + match.index + piece.indexOf(trimmed);
    if (best === null || trimmed.length > best.end - best.start) best = { start, end: start + trimmed.length };
  }
  return best;
}

/** "Beijing/Moscow" is two cities, "GENEVA, Switzerland" begins with one. */
function citySpans(text: string, span: Span): Span[] {
  const cities: Span[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/[^/]+/g)) {
    const city = match[0].split(",")[0] ?? "";
    const trimmed = city.trim();
    const start = span.start + match.index + city.indexOf(trimmed);
    if (trimmed !== "") cities.push({ start, end: start + trimmed.length });
  }
  return cities;
}

/** Where the outlet, the agency and signing organisations are named in the zones: "The Tarsk Times" is no place. */
function repeatedNames(text: string, article: Article, zones: readonly Zone[]): Mention[] {
  const names = new Set<string>();
  for (const field of [article.publisher, article.agency]) if (field !== null) names.add(field.value);
  for (const author of article.authors) if (author.kind === "organization") names.add(author.name);
  const found: Mention[] = [];
  for (const name of names) {
    if (!/\S\s+\S/.test(name) || name.length > 80) continue;
    for (const zone of zones) {
      for (const piece of "pieces" in zone ? zone.pieces : [zone]) {
        for (
          let at = text.indexOf(name, piece.start);
          at >= 0 && at + name.length <= piece.end;
          at = text.indexOf(name, at + name.length)
        ) {
          const isWhole = !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + name.length));
          if (isWhole) found.push({ start: at, end: at + name.length, type: "ORG", score: 1 });
        }
      }
    }
  }
  return found;
}

/** Puts the names that the article's structure tells in place of what was recognised there. In order, without overlaps. */
export function withKnownNames(text: string, article: Article, zones: readonly Zone[], recognised: readonly Mention[]): readonly Mention[] {
  const known = withoutOverlaps([...fieldNames(text, article), ...repeatedNames(text, article, zones)]);
  if (known.length === 0) return recognised;
  const rest = recognised.filter((mention) => !known.some((name) => overlaps(name, mention)));
  return [...known, ...rest].sort((a, b) => a.start - b.start);
}

/** The longer of two that overlap, the first of two that are alike. */
function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of [...mentions].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!kept.some((other) => overlaps(other, mention))) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}
