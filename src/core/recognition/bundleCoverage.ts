import type { Envelopes } from "../envelope/envelope";

export interface BundleVerdict {
  readonly isBundle: boolean;
  readonly confidence: number;
  readonly reason: string;
}

const sourceName = /\.(?:[cm]?[jt]sx?|py|java|c|cc|cpp|h|hpp|cs|go|rs|rb|php|sh|sql|css|scss|html?|xml|json|ya?ml|toml|ini|cfg|vue|svelte|swift|kt|lock)$/i;
/** A nameless opener as the first thing in a text: a bundle of which only the first article is in sight. */
const opensNameless = /^\uFEFF?\s{0,100}<<<FILE>>>[ \t]{0,20}[\r\n]/i;

/** Whether a text with markers is a bundle of articles: not a document that quotes one, nor a pack of source files. */
export function bundleCoverage(text: string, envelopes: Envelopes, truncated: boolean): BundleVerdict {
  if (!envelopes.isBundle) {
    const begun = truncated && opensNameless.test(text);
    return { isBundle: begun, confidence: begun ? 0.7 : 1, reason: begun ? "begins with an article's marker" : "no markers" };
  }
  const { articles, outside } = envelopes;
  const inside = articles.reduce((sum, { raw, opener }) => sum + raw.end - opener.start, 0);
  const around = outside.reduce((sum, { start, end }) => sum + end - start, 0);
  const isQuoted = outside.some(({ start, end }) => /^ {0,3}(?:```|~~~)/m.test(text.slice(start, end)));
  const isCode = articles.filter(({ name }) => name !== null && sourceName.test(name)).length > articles.length / 2;
  if (isCode) return { isBundle: false, confidence: 0.8, reason: "a bundle of source files" };
  if (isQuoted || around > 2 * inside + 500) return { isBundle: false, confidence: 0.7, reason: "markers are quoted in it" };
  const share = inside / Math.max(1, inside + around);
  return { isBundle: true, confidence: 0.7 + 0.3 * share, reason: `markers of ${articles.length} ${articles.length === 1 ? "article" : "articles"}` };
}
