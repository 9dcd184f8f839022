import type { Span } from "../../text/span";
import type { Mention } from "../mention";
import { appositionBehind, asOffice, copula, relativeClause } from "./behind";
import { determiner, endsPhrase, finiteVerb, fold, headOf, isCapital, leftEdge, wordsOf, type WrittenWord } from "./phrases";
import type { Role, RoleKind } from "./role";
import { isRoleHead, roleModifiers, suits } from "./roleWords";
import { kinship } from "./kinship";

/** A phrase in front of a name has at most so many words. */
const longest = 18;
const honorific = /^(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame|Lord|Lady|Gen|Rev|Advocate)\.?$/u;
/** Verbs and small words behind which a phrase begins anew; those that belong to a phrase ("of", "for") are none. */
const opensClause =
  /^(?:and|that|with|by|from|to|under|as|on|but|when|while|after|before|said|says|told|including|like|than|between|against|through|via|over|ask|asked|called|named|met)$/iu;

function isPossessor(word: string): boolean {
  return /^\p{Lu}[\p{L}.-]*(?:['’]s|[sz]['’])$/u.test(word);
}

/**
 * "The main opposition group, |NAME|," and "Ardelia's chief negotiator, |NAME|, told". `start` is where the name or
 * the title in front of it begins.
 */
