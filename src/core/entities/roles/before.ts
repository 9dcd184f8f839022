import type { Span } from "../../text/span";
import type { Mention } from "../mention";
import { determiner, finiteVerb, headOf, leftEdge, wordsOf } from "./phrases";
import { isRoleHead, suits } from "./roleWords";

/** A phrase in front of a name has at most so many words. */
const longest = 18;
const honorific = /^(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame|Lord|Lady|Gen|Rev)\.?$/u;
/** Verbs and small words behind which a phrase begins anew; those that belong to a phrase ("of", "for") are none. */
const opensClause = /^(?:and|that|with|by|from|to|under|as|on|but|when|while|after|before|said|says|told|told|including|like|than|between|against|through|via|over|ask|asked|called|named|met)$/iu;

function isPossessor(word: string): boolean {
  return /^\p{Lu}[\p{L}.-]*['’]s$/u.test(word);
}

/**
 * "The main opposition group, |NAME|," and "Ardelia's chief negotiator, |NAME|, told". `start` is where the name or
 * the title in front of it begins.
 */
export function appositionBefore(text: string, mention: Mention, start: number): Span | null {
  if (!/^(?:['’]s)?[,.]|^[\s\u00a0]+(?:said|told|has|had|was|is|and)\b/u.test(text.slice(mention.end, mention.end + 12))) return null;
  const left = [...wordsOf(text, leftEdge(text, start), start)];
  while (/^the$/u.test(left.at(-1)?.text ?? "") || honorific.test(left.at(-1)?.text ?? "")) left.pop();
  const last = left.pop();
  if (last === undefined || !/[^,],$/u.test(last.text)) return null;
  const end = last.end - 1;
  let best: Span | null = null;
  const words = [...left, { text: last.text.slice(0, -1), start: last.start, end }];
  for (let at = words.length - 1; at >= 0 && words.length - at <= longest; at--) {
    const word = words[at];
    if (word === undefined || (at < words.length - 1 && /[,.;:!?()"“”—–]$/u.test(word.text) && !/^(?:\p{L}\.)+$/u.test(word.text))) break;
    if (opensClause.test(word.text)) break;
    const plain = word.text.replace(/^["“(]/u, "");
    const opens = at < words.length - 1 && (determiner.test(plain) || isPossessor(plain));
    if (!opens) continue;
    const from = word.end - plain.length;
    const phrase = text.slice(from, end);
    const core = phrase.split(/[\s\u00a0]+(?:of|at|for|in)[\s\u00a0]+/u)[0] ?? phrase;
    const hasMore = core.split(/[\s\u00a0]+/u).slice(1).some((one) => determiner.test(one));
    if (phrase.length >= 6 && !hasMore && isRoleHead(headOf(phrase)) && suits(headOf(phrase), mention.type) && !finiteVerb.test(phrase)) best = { start: from, end };
  }
  return best;
}
