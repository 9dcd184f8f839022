import type { Envelopes } from "../envelope/envelope";
import { noBundle, parseEnvelopes } from "../envelope/parseEnvelopes";
import { LineIndex } from "../text/lineIndex";
import { isExtractedName, isRecordName } from "../corpus/candidates";
import { containerVerdict, isSourceName } from "./containerVerdict";
import type { Evidence } from "./evidence";
import { sampleLength } from "./textSample";
import { weigh } from "./weighing";

/** What the markers in a text make of it. */
export interface BundleVerdict {
  readonly isBundle: boolean;
  /** Whether there are markers at all that would make a bundle. */
  readonly hasMarkers: boolean;
  /** Whether most of what they mark is source code by its name. */
  readonly isCode: boolean;
  readonly confidence: number;
  readonly reason: string;
}

/** A nameless opener as the first thing in a text: a bundle of which only the first article is in sight. */
const opensNameless = /^\uFEFF?\s{0,100}<<<FILE>>>[ \t]{0,20}[\r\n]/i;

/** Whether the beginning of a text is that of a bundle of articles: not of a document that quotes one, nor of a pack of source files. */
export function bundleVerdict(text: string, truncated: boolean): BundleVerdict {
  const envelopes: Envelopes = text.includes("<<<") ? parseEnvelopes(text, new LineIndex(text)) : noBundle;
  if (!envelopes.isBundle) {
    const begun = truncated && opensNameless.test(text);
    return {
      isBundle: begun,
      hasMarkers: begun,
      isCode: false,
      confidence: begun ? 0.7 : 1,
      reason: begun ? "begins with an article's marker" : "no markers",
    };
  }
  const { articles, outside } = envelopes;
  const inside = articles.reduce((sum, { raw, opener }) => sum + raw.end - opener.start, 0);
  const around = outside.reduce((sum, { start, end }) => sum + end - start, 0);
  const isQuoted = outside.some(({ start, end }) => /^ {0,3}(?:```|~~~)/m.test(text.slice(start, end)));
  const isCode = articles.filter(({ name }) => name !== null && isSourceName(name)).length > articles.length / 2;
  const found = { isCode, hasMarkers: true };
  if (isCode) return { ...found, isBundle: false, confidence: 0.8, reason: "a bundle of source files" };
  if (isQuoted || around > 2 * inside + 500) return { ...found, isBundle: false, confidence: 0.7, reason: "markers are quoted in it" };
  const share = inside / Math.max(1, inside + around);
  return {
    ...found,
    isBundle: true,
    confidence: 0.7 + 0.3 * share,
    reason: `markers of ${articles.length} ${articles.length === 1 ? "article" : "articles"}`,
  };
}

export interface Classification {
  readonly kind: "article" | "bundle" | "other";
  /** How sure `kind` is, 0 to 1. */
  readonly confidence: number;
  /** What decided, the weightiest first. */
  readonly reasons: readonly string[];
}

/** What is known of a text besides its beginning. */
export interface TextContext {
  readonly fileName?: string;
  /** The editor's language id: anything but plain text and Markdown is settled by it. */
  readonly languageId?: string | null;
  /** Whether the text goes on behind what was given. */
  readonly truncated?: boolean;
}

const textLanguages: ReadonlySet<string> = new Set(["", "plaintext", "markdown", "news-article", "news-bundle"]);
const projectFile =
  /^(?:readme|license|licence|copying|change(?:s|log)|contributing|authors|notice|todo|install|requirements|cmakelists|robots|makefile|security|code_of_conduct)(?:[._-].{0,20})?$/i;
const neverNews =
  /\.(?:[cm]?[jt]sx?|py|java|c|cc|cpp|h|hpp|cs|go|rs|rb|php|pl|sh|bat|ps1|lua|swift|kt|scala|sql|r|jl|vue|svelte|css|scss|less|html?|xml|svg|json[cl5]?|ya?ml|toml|ini|cfg|conf|env|lock|log|csv|tsv|srt|vtt|diff|patch|tex|bib|po|rst|adoc|ipynb|map|eml|mbox|vcf|ics|properties|gradle|cmake|mk|proto|graphql|d\.ts)$/i;

/** What editors call the files that hold records of articles, among others. */
const recordLanguages = /^(?:json|jsonl|jsonc|xml|html|[ct]sv|dynamic csv|csv \([a-z]+\))$/;

/** Whether a text in a language of the editor may be looked at: plain text, Markdown, and files with records by their name. */
export function mayBeNews(languageId: string, fileName: string): boolean {
  return textLanguages.has(languageId) || (recordLanguages.test(languageId) && isRecordName(fileName));
}

/** Whether a file is no article by its name alone: that of a program, of data, or of what every project has. */
export function isNameOfOther(fileName: string): boolean {
  return (neverNews.test(fileName) && !isExtractedName(fileName)) || projectFile.test(fileName);
}

/** The score from which a text counts as an article. */
const threshold = 3.1;

/** Tells a news article or a bundle of articles from any other text, by the first 64 K code units of it. */
export function classifyText(head: string, context: TextContext = {}): Classification {
  const { fileName = "", languageId = null, truncated = false } = context;
  if (!mayBeNews(languageId ?? "", fileName)) return other(`the language is ${languageId ?? ""}`);
  const holdsRecords = isRecordName(fileName);
  if (!holdsRecords && isNameOfOther(fileName)) return other(`a file called ${fileName}`);
  const text = head.slice(0, sampleLength);
  const bundle = bundleVerdict(text, truncated || text.length < head.length);
  if (bundle.isBundle) return { kind: "bundle", confidence: bundle.confidence, reasons: [bundle.reason] };
  const container = bundle.hasMarkers ? null : containerVerdict(text, fileName, false);
  if (container?.isNews === true) return { kind: "bundle", confidence: 0.9, reasons: [container.description] };
  if (container !== null) return other(container.objection);
  if (holdsRecords) return other(`a file called ${fileName}`);
  const { evidence, score } = weigh(text);
  const certainty = 1 / (1 + Math.exp(threshold - score));
  const isArticle = score >= threshold;
  return {
    kind: isArticle ? "article" : "other",
    confidence: isArticle ? certainty : 1 - certainty,
    reasons: reasonsFrom(evidence, isArticle),
  };
}

function other(reason: string): Classification {
  return { kind: "other", confidence: 1, reasons: [reason] };
}

function reasonsFrom(evidence: readonly Evidence[], isArticle: boolean): string[] {
  return evidence
    .filter(({ weight }) => weight > 0 === isArticle)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ reason }) => reason);
}
