import type { Span } from "../../text/span";
import type { Mention } from "../mention";
import { finiteVerb, headOf, rightEdge } from "./phrases";
import { isRoleHead, roleModifiers, suits } from "./roleWords";

/** "the first woman to lead the bank": whoever is the first of something is known by it. */
const foremost = /^(?:the\s+)?(?:first|only|last|youngest|oldest)\s(?:[\p{Ll}-]+\s)?(?:woman|man|person|foreigner|civilian)\b/iu;

/**
 * What stands for a full stop or a bracket inside a phrase is masked, so that the phrase does not end there: "U.S. envoy", "Bank of
 * Tarsk (BT)".
 */
function masked(right: string): string {
  const blank = (match: string): string => "x".repeat(match.length);
  return right
    .replace(/\b(?:St|Mt|Ft|Dr|No)\.(?=\s[\p{Lu}\d])/gu, blank)
    .replace(/(?:\b\p{L}\.)+(?=\s\p{L})/gu, blank)
    .replace(/\((?:\p{Lu}[\p{L}&.]{1,9})\)/gu, blank);
}

/** The length of what goes on from `from` to the next mark that ends a phrase. */
function phraseLength(right: string, from: number): number {
  const close = /[,;:()"“”—]|\.(?=[\s"”’]|$)/u.exec(masked(right.slice(from)));
  return right
    .slice(from, close === null ? right.length : from + close.index)
    .replace(/\s{0,99}\([^()]{1,12}\)$/u, "")
    .trimEnd().length;
}

/** "senior auditor at …", "treasurer": an office without an article in front of it. */
function opensBare(first: string, rest: readonly string[]): boolean {
  const words = [first, ...rest];
  for (let at = 0; at < words.length && at < 4; at++) {
    const word = words[at] ?? "";
    if (/^\p{Lu}/u.test(word)) return false;
    const next = words[at + 1];
    if (isRoleHead(word) && (next === undefined || /^(?:of|at|for|in|and|with)$/u.test(next))) return true;
    if (!roleModifiers.has(word)) return false;
  }
  return false;
}

/** ", a member of the council's executive committee," behind a name; `next` is the next person named. */
export function appositionBehind(text: string, mention: Mention, next: Mention | undefined): Span | null {
  const right = text.slice(mention.end, rightEdge(text, mention.end));
  const opening = /^(?:['’]s)?,\s+/u.exec(right);
  if (opening === null) return null;
  const from = opening[0].length;
  const length = phraseLength(right, from);
  const phrase = right.slice(from, from + length);
  if (length < 4 || length > 200) return null;
  const [first = "", ...rest] = phrase.split(/\s+/u);
  const opens =
    /^(?:a|an|the|one|main|its|his|her|their|our)$/iu.test(first) || /^\p{Lu}[\p{L}.-]*['’]s$/u.test(first) || opensBare(first, rest);
  // ", the head of the service, Jon Vael, told": the phrase is Vael's, not the place's before it.
  const after = mention.end + from + length;
  if (next?.type === "PER" && mention.type !== "PER" && /^,\s+$/u.test(text.slice(after, next.start)) && next.start > after) return null;
  if (!opens) return null;
  const beforeClause = phrase.split(/\s(?:who|which|that|whose)\s/u)[0] ?? phrase;
  if (finiteVerb.test(beforeClause.split(/\s+/u).slice(0, 4).join(" "))) return null;
  if (!isRoleHead(headOf(phrase)) && !/^one of\b/u.test(phrase) && !foremost.test(phrase) && !(/['’]s$/u.test(first) && rest.length > 0))
    return null;
  if (isRoleHead(headOf(phrase)) && !suits(headOf(phrase), mention.type)) return null;
  return { start: mention.end + from, end: after };
}

/** "NAME is one of the strongest backers and …". */
export function copula(text: string, mention: Mention): Span | null {
  const right = text.slice(mention.end, rightEdge(text, mention.end));
  const opening =
    /^(?:,\s+\d{1,2},)?\s+(?:is|was|are|were|has been|had been|have been|remains|remained|became)\s+(?=(?:a|an|the|one of)\s)/u.exec(right);
  if (opening === null) return null;
  const from = opening[0].length;
  const rest = right.slice(from);
  const close = /[,;:()"“”—]|\.(?=[\s"”’]|$)|\s(?:and|but|while|who|which|when|after|before|because)\s/u.exec(rest);
  const phrase = rest.slice(0, close === null ? rest.length : close.index).trimEnd();
  if (phrase.length > 140 || (!isRoleHead(headOf(phrase.replace(/^one of\s+/u, ""))) && !foremost.test(phrase))) return null;
  return { start: mention.end + from, end: mention.end + from + phrase.length };
}

/** "named NAME as governor of the bank by 112 votes", "NAME stepped down as governor on Friday". */
export function asOffice(text: string, mention: Mention): Span | null {
  const right = text.slice(mention.end, rightEdge(text, mention.end));
  const opening =
    /^(?:,[^,;:.]{1,60},)?(?:\s(?:stepped|stands?|stood|steps|down|resigned|quit|served|serves|took|takes|taken|over|retired|retires|returns?|returned|was|has|been|sworn|in)){0,5}\sas\s/u.exec(
      right,
    );
  if (opening === null) return null;
  const from = opening[0].length;
  const rest = right.slice(from, from + phraseLength(right, from));
  const stop =
    /\s(?:by|and|after|before|since|until|when|while|but|to|from|if|because|under|last|this|next|on\s\p{Lu}\p{Ll}+day|in\s(?:\p{Lu}\p{Ll}+|\d{4}))(?:\s|$)/u.exec(
      rest,
    );
  const phrase = rest.slice(0, stop === null ? rest.length : stop.index).trimEnd();
  if (
    phrase.length < 4 ||
    phrase.length > 120 ||
    finiteVerb.test(phrase) ||
    !isRoleHead(headOf(phrase)) ||
    !suits(headOf(phrase), mention.type)
  )
    return null;
  return { start: mention.end + from, end: mention.end + from + phrase.length };
}

/** Verbs that tell what somebody did just now rather than what he is. */
const passing = new Set(
  (
    "said says told was is were are had has have will would could can may might did does spoke asked declined refused died dies left arrived came went attended visited won lost took " +
    "made gave added denied called met wants wanted hopes hoped faces faced fled signed announced gets got arrives lands leaves travels flies returns visits meets"
  ).split(" "),
);

/** A day in a clause says that it tells of something that happens, not of what somebody is. */
const aDay = /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|tonight)\b/u;

/** ", who leads the relief work," and ", whose audit began the affair," behind a person's name. */
export function relativeClause(text: string, mention: Mention): Span | null {
  if (mention.type !== "PER") return null;
  const right = text.slice(mention.end, rightEdge(text, mention.end));
  const opening = /^(?:,\s+\d{1,2})?,\s+(?=(?:who|whose)\s+(\p{Ll}+)\s)/u.exec(right);
  if (opening === null) return null;
  const from = opening[0].length;
  const length = phraseLength(right, from);
  const verb = opening[1] ?? "";
  const clause = right.slice(from, from + length);
  if (length > 120 || aDay.test(clause)) return null;
  if (/^who\s/u.test(clause) && (passing.has(verb) || verb.endsWith("ed"))) return null;
  return { start: mention.end + from, end: mention.end + from + length };
}