function appositionBefore(text: string, mention: Mention, start: number): Span | null {
  if (!/^(?:['’]s)?[,.]|^\s+(?:said|told|has|had|was|is|and)\b/u.test(text.slice(mention.end, mention.end + 12))) return null;
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
    // "Jammu and Kashmir" goes on.
    const isPair = word.text === "and" && isCapital(words[at + 1]?.text ?? "") && isCapital(words[at - 1]?.text ?? "");
    if (opensClause.test(word.text) && !isPair) break;
    const plain = word.text.replace(/^["“(]/u, "");
    const opens = at < words.length - 1 && (determiner.test(plain) || isPossessor(plain));
    if (!opens) continue;
    const from = word.end - plain.length;
    const phrase = text.slice(from, end);
    const core = phrase.split(/\s{1,99}(?:of|at|for|in)\s+/u)[0] ?? phrase;
    const hasMore = core
      .split(/\s+/u)
      .slice(1)
      .some((one) => determiner.test(one));
    if (phrase.length >= 6 && !hasMore && isRoleHead(headOf(phrase)) && suits(headOf(phrase), mention.type) && !finiteVerb.test(phrase))
      best = { start: from, end };
  }
  return best;
}

const maxTitleWords = 9;
const bodyNoun = /^(?:Commission|Committee|Council|Board|Ministry|Department|Agency|Authority|Association)$/u;

const possessive = /^(?:its|his|her|their|our)$/iu;
/** Capitalised words that begin a sentence or a time, and are no part of a title. */
const notTitle = new Set(
  "meanwhile but and or on in at by for from with to of as after before when while if since until although though because however earlier later speaking monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december yesterday today tomorrow both also then there that this these those he she it they we i said says told is was were are has have had".split(
    " ",
  ),
);
/** What an office may be "of" ("Secretary of State"): elsewhere "of" stands between two names ("ally of President …"). */
const officeOf =
  /^(?:State|Defen[cs]e|Staff|Police|Justice|Commerce|Labou?r|Energy|Parliament|Mission|Operations|Government|the Treasury|Education|Transportation|Agriculture|Homeland Security|Foreign Affairs|Naval Operations|National Intelligence)$/u;
/** Nouns that are as often a verb's form in front of a person: "after meeting X", "battle X". */
const activity = /^(?:meeting|talks|battle|war|operation|state|country|union|team|force|contest|challenge|forward|lead)$/u;

/** Whether a word may stand inside a title, in front of its role noun. */
function modifies(word: string): boolean {
  const lower = word.toLowerCase();
  if (notTitle.has(lower)) return false;
  if (isCapital(word) || word.includes("-") || roleModifiers.has(lower) || isRoleHead(lower)) return true;
  return /(?:al|ic|ary|ian|ish|ese|ist|ive)$/u.test(lower) && lower.length > 4;
}

/** Whether a word can be a noun that says what is made or done, in front of a role noun: "glass maker". */
function isPlainNoun(word: string): boolean {
  return (
    /^[\p{Ll}-]+$/u.test(word) &&
    !notTitle.has(word) &&
    !opensClause.test(word) &&
    !finiteVerb.test(word) &&
    !/^(?:of|at|for|in|into|or|nor|so|because|who|which|if|not|off|out|up|down|about)$/u.test(word) &&
    !/(?:ed|ly)$/u.test(word)
  );
}

/**
 * Where a phrase begins that `at` words were left of when an unknown one came: behind "the" or "Velm's", if there are only nouns
 * between ("the flat-screen glass maker |"). -1 where it does not begin so.
 */
function beginsBehindDeterminer(left: readonly WrittenWord[], at: number): number {
  for (let back = at; back >= 0 && back > at - 3; back--) {
    if (!isPlainNoun(left[back]?.text ?? "")) return -1;
    const before = left[back - 1]?.text ?? "";
    if (determiner.test(before) && !possessive.test(before)) return back;
    if (isPossessor(before)) return back - 1;
  }
  return -1;
}

/**
 * Where a phrase of small nouns begins behind a verb of saying, an article or a mark: "said caravan park owner |". -1 where
 * it does not begin so.
 */
function beginsBehindSaying(left: readonly WrittenWord[], at: number): number {
  for (let back = at; back >= 0 && back > at - 2; back--) {
    if (!isPlainNoun(left[back]?.text ?? "")) return -1;
    const before = left[back - 1]?.text ?? "";
    if (/^(?:said|says|told|the|a|an)$/iu.test(before) || (before !== "" && /[,”"]$/u.test(before) && endsPhrase(before))) return back;
  }
  return -1;
}

/** "Syrian National Coalition Secretary General |", "U.S. Secretary of State |", "Syria's state-run news agency |". */
function title(text: string, mention: Mention, persons: readonly Mention[]): Span | null {
  if (!/\s$/u.test(text.slice(mention.start - 1, mention.start))) return null;
  const left = wordsOf(text, leftEdge(text, mention.start), mention.start);
  let first = left.length;
  let headSeen = false;
  for (let at = left.length - 1; at >= 0 && left.length - at <= maxTitleWords; at--) {
    const word = left[at];
    if (word === undefined || endsPhrase(word.text) || persons.some((person) => person.start < word.end && word.start < person.end)) break;
    const plain = word.text.replace(/['’]s$/u, "");
    if (plain.toLowerCase() === "of") {
      // "Secretary of State": only behind a role noun, and only in front of what is already taken.
      const before = left[at - 1];
      const office = left
        .slice(first)
        .map((one) => one.text)
        .join(" ");
      if (before === undefined || !isRoleHead(before.text) || !officeOf.test(office)) break;
      first = at;
      continue;
    }
    if (/^[-–—]+$/u.test(plain)) break;
    // "Rivers and Harbours Commission chairman": a body's name goes on in front of "and".
    const joined =
      plain === "and" && isCapital(left[first]?.text ?? "") && bodyNoun.test(left[first + 1]?.text ?? "") ? left[at - 1] : undefined;
    if (
      joined !== undefined &&
      isCapital(joined.text) &&
      !endsPhrase(joined.text) &&
      !suits(joined.text, "PER") &&
      !persons.some((person) => person.end > joined.start)
    ) {
      first = --at;
      continue;
    }
    if (determiner.test(plain)) {
      // "his brother Jon Vael": whose it is belongs to what he is.
      if (possessive.test(plain) && headSeen) first = at;
      break;
    }
    const isHead = isRoleHead(plain);
    // "after meeting Foreign Minister X": a small noun in front of a title in capitals is none of it.
    const after = left[first];
    if (after !== undefined && activity.test(plain) && isCapital(after.text)) break;
    if (first === left.length && mention.type === "PER" && isHead && activity.test(plain)) break;
    if (first === left.length && !isHead && !/^(?:General|State|Affairs|Elect|designate)$/u.test(plain)) break;
    if (!modifies(plain)) {
      const isSmall = headSeen && left.slice(first).every((one) => !isCapital(one.text));
      const begin =
        mention.type === "ORG" && headSeen
          ? beginsBehindDeterminer(left, at)
          : mention.type === "PER" && isSmall
            ? beginsBehindSaying(left, at)
            : -1;
      if (begin !== -1) first = begin;
      break;
    }
    if (isHead) headSeen = true;
    first = at;
  }
  const start = left[first];
  const last = left.at(-1);
  if (start === undefined || last === undefined || !headSeen) return null;
  // "Velm's |Tarn Glass|" says whose it is, "the Velm Air Force |Tarn Aero|" names two, and a committee's chairman is no bank.
  if (mention.type !== "PER" && (/['’]s?$/u.test(last.text) || isCapital(last.text) || !suits(last.text, mention.type))) return null;
  return { start: start.start, end: last.end };
}

/** "the opposition |NAME|", "the eight-nation |NAME|". */
function modifier(text: string, mention: Mention): Span | null {
  if (mention.type !== "ORG") return null;
  const left = wordsOf(text, leftEdge(text, mention.start), mention.start);
  const word = left.at(-1);
  const before = left.at(-2);
  if (word === undefined || before === undefined || !determiner.test(before.text)) return null;
  if (
    isCapital(word.text) ||
    !(/^\p{L}+-\p{L}+$/u.test(word.text) || /^(?:opposition|ruling|militant|rebel|separatist|independent)$/u.test(word.text))
  )
    return null;
  return { start: word.start, end: word.end };
}

/** "the northern province of |NAME|". */
function ofPhrase(text: string, mention: Mention): Span | null {
  if (mention.type !== "LOC") return null;
  const from = leftEdge(text, mention.start);
  const match =
    /(?:^|\s)(the\s(?:[\p{Ll}-]+\s){0,3}(?:province|city|town|village|region|district|county|island|port|capital|suburb|state))\sof\s$/u.exec(
      text.slice(from, mention.start),
    );
  if (match?.[1] === undefined) return null;
  const start = from + match.index + match[0].indexOf(match[1]);
  return { start, end: start + match[1].length };
}

/** Whether the noun that says what somebody is stands inside another name: then "the Royal Oster Air Force" is the next of a list. */
function isName(text: string, span: Span, mentions: readonly Mention[]): boolean {
  const phrase = text.slice(span.start, span.end);
  const head = headOf(phrase);
  const end = span.start + phrase.indexOf(head, Math.max(0, phrase.search(/\s/u))) + head.length;
  return mentions.some((other) => other.start < end && other.end >= end && other.start >= span.start);
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
    const titled = modified === null ? title(text, mention, near) : null;
    const found: readonly (readonly [RoleKind, Span | null])[] = [
      ["title", titled],
      [
        "appos",
        appositionBehind(
          text,
          mention,
          mentions.slice(index + 1, index + 6).find((other) => other.type === "PER"),
        ),
      ],
      ["appos", appositionBefore(text, mention, titled?.start ?? mention.start)],
      ["appos", relativeClause(text, mention)],
      ["as", asOffice(text, mention)],
      ["copula", copula(text, mention)],
      ["modifier", modified],
      ["of-phrase", ofPhrase(text, mention)],
    ];
    const around = mentions.slice(Math.max(0, index - 12), index + 8);
    for (const [kind, span] of found) {
      if (span === null || (kind === "appos" && mention.type !== "PER" && isName(text, span, around))) continue;
      roles.push({ ...span, kind, mention: index, phrase: fold(text.slice(span.start, span.end)) });
      const kin = mention.type === "PER" ? kinship(text, span.start, span.end, mentions.slice(Math.max(0, index - 40), index)) : null;
      if (kin !== null) roles.push({ ...span, kind: "kin", mention: index, phrase: kin });
    }
  }
  return roles;
}
