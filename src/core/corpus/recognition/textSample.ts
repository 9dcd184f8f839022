/** How much of a text decides what it is, in code units. */
export const sampleLength = 64 * 1024;

/** How much of one line is looked at. */
const longestLine = 2000;

/** The beginning of a text, cut up once for all who look for evidence in it. */
export interface TextSample {
  readonly text: string;
  /** The lines that are not blank: trimmed, no-break spaces made plain, very long ones cut. */
  readonly lines: readonly string[];
  /** Those lines with their indent. */
  readonly indented: readonly string[];
  /** Lines joined to paragraphs: by blank lines where the text is wrapped, else one a line. */
  readonly paragraphs: readonly string[];
  /** The paragraphs that are long enough to be prose, without what stands in quotation marks. */
  readonly narration: string;
  /** The paragraphs that are long enough to be prose. */
  readonly prose: string;
  /** How much of the text is prose, 0 to 1. */
  readonly proseShare: number;
  /** Whether much of it is in a script whose words are not told apart here: Chinese, Japanese, Korean, Thai, Hindi. */
  readonly unspaced: boolean;
}

const unspacedLetter = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\uac00-\ud7af\u0900-\u097f]/g;
const letter = /\p{L}/gu;
const quoted = /"[^"\n]{1,600}"|“[^”\n]{1,600}”|«[^»\n]{1,600}»|„[^“”\n]{1,600}[“”]|「[^」\n]{1,600}」|``[^\n]{1,600}?''/g;
const proseWords = 10;
const proseUnits = 25;

/** Cuts up the first 64 K of `head`. */
export function sampleOf(head: string): TextSample {
  const text = head.slice(0, sampleLength);
  const raw = text.split(/\r\n|\n|\r/).map((line) => line.slice(0, longestLine).replace(/[\u00a0\u202f\ufeff\u200b]/g, " ").trimEnd());
  const indented = raw.filter((line) => line !== "");
  const lines = indented.map((line) => line.trim());
  const paragraphs = paragraphsOf(raw, lines);
  const unspaced = (text.match(unspacedLetter)?.length ?? 0) > 0.3 * (text.match(letter)?.length ?? 0);
  const long = paragraphs.filter((paragraph) => (unspaced ? paragraph.length >= proseUnits : countWords(paragraph) >= proseWords));
  const prose = long.join("\n");
  const filled = lines.reduce((sum, line) => sum + line.length + 1, 0);
  return { text, lines, indented, paragraphs, prose, narration: prose.replace(quoted, " "), proseShare: Math.min(1, prose.length / Math.max(1, filled)), unspaced };
}

/** How many words a line has: runs of anything but white space. */
export function countWords(line: string): number {
  return line === "" ? 0 : line.trim().split(/\s+/).length;
}

function paragraphsOf(raw: readonly string[], lines: readonly string[]): string[] {
  const wrapped = lines.filter(({ length }) => length > 40 && length <= 100).length > lines.filter(({ length }) => length > 100).length;
  const hasGaps = raw.some((line, index) => line.trim() === "" && index > 0 && index < raw.length - 1);
  if (!wrapped || !hasGaps) return [...lines];
  const paragraphs: string[] = [];
  let current = "";
  for (const line of raw) {
    const bare = line.trim();
    // A clear indent starts a paragraph, as in the exports of news archives.
    const starts = bare === "" || (/^(?: {3,}|\t)/.test(line) && current !== "");
    if (starts && current !== "") {
      paragraphs.push(current);
      current = "";
    }
    if (bare !== "") current = current === "" ? bare : `${current} ${bare}`;
  }
  if (current !== "") paragraphs.push(current);
  return paragraphs;
}
