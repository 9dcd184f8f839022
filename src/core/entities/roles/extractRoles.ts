import type { Span } from "../../text/span";
import type { Mention } from "../mention";
import type { Role, RoleKind } from "./role";
import { isRoleHead, roleModifiers } from "./roleWords";

const leftReach = 160;
const rightReach = 260;
const maxTitleWords = 9;

const determiner = /^(?:the|a|an|its|his|her|their|our)$/iu;
const possessive = /^(?:its|his|her|their|our)$/iu;
const abbreviation = /^(?:(?:\p{L}\.)+|Mr\.|Mrs\.|Ms\.|Dr\.|Lt\.|Gen\.|Col\.|Maj\.|Capt\.|Sgt\.|Sen\.|Rep\.|Gov\.|St\.|Rev\.|Prof\.|Sgt\.|Brig\.|Adm\.)$/u;
/** Capitalised words that begin a sentence or a time, and are no part of a title. */
const notTitle = new Set(
  "meanwhile but and or on in at by for from with to of as after before when while if since until although though because however earlier later speaking monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december yesterday today tomorrow both also then there that this these those he she it they we i said says told is was were are has have had".split(" "),
);
/** What an office may be "of" ("Secretary of State"): elsewhere "of" stands between two names ("ally of President …"). */
const officeOf = /^(?:State|Defen[cs]e|Staff|Police|Justice|Commerce|Labou?r|Energy|Parliament|Mission|Operations|Government|the Treasury|Education|Transportation|Agriculture|Homeland Security|Foreign Affairs|Naval Operations|National Intelligence)$/u;
const finiteVerb = /\b(?:is|was|are|were|has|have|had|will|would|said|says|told|did|does|can|could|may|might|must|should)\b/u;

/** Nouns that are as often a verb's form in front of a person: "after meeting X", "battle X". */
const activity = /^(?:meeting|talks|battle|war|operation|state|country|union|team|force|contest|challenge|force|forward|lead)$/u;

interface Word extends Span {
  readonly text: string;
}

function words(text: string, from: number, to: number): readonly Word[] {
  return [...text.slice(from, to).matchAll(/[^\s\u00a0]+/gu)].map((match) => ({ text: match[0], start: from + match.index, end: from + match.index + match[0].length }));
}

/** Blank lines; a paragraph goes on behind them only where it was broken: in lower case, without an end before. */
const blankLines = /(?:\r\n?|\n)[ \t\u00a0]*(?:\r\n?|\n)\s*/gu;

function breaksParagraph(text: string, match: RegExpExecArray, offset: number): boolean {
  const after = text.charAt(offset + match.index + match[0].length);
  return after === "" || !/\p{Ll}/u.test(after);
}

/** The start of the paragraph that `offset` lies in, at most `leftReach` back. */
function leftEdge(text: string, offset: number): number {
  const from = Math.max(0, offset - leftReach);
  let edge = from;
  for (const match of text.slice(from, offset).matchAll(blankLines)) {
    if (breaksParagraph(text, match, from)) edge = from + match.index + match[0].length;
  }
  return edge;
}

/** The end of the paragraph that `offset` lies in, at most `rightReach` ahead. */
function rightEdge(text: string, offset: number): number {
  for (const match of text.slice(offset, offset + rightReach).matchAll(blankLines)) {
    if (breaksParagraph(text, match, offset)) return offset + match.index;
  }
  return Math.min(text.length, offset + rightReach);
}

function fold(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, " ").trim();
}

