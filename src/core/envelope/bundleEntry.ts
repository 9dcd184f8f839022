import type { EnvelopeArticle } from "./envelope";
import { parseEnvelopes } from "./parseEnvelopes";
import { LineIndex } from "../text/lineIndex";

/** One article as it stands in a bundle. */
export interface BundleEntry {
  /** Opener, text and closer, each with its line end. */
  readonly text: string;
  /** The name that a reader of the bundle gets: what was asked for, unless no marker can hold it. */
  readonly name: string;
  /** Whether a reader of the bundle gets the text as it was; a last line end may have been added. */
  readonly exact: boolean;
}

/**
 * Wraps `text` in markers. Of several spellings the first is taken that is read back as it was meant: the plain
 * `<<<FILE: name>>>` … `<<<END FILE: name>>>` first (the closer repeats the name, so that markers in the text stay
 * text), quotes for names that would be read otherwise, an `id` for a text with an opener of the same name, at last another name.
 * `taken` holds the names given so far; the entry's is added.
 */
export function bundleEntry(name: string, text: string, taken: Set<string>): BundleEntry {
  const lines = text === "" || text.endsWith("\n") || text.endsWith("\r") ? text : `${text}\n`;
  const holdable = distinct(name.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]/g, "_"), taken);
  const plain = distinct(holdable.trim().replace(/["'`=|<>#]/g, "_"), taken);
  // A text may hold this very closer; then the text counts for more than the name.
  for (const candidate of [holdable, plain, unusedIn(lines, plain, taken)]) {
    for (const [opener, closer] of spellings(candidate, lines)) {
      if (!isReadAs(candidate, opener, closer, lines)) continue;
      taken.add(candidate);
      return { text: `${opener}\n${lines}${closer}\n`, name: candidate, exact: true };
    }
  }
  taken.add(holdable);
  return { text: `<<<FILE: ${holdable}>>>\n${lines}<<<END FILE: ${holdable}>>>\n`, name: holdable, exact: false };
}

function* spellings(name: string, text: string): Generator<readonly [opener: string, closer: string]> {
  yield [`<<<FILE: ${name}>>>`, `<<<END FILE: ${name}>>>`];
  for (const quote of ['"', "'", "`"]) {
    if (name.includes(quote)) continue;
    const quoted = `${quote}${name}${quote}`;
    yield [`<<<FILE: ${quoted}>>>`, `<<<END FILE: ${quoted}>>>`];
  }
  for (const quote of ['"', "'"]) {
    if (name.includes(quote)) continue;
    let id = 1;
    while (text.includes(`article-${id}`)) id++;
    yield [`<<<FILE path=${quote}${name}${quote} id="article-${id}">>>`, `<<<END FILE: article-${id}>>>`];
  }
}

/** Reads the entry as a bundle's reader will; without brackets in the text, the markers alone tell. */
function isReadAs(name: string, opener: string, closer: string, text: string): boolean {
  const inside = text.includes("<<<") ? text : "-\n";
  // Another article before and behind, as in the bundle: markers must not reach into either.
  const bundle = `${BEFORE}${opener}\n${inside}${closer}\n${BEHIND}`;
  const { articles } = parseEnvelopes(bundle, new LineIndex(bundle));
  const article: EnvelopeArticle | undefined = articles[1];
  return articles.length === 3 && article?.name === name && bundle.slice(article.raw.start, article.raw.end) === inside;
}

const BEFORE = "<<<FILE: before>>>\n-\n<<<END FILE: before>>>\n";
const BEHIND = "<<<FILE: behind>>>\n-\n<<<END FILE: behind>>>\n";

function unusedIn(text: string, name: string, taken: ReadonlySet<string>): string {
  let count = 2;
  while (taken.has(`${name}~${count}`) || text.includes(`${name}~${count}`)) count++;
  return `${name}~${count}`;
}

function distinct(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}~${count}`;
  return candidate;
}
