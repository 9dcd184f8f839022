import { analyse } from "../../search/analyse/analyser";
import type { Span } from "../../text/span";
import { stem } from "../../text/stem";

/** Longer phrases are no names of things any more. */
const longestPhrase = 3;

interface Word extends Span {
  readonly stem: string;
  /** Whether nothing but one space, a hyphen or "of" stands between this word and the one before it. */
  readonly follows: boolean;
}

/**
 * The terms that an article shares with another as a reader would say them: words as they stand in the text, taken together
 * where they stand together ("peace conference"). `stems` are the most telling first; at most `limit` phrases, in that order.
 */
export function readableTerms(text: string, spans: readonly Span[], stems: readonly string[], limit: number): readonly string[] {
  const wanted = new Set(stems);
  const words = spans.flatMap((span) => wordsOf(text, span, wanted));
  const phrases = countPhrases(text, words);
  const chosen: string[] = [];
  const said = new Set<string>();
  for (const term of stems) {
    if (chosen.length >= limit) break;
    if (said.has(term)) continue;
    const best = phrases
      .filter((phrase) => phrase.stems.includes(term) && !phrase.stems.some((other) => said.has(other)))
      .sort((a, b) => b.worth - a.worth || Number(b.stems[0] === term) - Number(a.stems[0] === term) || (a.form < b.form ? -1 : 1))[0];
    if (best === undefined) continue;
    for (const part of best.stems) said.add(part);
    chosen.push(best.form);
  }
  return chosen;
}

function wordsOf(text: string, span: Span, wanted: ReadonlySet<string>): Word[] {
  const found: Word[] = [];
  let previousEnd = -1;
  analyse(text, span.start, span.end, (term, start, end) => {
    const own = stem(term);
    // A figure tells a reader nothing without its sentence.
    if (!wanted.has(own) || /^\d/.test(own)) return;
    found.push({ start, end, stem: own, follows: previousEnd === start - 1 && /[ -]/.test(text.charAt(previousEnd)) });
    previousEnd = end;
  });
  return found;
}

interface Phrase {
  readonly form: string;
  readonly stems: readonly string[];
  readonly worth: number;
}

/** Every run of up to three wanted words with how much it is worth: what is said again, in more words. */
function countPhrases(text: string, words: readonly Word[]): readonly Phrase[] {
  const counts = new Map<string, { readonly forms: Map<string, number>; readonly stems: readonly string[]; count: number }>();
  for (let first = 0; first < words.length; first++) {
    const stems: string[] = [];
    for (let last = first; last < Math.min(words.length, first + longestPhrase); last++) {
      const word = words[last];
      if (word === undefined || (last > first && !word.follows)) break;
      stems.push(word.stem);
      const key = stems.join(" ");
      const entry = counts.get(key) ?? { forms: new Map<string, number>(), stems: [...stems], count: 0 };
      counts.set(key, entry);
      entry.count++;
      const form = text.slice(words[first]?.start ?? word.start, word.end);
      entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
    }
  }
  return [...counts.values()]
    .filter(({ count, stems }) => count > 1 || stems.length === 1)
    .map(({ forms, stems, count }) => ({
      form: mostUsed(forms),
      stems,
      worth: count * (stems.length > 1 ? 2 * stems.length : 1),
    }));
}

/** The spelling that stands most often; of equals one with small letters, which no sentence's beginning made. */
function mostUsed(forms: ReadonlyMap<string, number>): string {
  return [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))[0]?.[0] ?? "";
}
