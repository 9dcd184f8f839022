import { foldWords } from "../../text/fold";
import { stem } from "../../text/stem";
import { stopWords } from "../../text/stopWords";
import { readableTerms } from "../similarity/readableTerms";

const labelPhrases = 3;
/** A word that makes a label stands in this share of the headlines. */
const shareOfHeadlines = 0.2;
/** What headlines say of everything. */
const verbs = new Set(
  "say says said discuss meet meets set sets open opens begin begins end ends close closes reach reaches confirm confirms show shows agree agrees plan plans seek seeks call calls face faces hold holds warn warns"
    .split(" ")
    .map(stem),
);

/**
 * What a story is called: the words that its headlines share, rare ones first ("Syria, Peace Conference, Russia"), as they
 * stand there; the first of `titles` where they share too little. `titles` are the most typical first.
 */
export function storyLabel(titles: readonly string[], rarity: (term: string) => number): string {
  const counts = new Map<string, number>();
  for (const title of titles) {
    const terms = new Set(
      foldWords(title)
        .split(" ")
        .filter((word) => word.length > 1 && !stopWords.has(word))
        .map(stem)
        .filter((term) => !verbs.has(term)),
    );
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const needed = Math.max(2, Math.ceil(shareOfHeadlines * titles.length));
  const shared = [...counts]
    .filter(([, count]) => count >= needed)
    .map(([term, count]) => ({ term, worth: count ** 2 * Math.max(0.1, rarity(term)) }))
    .sort((a, b) => b.worth - a.worth || (a.term < b.term ? -1 : 1))
    .slice(0, 2 * labelPhrases)
    .map(({ term }) => term);
  if (shared.length < 2) return titles[0] ?? "";
  const text = titles.join("\n");
  const phrases = readableTerms(text, titleSpans(titles), shared, labelPhrases);
  return phrases.map((phrase) => phrase.charAt(0).toUpperCase() + phrase.slice(1)).join(", ");
}

/** Where the titles stand when they are joined by line ends. */
function titleSpans(titles: readonly string[]): readonly { readonly start: number; readonly end: number }[] {
  let at = 0;
  return titles.map(({ length }) => {
    const span = { start: at, end: at + length };
    at += length + 1;
    return span;
  });
}
