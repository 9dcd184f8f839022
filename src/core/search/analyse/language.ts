import type { Span } from "../../text/span";
import { analyse } from "./analyser";
import { functionWords } from "./functionWords";

/** So much of a text, in code units, is enough. */
const sampleLength = 1500;
/** With fewer function words than this a text says nothing about its language. */
const fewestWords = 3;

/** Letters that tell the languages of a script apart. */
const cyrillic: readonly (readonly [language: string, letters: string])[] = [["uk", "їєґ"], ["be", "ў"], ["sr", "ћђј"], ["ru", "ыэ"], ["bg", "ъ"]];
const arabic: readonly (readonly [language: string, letters: string])[] = [["ur", "ٹڈڑےںہھ"], ["fa", "پچژگ"]];

/** Scripts by where their letters begin and end; where several languages share one, the most widely read. */
const scripts: readonly (readonly [first: number, last: number, script: string])[] = [
  [0x41, 0x24f, "latin"], [0x370, 0x3ff, "el"], [0x400, 0x52f, "cyrillic"], [0x531, 0x58f, "hy"], [0x5d0, 0x5ea, "he"], [0x620, 0x6d3, "arabic"],
  [0x900, 0x97f, "hi"], [0x980, 0x9ff, "bn"], [0xb80, 0xbff, "ta"], [0xe01, 0xe4e, "th"], [0x10d0, 0x10ff, "ka"], [0x3041, 0x30ff, "ja"],
  [0x3400, 0x9fff, "zh"], [0xac00, 0xd7a3, "ko"], [0x1e00, 0x1eff, "latin"],
];

const languagesOf: ReadonlyMap<string, readonly string[]> = languagesByWord();

function languagesByWord(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [language, words] of Object.entries(functionWords)) {
    for (const word of words.split(" ")) {
      const list = found.get(word);
      if (list === undefined) found.set(word, [language]);
      else list.push(language);
    }
  }
  return found;
}

/**
 * The language that a text is written in (ISO 639-1: `en`), by its script and the letters or function words that tell the
 * languages of a script apart; null where the text is too short to tell. Reads the first pieces of `spans` only.
 */
export function languageOf(text: string, spans: readonly Span[]): string | null {
  const sample: Span[] = [];
  let left = sampleLength;
  for (const { start, end } of spans) {
    if (left <= 0) break;
    sample.push({ start, end: Math.min(end, start + left) });
    left -= end - start;
  }
  const script = scriptOf(text, sample);
  if (script === "latin") return latinLanguage(text, sample);
  const read = sample.map(({ start, end }) => text.slice(start, end)).join(" ").toLowerCase();
  if (script === "cyrillic") return byLetters(read, cyrillic, "ru");
  return script === "arabic" ? byLetters(read, arabic, "ar") : script;
}

function scriptOf(text: string, sample: readonly Span[]): string | null {
  const counts = new Map<string, number>();
  for (const { start, end } of sample) {
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      const script = unit < 0x41 ? undefined : scripts.find(([first, last]) => unit >= first && unit <= last)?.[2];
      if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
    }
  }
  // Japanese writes most of its nouns in Chinese characters, and names in Latin letters stand in any text.
  if ((counts.get("ja") ?? 0) * 8 > (counts.get("zh") ?? 0)) counts.set("ja", (counts.get("ja") ?? 0) + (counts.get("zh") ?? 0));
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

/** Which language's own letters are most frequent; `other` where hardly any of them occurs. */
function byLetters(text: string, languages: readonly (readonly [string, string])[], other: string): string {
  const counts = new Map<string, number>();
  for (const letter of text) for (const [language, letters] of languages) if (letters.includes(letter)) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] * 400 > text.length ? best[0] : other;
}

function latinLanguage(text: string, sample: readonly Span[]): string | null {
  const scores = new Map<string, number>();
  let found = 0;
  for (const { start, end } of sample) {
    analyse(text, start, end, (term) => {
      const languages = languagesOf.get(term);
      if (languages === undefined) return;
      found++;
      for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
    });
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  return found < fewestWords ? null : (best?.[0] ?? null);
}