function isCapital(word: string): boolean {
  return /^["“(]?\p{Lu}/u.test(word);
}

function endsSentence(word: string): boolean {
  return /[.,;:!?()[\]"“”—–]$/u.test(word) && !abbreviation.test(word);
}

/** Whether a word may stand inside a title, in front of its role noun. */
function modifies(word: string): boolean {
  const lower = word.toLowerCase();
  if (notTitle.has(lower)) return false;
  if (isCapital(word) || word.includes("-") || roleModifiers.has(lower) || isRoleHead(lower)) return true;
  return /(?:al|ic|ary|ian|ish|ese|ist|ive)$/u.test(lower) && lower.length > 4;
}

/** "Syrian National Coalition Secretary General |", "U.S. Secretary of State |", "Syria's state-run news agency |". */
function title(text: string, mention: Mention, persons: readonly Mention[]): Span | null {
  if (!/[\s\u00a0]$/u.test(text.slice(mention.start - 1, mention.start))) return null;
  const left = words(text, leftEdge(text, mention.start), mention.start);
  let first = left.length;
  let headSeen = false;
  for (let at = left.length - 1; at >= 0 && left.length - at <= maxTitleWords; at--) {
    const word = left[at];
    if (word === undefined || endsSentence(word.text) || persons.some((person) => person.start < word.end && word.start < person.end)) break;
    const plain = word.text.replace(/['’]s$/u, "");
    if (plain.toLowerCase() === "of") {
      // "Secretary of State": only behind a role noun, and only in front of what is already taken.
      const before = left[at - 1];
      const office = left.slice(first).map((one) => one.text).join(" ");
      if (before === undefined || !isRoleHead(before.text) || !officeOf.test(office)) break;
      first = at;
      continue;
    }
    if (/^[-–—]+$/u.test(plain)) break;
    if (determiner.test(plain)) {
      // "his brother Jon Vael": whose it is belongs to what he is.
      if (possessive.test(plain) && headSeen) first = at;
      break;
    }
    const isHead = isRoleHead(plain);
    if (first === left.length && mention.type === "PER" && isHead && activity.test(plain)) break;
    if (first === left.length && !isHead && !/^(?:General|State|Affairs|Elect|designate)$/u.test(plain)) break;
    if (!modifies(plain)) break;
    if (isHead) headSeen = true;
    first = at;
  }
  const start = left[first];
  const last = left.at(-1);
  if (start === undefined || last === undefined || !headSeen) return null;
  return { start: start.start, end: last.end };
}

/** ", a member of the council's executive committee," behind a name. */
function appositionBehind(text: string, mention: Mention, next: Mention | undefined): Span | null {
  const right = text.slice(mention.end, rightEdge(text, mention.end));
  const opening = /^(?:['’]s)?,[\s\u00a0]+/u.exec(right);
  if (opening === null) return null;
  const from = opening[0].length;
  const close = /[,;:()"“”—]|\.(?=[\s"”’]|$)/u.exec(right.slice(from).replace(/(?:\b\p{L}\.)+(?=[\s\u00a0]\p{L})/gu, (match) => "x".repeat(match.length)));
  const length = close === null ? right.length - from : close.index;
  const phrase = right.slice(from, from + length).trimEnd();
  if (phrase.length < 4 || phrase.length > 200) return null;
  const [first = "", ...rest] = phrase.split(/[\s\u00a0]+/u);
  const opens = /^(?:a|an|the|one|main|who)$/iu.test(first) || /^\p{Lu}[\p{L}.-]*['’]s$/u.test(first) || (isRoleHead(first) && rest.length > 1 && /^(?:of|at|for|in|and|with)$/u.test(rest[0] ?? ""));
  // ", the head of the service, Jon Vael, told": the phrase is Vael's, not the place's before it.
  const after = mention.end + from + phrase.length;
  if (next?.type === "PER" && mention.type !== "PER" && /^,[\s\u00a0]+$/u.test(text.slice(after, next.start)) && next.start > after) return null;
  if (!opens || first.toLowerCase() === "who") return null;
  if (finiteVerb.test([first, ...rest].slice(0, 4).join(" "))) return null;
  const beforeOf = phrase.split(/[\s\u00a0]+(?:of|at|for|in|with|that|who|which|from|to)[\s\u00a0]+/u)[0] ?? phrase;
  const head = beforeOf.split(/[\s\u00a0]+/u).at(-1) ?? "";
  if (!isRoleHead(head) && !/^one of\b/u.test(phrase) && !(/['’]s$/u.test(first) && rest.length > 0)) return null;
  return { start: mention.end + from, end: mention.end + from + phrase.length };
}

/** "The main opposition group, |NAME|," and "the head of the service, |NAME|, told". */
function appositionBefore(text: string, mention: Mention): Span | null {
  const from = leftEdge(text, mention.start);
  const left = text.slice(from, mention.start);
  const match = /(?:^|[,.;:"“”(—]|\b(?:and|that|with|by|from|to))[\s\u00a0]*((?:the|a|an|its|his|her)[\s\u00a0][^,.;:"“”()—]{4,120}),[\s\u00a0]+(?:the[\s\u00a0]+)?$/iu.exec(left);
  if (match?.[1] === undefined || !/^(?:['’]s)?[,.]|^[\s\u00a0]+(?:said|told|has|was|is)\b/u.test(text.slice(mention.end, mention.end + 12))) return null;
  const phrase = match[1];
  const beforeOf = phrase.split(/[\s\u00a0]+(?:of|at|for|in)[\s\u00a0]+/u)[0] ?? phrase;
  if (!isRoleHead(beforeOf.split(/[\s\u00a0]+/u).at(-1) ?? "") || finiteVerb.test(phrase)) return null;
  const start = from + match.index + match[0].indexOf(phrase);
  return { start, end: start + phrase.length };
}

/** "NAME is one of the strongest backers and …". */
function copula(text: string, mention: Mention): Span | null {
  const right = text.slice(mention.end, rightEdge(text, mention.end));
  const opening = /^[\s\u00a0]+(?:is|was|are|were|has been|had been|have been|remains|remained|became)[\s\u00a0]+(?=(?:a|an|the|one of)[\s\u00a0])/u.exec(right);
  if (opening === null) return null;
  const from = opening[0].length;
  const rest = right.slice(from);
  const close = /[,;:()"“”—]|\.(?=[\s"”’]|$)|[\s\u00a0](?:and|but|while|who|which|when|after|before|because|since)[\s\u00a0]/u.exec(rest);
  const phrase = rest.slice(0, close === null ? rest.length : close.index).trimEnd();
  if (phrase.length > 140) return null;
  const beforeOf = phrase.replace(/^one of[\s\u00a0]+/u, "").split(/[\s\u00a0]+(?:of|at|for|in|with|that|during|from|to|on)[\s\u00a0]+/u)[0] ?? "";
  if (!isRoleHead(beforeOf.split(/[\s\u00a0]+/u).at(-1) ?? "")) return null;
  return { start: mention.end + from, end: mention.end + from + phrase.length };
}

/** "the opposition |NAME|", "the eight-nation |NAME|". */
function modifier(text: string, mention: Mention): Span | null {
  if (mention.type !== "ORG") return null;
  const left = words(text, leftEdge(text, mention.start), mention.start);
  const word = left.at(-1);
  const before = left.at(-2);
  if (word === undefined || before === undefined || !determiner.test(before.text)) return null;
  if (isCapital(word.text) || !(/^\p{L}+-\p{L}+$/u.test(word.text) || /^(?:opposition|ruling|militant|rebel|separatist|independent)$/u.test(word.text))) return null;
  return { start: word.start, end: word.end };
}

/** "the northern province of |NAME|". */
function ofPhrase(text: string, mention: Mention): Span | null {
  if (mention.type !== "LOC") return null;
  const from = leftEdge(text, mention.start);
  const match = /(?:^|[\s\u00a0])(the[\s\u00a0](?:[\p{Ll}-]+[\s\u00a0]){0,3}(?:province|city|town|village|region|district|county|island|port|capital|suburb|state))[\s\u00a0]of[\s\u00a0]$/u.exec(text.slice(from, mention.start));
  if (match?.[1] === undefined) return null;
  const start = from + match.index + match[0].indexOf(match[1]);
  return { start, end: start + match[1].length };
}

/**
 * What the text says its names' bearers are. `mentions` are in order; nationality words get no role. Rules over at
 * most 160 characters before and 260 behind each name, so linear in the number of mentions.
 */
export function extractRoles(text: string, mentions: readonly Mention[]): readonly Role[] {
  const roles: Role[] = [];
  for (const [index, mention] of mentions.entries()) {
    if (mention.type === "MISC") continue;
    const near = mentions.slice(Math.max(0, index - 6), index).filter((other) => other.type === "PER");
    const modified = modifier(text, mention);
    const found: readonly (readonly [RoleKind, Span | null])[] = [
      ["title", modified === null ? title(text, mention, near) : null],
      ["appos", appositionBehind(text, mention, mentions.slice(index + 1, index + 6).find((other) => other.type === "PER"))],
      ["appos", appositionBefore(text, mention)],
      ["copula", copula(text, mention)],
      ["modifier", modified],
      ["of-phrase", ofPhrase(text, mention)],
    ];
    for (const [kind, span] of found) {
      if (span !== null) roles.push({ ...span, kind, mention: index, phrase: fold(text.slice(span.start, span.end)) });
    }
  }
  return roles;
}
