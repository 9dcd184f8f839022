import type { Article } from "../../article/article";
import { foldWords } from "../../text/fold";
import { sentenceEnds } from "../../text/sentences";
import type { Span } from "../../text/span";
import { tokenize, Tokens } from "../../text/tokens";
import type { ArticleBase } from "./mentionTable";
import type { LocalSentence } from "./articleNames";
import type { Mention } from "../mention";
import type { LocalEntity } from "../resolve/localEntity";
import type { Role } from "../roles/role";

/** How many sentences are kept of each entity. */
const keptSentences = 2;
const shortest = 40;
const longest = 420;
const comfortable = 240;
const saying =
  /^\s*(?:said|says|told|added|warned|announced|declared|insisted|called|urged|praised|accused|denied|promised|vowed|refused)\b/;
const quote = /["“”]/;

/** FNV-1a over the words of a sentence as they are compared: case, marks and punctuation do not count. */
export function sentenceHash(sentence: string): number {
  const words = foldWords(sentence);
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The sentences of the article's paragraphs, in order; the first paragraph's are marked. */
function sentencesOf(text: string, article: Article): readonly (Span & { readonly isLead: boolean })[] {
  const found: (Span & { readonly isLead: boolean })[] = [];
  const tokens = new Tokens();
  for (const [index, paragraph] of article.paragraphs.entries()) {
    const from = tokens.length;
    for (const { start, end } of paragraph.pieces) tokenize(text, start, end, tokens);
    let first = from;
    for (const end of sentenceEnds(text, tokens, from, tokens.length)) {
      found.push({ start: tokens.start(first), end: tokens.end(end - 1), isLead: index === 0 });
      first = end;
    }
  }
  return found;
}

/** The best sentences of each local entity: those with its role or its words before those that merely name it. */
export function tellingSentences(
  text: string,
  article: Article,
  base: ArticleBase,
  mentions: readonly Mention[],
  locals: readonly LocalEntity[],
  roles: readonly Role[],
): readonly LocalSentence[] {
  const localOf = new Int32Array(mentions.length).fill(-1);
  for (const [index, { mentions: own }] of locals.entries()) for (const mention of own) localOf[mention] = index;
  const withRole = new Set(roles.map((role) => role.mention));
  const best: { readonly sentence: Span; readonly score: number }[][] = locals.map(() => []);
  let next = 0;
  for (const sentence of sentencesOf(text, article)) {
    while (next < mentions.length && (mentions[next]?.start ?? 0) < sentence.start) next++;
    let last = next;
    while (last < mentions.length && (mentions[last]?.start ?? 0) < sentence.end) last++;
    if (last === next) continue;
    const common = scoreOfSentence(text, sentence, last - next);
    const scores = new Map<number, number>();
    for (let at = next; at < last; at++) {
      const mention = mentions[at];
      const local = localOf[at] ?? -1;
      if (mention === undefined || local < 0) continue;
      const score = common + scoreOfMention(text, sentence, mention, withRole.has(at));
      scores.set(local, Math.max(score, scores.get(local) ?? 0));
    }
    for (const [local, score] of scores) keepBest(best[local], sentence, score);
    next = last;
  }
  return best.flatMap((kept, local) =>
    kept.map(({ sentence, score }) => ({
      local,
      score,
      hash: sentenceHash(text.slice(sentence.start, sentence.end)),
      start: sentence.start - base.offset,
      end: sentence.end - base.offset,
    })),
  );
}

function keepBest(kept: { readonly sentence: Span; readonly score: number }[] | undefined, sentence: Span, score: number): void {
  if (kept === undefined) return;
  kept.push({ sentence, score });
  kept.sort((a, b) => b.score - a.score || a.sentence.start - b.sentence.start);
  kept.length = Math.min(kept.length, keptSentences);
}

function scoreOfSentence(text: string, { start, end, isLead }: Span & { readonly isLead: boolean }, names: number): number {
  const length = end - start;
  let score = isLead ? 1.5 : 0;
  if (length >= shortest && length <= comfortable) score += 1;
  else if (length < shortest || length > longest) score -= 1.5;
  // A list of names tells about none of them.
  if (names > 6) score -= 1;
  if (quote.test(text.slice(start, Math.min(end, start + longest)))) score += 0.5;
  return score;
}

function scoreOfMention(text: string, sentence: Span, mention: Mention, hasRole: boolean): number {
  let score = 2;
  if (hasRole) score += 3;
  if (saying.test(text.slice(mention.end, mention.end + 24))) score += 1.5;
  if (mention.start - sentence.start < 24) score += 0.5;
  if (mention.type === "MISC") score -= 1.5;
  if (/\s/.test(text.slice(mention.start, mention.end))) score += 0.5;
  return Math.max(0, score);
}
