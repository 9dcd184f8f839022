import { termsOf } from "../../src/core/search/analyse/analyser";
import { stem } from "../../src/core/text/stem";
import { stopWords } from "../../src/core/text/stopWords";

/** An article somebody has read and looks for again. */
export interface KnownArticle {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

/** Three words, and the article that they should find. */
export interface KnownItem {
  readonly query: string;
  readonly id: string;
  readonly inflected: boolean;
}

/**
 * Which words stick in the memory: those that mark the article (a chance in proportion to tf·idf), any as well as another,
 * or those of one passage.
 */
export type Memory = "marked" | "even" | "passage";

/** What somebody types: nothing special; one word with two letters swapped, or with a wrong one; the last word not to its end. */
export type Typing = "right" | "swapped" | "misspelt" | "half typed";

/** How long a passage is, in words. */
const passageLength = 12;

/**
 * Queries of somebody who looks for an article again that they have read. The model: a reader remembers three different
 * words of the body, of four letters and more and no stop words; words that only one article has are left out, as nobody
 * remembers a serial number. In every other query one word comes in another form that the corpus has (Porter stem): people
 * remember "elect" where the text has "election".
 */
export function knownItems(articles: readonly KnownArticle[], count: number, memory: Memory, random: () => number): readonly KnownItem[] {
  const documents = articles.map(({ body }) => counted(termsOf(body)));
  const frequency = new Map<string, number>();
  const forms = new Map<string, string[]>();
  for (const words of documents) {
    for (const word of words.keys()) {
      const before = frequency.get(word) ?? 0;
      frequency.set(word, before + 1);
      if (before > 0 || !isContent(word)) continue;
      const root = stem(word);
      const known = forms.get(root);
      if (known === undefined) forms.set(root, [word]);
      else known.push(word);
    }
  }
  const items: KnownItem[] = [];
  while (items.length < count) {
    const index = Math.floor(random() * articles.length);
    const article = articles[index];
    const words = documents[index];
    if (article === undefined || words === undefined) break;
    const weighted = [...words].flatMap(([word, tf]) => {
      const df = frequency.get(word) ?? 1;
      return df < 2 || !isContent(word) ? [] : [[word, memory !== "marked" ? 1 : tf * Math.log(articles.length / df)] as const];
    });
    if (weighted.length < 3) continue;
    const drawable = memory === "passage" ? inPassage(termsOf(article.body), weighted, random) : weighted;
    if (drawable.length < 3) continue;
    const chosen = draw(drawable, 3, random);
    const inflected = items.length % 2 === 1 && inflectOne(chosen, forms, random);
    items.push({ query: chosen.join(" "), id: article.id, inflected });
  }
  return items;
}

/** Those of the words that stand in a passage somewhere in the text. */
function inPassage(
  terms: readonly string[],
  weighted: readonly (readonly [string, number])[],
  random: () => number,
): readonly (readonly [string, number])[] {
  const from = Math.floor(random() * Math.max(1, terms.length - passageLength));
  const passage = new Set(terms.slice(from, from + passageLength));
  return weighted.filter(([word]) => passage.has(word));
}

/**
 * The same with one word of five letters and more mistyped, or the last word half typed (three letters at least); items without such a
 * word stay out.
 */
export function mistyped(
  items: readonly KnownItem[],
  typing: Exclude<Typing, "right">,
  isKnown: (word: string) => boolean,
  random: () => number,
): readonly KnownItem[] {
  return items.flatMap((item) => {
    const words = item.query.split(" ");
    if (typing === "half typed") {
      const last = words.at(-1) ?? "";
      return last.length < 5
        ? []
        : [{ ...item, query: [...words.slice(0, -1), last.slice(0, 3 + Math.floor(random() * (last.length - 3)))].join(" ") }];
    }
    const long = words.map((word, index) => ({ word, index })).filter(({ word }) => word.length >= 5);
    const chosen = long[Math.floor(random() * long.length)];
    if (chosen === undefined) return [];
    for (let attempt = 0; attempt < 20; attempt++) {
      const { word } = chosen;
      const at = Math.floor(random() * (word.length - 1));
      const letter = String.fromCharCode(97 + Math.floor(random() * 26));
      const kind = Math.floor(random() * 3);
      const wrong =
        typing === "swapped"
          ? word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
          : kind === 0
            ? word.slice(0, at) + letter + word.slice(at + 1)
            : kind === 1
              ? word.slice(0, at) + word.slice(at + 1)
              : word.slice(0, at) + letter + word.slice(at);
      if (wrong === word || isKnown(wrong)) continue;
      return [{ ...item, query: words.map((one, index) => (index === chosen.index ? wrong : one)).join(" ") }];
    }
    return [];
  });
}

/**
 * Queries of somebody who remembers whom an article was about and what: a surname (a word behind another one with a capital, in the
 * middle of a sentence, at least twice in the article) and one word: of the title, or drawn by tf·idf.
 */
export function namedItems(
  articles: readonly KnownArticle[],
  count: number,
  isOfTitle: boolean,
  random: () => number,
): readonly KnownItem[] {
  const documents = articles.map(({ body }) => counted(termsOf(body)));
  const frequency = new Map<string, number>();
  for (const words of documents) for (const word of words.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const items: KnownItem[] = [];
  for (let attempt = 0; items.length < count && attempt < count * 50; attempt++) {
    const index = Math.floor(random() * articles.length);
    const article = articles[index];
    const words = documents[index];
    if (article === undefined || words === undefined) break;
    const surnames = [
      ...new Set([...article.body.matchAll(/[a-z,] [A-Z][a-z]{2,} ([A-Z][a-z]{3,})\b/gu)].map(([, name = ""]) => name)),
    ].filter(
      (name) =>
        (words.get(name.toLowerCase()) ?? 0) > 1 && (frequency.get(name.toLowerCase()) ?? 0) > 1 && !stopWords.has(name.toLowerCase()),
    );
    const surname = surnames[Math.floor(random() * surnames.length)];
    if (surname === undefined) continue;
    const weighted = [...(isOfTitle ? counted(termsOf(article.title)) : words)].flatMap(([word, tf]) => {
      const df = frequency.get(word) ?? 1;
      return df < 2 || !isContent(word) || word === surname.toLowerCase()
        ? []
        : [[word, isOfTitle ? 1 : tf * Math.log(articles.length / df)] as const];
    });
    if (weighted.length === 0) continue;
    items.push({ query: [surname.toLowerCase(), ...draw(weighted, 1, random)].join(" "), id: article.id, inflected: false });
  }
  return items;
}

/** Queries of somebody who remembers three words of a headline that the text has as well. */
export function titleItems(articles: readonly KnownArticle[], count: number, random: () => number): readonly KnownItem[] {
  const items: KnownItem[] = [];
  for (let attempt = 0; items.length < count && attempt < count * 50; attempt++) {
    const article = articles[Math.floor(random() * articles.length)];
    if (article === undefined) break;
    const body = new Set(termsOf(article.body));
    const words = [...new Set(termsOf(article.title))].filter((word) => isContent(word) && body.has(word));
    if (words.length < 3) continue;
    const weighted = words.map((word) => [word, 1] as const);
    items.push({ query: draw(weighted, 3, random).join(" "), id: article.id, inflected: false });
  }
  return items;
}

function isContent(word: string): boolean {
  return /^[a-z]{4,}$/u.test(word) && !stopWords.has(word);
}

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function draw(weighted: readonly (readonly [string, number])[], count: number, random: () => number): string[] {
  const left = [...weighted];
  const drawn: string[] = [];
  while (drawn.length < count) {
    let point = random() * left.reduce((sum, [, weight]) => sum + weight, 0);
    let at = 0;
    while (at < left.length - 1 && (point -= left[at]?.[1] ?? 0) > 0) at++;
    const [[word] = [""]] = left.splice(at, 1);
    drawn.push(word);
  }
  return drawn;
}

function inflectOne(words: string[], forms: ReadonlyMap<string, readonly string[]>, random: () => number): boolean {
  for (const at of [0, 1, 2]
    .map((index) => ({ index, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ index }) => index)) {
    const word = words[at] ?? "";
    const others = (forms.get(stem(word)) ?? []).filter((form) => form !== word);
    if (others.length === 0) continue;
    words[at] = others[Math.floor(random() * others.length)] ?? word;
    return true;
  }
  return false;
}
