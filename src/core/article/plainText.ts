import { isInvisible, isSpace } from "./characters";

/** Longest stretch of text that is looked at as one line; nothing longer is a headline, byline or date line. */
export const plainLimit = 1000;

/** With one level of brackets inside the text; bounded, as all of this runs on hostile text. */
const link = /!?\[((?:[^[\]]|\[[^[\]]{0,100}\]){0,400})\]\(\s*<?[^()\s]{0,600}>?(?:\s+"[^"]{0,200}")?\s*\)/g;
/** In lower case, or too long for a stock ticker: "BORDER & CO <B>" keeps its own. */
const htmlTag = /<\/?(?:h[1-6]|b|i|u|em|strong|p|br|span|div|a|small|sup|sub|font|H[1-6]|STRONG|SPAN|DIV|FONT|EM|BR)(?:\s[^<>]{0,300})?\/?>/g;
/** "*By Jane Roe* | *4 March 2031*". */
const emphasis = /(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*]{1,200}[^\s*\\])\*(?![\p{L}\p{N}*])/gu;
const entity = /&(?:amp|quot|apos|nbsp|lt|gt|#\d{1,3});/g;
const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&quot;": '"', "&apos;": "'", "&nbsp;": " ", "&lt;": "<", "&gt;": ">" };

/**
 * What may not be plain or tidy: markup signs, white space but for single spaces, what cannot be seen, and rarely used
 * ranges around these. Regular expressions of the engine pass over text several times as fast as a loop does.
 */
const notPlain = /[^ -"$%'()+-;=?@A-Z^`a-z{-~\u00a1-\u00ac\u00ae-\u167f\u2010-\u2027\u2030-\u205e\u20a0-\u2fff\u3001-\ufefe\uff00-\uffef]|  |^ | $/;
const notTidy = /[^ -~\u00a1-\u00ac\u00ae-\u167f\u2010-\u2027\u2030-\u205e\u20a0-\u2fff\u3001-\ufefe\uff00-\uffef]|  |^ | $/;

/** One kind of space, no runs of it, nothing invisible. */
export function tidySpaces(raw: string): string {
  const untidy = raw.search(notTidy);
  if (untidy < 0) return raw;
  let out = "";
  let pending = false;
  // What is taken over is taken in pieces: from `from` up to what is left out.
  let from = 0;
  for (let at = untidy > 0 && raw.charCodeAt(untidy - 1) === 32 ? untidy - 1 : untidy; at < raw.length; at++) {
    const unit = raw.charCodeAt(at);
    const space = isSpace(unit);
    if (!space && !isInvisible(unit)) {
      if (pending) out += " ";
      pending = false;
      continue;
    }
    if (from < at) out += raw.slice(from, at);
    from = at + 1;
    if (space) pending = out !== "";
  }
  return from < raw.length ? out + raw.slice(from) : out;
}

function withoutWrapping(text: string, mark: string): string {
  const inner = text.slice(mark.length, -mark.length);
  const wrapped = text.length > 2 * mark.length && text.startsWith(mark) && text.endsWith(mark);
  return wrapped && !inner.includes(mark) ? inner.trim() : text;
}

/**
 * A line as a reader sees it: Markdown and HTML markup removed, links replaced by their text, every space a plain
 * one, nothing invisible. Reads at most `plainLimit` code units.
 */
export function plainText(raw: string): string {
  const bounded = raw.length > plainLimit ? raw.slice(0, plainLimit) : raw;
  if (!notPlain.test(bounded)) return bounded;
  let text = tidySpaces(bounded);
  if (text.includes("](")) text = text.replace(link, "$1");
  if (text.includes("<")) text = text.replace(htmlTag, "");
  if (text.includes("&")) {
    text = text.replace(entity, (found) => entities[found] ?? String.fromCharCode(Number(found.slice(2, -1))));
  }
  if (text.startsWith("#")) text = text.replace(/^#{1,6}\s+/, "").replace(/\s+#+$/, "");
  if (text.startsWith(">")) text = text.replace(/^>+\s*/, "");
  if (text.includes("**") || text.includes("__")) text = text.replaceAll(/(?<![\p{L}\p{N}])\*\*|\*\*(?![\p{L}\p{N}])/gu, "").replaceAll(/(?<![\p{L}\p{N}/])__|__(?![\p{L}\p{N}/])/gu, "");
  text = text.trim();
  if (text.includes("*")) text = text.replace(emphasis, "$1");
  text = withoutWrapping(withoutWrapping(text, "*"), "_");
  if (text.includes("\\")) text = text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
  return tidySpaces(text);
}
