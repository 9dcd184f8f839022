import { isRoleHead } from "../entities/roles/roleWords";
import type { Item } from "./clauses";
import type { SpeakerForm } from "./quotation";

/** A speaker as found beside a cue, by items: `from` inclusive, `to` exclusive. */
export interface FoundSpeaker {
  readonly from: number;
  readonly to: number;
  readonly form: SpeakerForm;
  /** Index of the article's mention, of a name. */
  readonly mention: number | null;
  /** Where the phrase with all that belongs to it begins and ends ("the head of the service, NAME,"). */
  readonly phraseFrom: number;
  readonly phraseTo: number;
}

const pronouns = new Set("he she they it who er sie il elle ils elles él ella ellos on он она они we i".split(" "));
const prepositions = new Set(
  "of for at in from with on to by about against under near inside outside among de du des del della von vom bei der die des".split(" "),
);
const determiners = new Set(
  "the a an his her its their our my this that these those one another some several many two three both der die das ein eine sein seine ihr ihre le la les un une son sa ses leur leurs el los las una su sus".split(
    " ",
  ),
);
/** What ends a phrase that is walked along. */
const conjunctions = new Set(
  "and but while when as that because if after before what which whether although though since until where so than or nor und aber mais et y pero и а но когда".split(
    " ",
  ),
);
/** What tells more of whoever stands in front of it. */
export const relatives: ReadonlySet<string> = new Set(["who", "whose", "whom", "which"]);
const verbs = new Set(
  "is was are were has have had will would can could may might must should do does did been be being isn't wasn't doesn't don't didn't won't can't couldn't wouldn't hasn't haven't ist war sind hat est sont ont es son".split(
    " ",
  ),
);
const adverbs = new Set(
  "also later then earlier previously repeatedly already again still now once however meanwhile today yesterday tonight not never always often simply only even just further instead therefore thus himself herself has have had would will could may did does been recently privately publicly openly reportedly".split(
    " ",
  ),
);
const opensAdverbial = new Set(
  "in on at after before during since by for from with amid despite speaking asked meanwhile earlier later last this late early yesterday today tonight however but and yet still when while as under following according separately".split(
    " ",
  ),
);
const times = new Set(
  "am im beim lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo montag dienstag mittwoch donnerstag freitag samstag sonntag monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tonight earlier later late early last this on in at during after before as when while via through by to".split(
    " ",
  ),
);

/** Whether a word between a subject and its verb is no part of either name: "also", "has", "repeatedly". */
export function isAdverb(item: Item): boolean {
  return item.kind === "word" && item.mention < 0 && (adverbs.has(item.text) || (item.text.endsWith("ly") && item.text.length > 4));
}

function isVerb(item: Item): boolean {
  return item.kind === "word" && item.mention < 0 && verbs.has(item.text);
}

/** Whether `items` from `from` to `to` have a verb of their own, as far as small words tell: a clause and no phrase. */
export function hasVerb(items: readonly Item[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const item = items[at];
    if (item?.kind !== "word" || item.mention >= 0) continue;
    if (verbs.has(item.text) || (/(?:[a-z]{2}ed|n['’]t)$/u.test(item.text) && at > from)) return true;
  }
  return false;
}

function isPrenominal(item: Item): boolean {
  return item.kind === "word" && (item.capital || item.mention >= 0 || isRoleHead(item.text) || determiners.has(item.text));
}

/** The segments between commas of `items` from `from` to `to`, last first: `[start, end)`. */
function segmentsBack(items: readonly Item[], from: number, to: number): (readonly [number, number])[] {
  const segments: (readonly [number, number])[] = [];
  let end = to;
  for (let at = to - 1; at >= from; at--) {
    const item = items[at];
    if (item === undefined) break;
    if (item.kind === "quote") {
      segments.push([at + 1, end]);
      return segments;
    }
    if (item.kind !== "mark") continue;
    if (/^[([{)\]}/&*'’]$/u.test(item.text)) continue;
    segments.push([at + 1, end]);
    if (item.text !== ",") return segments;
    end = at;
    if (segments.length > 6) return segments;
  }
  segments.push([from, end]);
  return segments;
}

const longestPhrase = 22;

/**
 * Whether a stretch between commas can be a subject or what stands beside it: a phrase without a verb. `open` says
 * that a comma stands in front, so that it need not begin a sentence.
 */
function isPhrase(items: readonly Item[], [from, to]: readonly [number, number]): boolean {
  const first = items[from];
  if (first === undefined || to <= from || to - from > longestPhrase) return false;
  if (opensAdverbial.has(first.text) && first.mention < 0) return false;
  for (let at = from; at < to; at++) {
    const item = items[at];
    if (
      item === undefined ||
      isVerb(item) ||
      (item.mention < 0 && item.kind === "word" && at > from && conjunctions.has(item.text) && item.text !== "and")
    )
      return false;
  }
  return true;
}

function isRelative(items: readonly Item[], [from, to]: readonly [number, number]): boolean {
  const first = items[from];
  if (first === undefined) return false;
  return (
    /^(?:who|whose|which|where|whom|aged|formerly|now|then|also|himself|herself)$/u.test(first.text) ||
    (to - from === 1 && /^\d{1,3}$/u.test(first.text)) ||
    // "Sen. NAME, R-Calder, said": party and constituency.
    (to - from === 1 && /^[rdi]-\p{L}/u.test(first.text))
  );
}

/** The speaker in the phrase from `from` to `to`, all of which belongs to it; null where it names nobody. */
function speakerIn(items: readonly Item[], from: number, to: number): FoundSpeaker | null {
  let start = from;
  while (start < to && items[start]?.kind === "mark") start++;
  while (to > start && items[to - 1]?.kind === "mark") to--;
  const first = items[start];
  if (first === undefined || start >= to) return null;
  if (to - start === 1 && pronouns.has(first.text) && first.mention < 0)
    return { from: start, to, form: "pronoun", mention: null, phraseFrom: start, phraseTo: to };
  let core = to;
  for (let at = start + 1; at < to; at++) {
    const item = items[at];
    if (item !== undefined && item.mention < 0 && item.kind === "word" && prepositions.has(item.text)) {
      core = at;
      break;
    }
  }
  const head = items[core - 1];
  if (head === undefined) return null;
  if (head.mention >= 0 && !head.possessive) {
    let low = core - 1;
    while (low > start && items[low - 1]?.mention === head.mention) low--;
    let high = core;
    while (high < to && items[high]?.mention === head.mention) high++;
    return { from: low, to: high, form: "name", mention: head.mention, phraseFrom: start, phraseTo: to };
  }
  // A capitalised run that is no known name, and nothing else: a name all the same.
  if (
    head.capital &&
    !isRoleHead(head.text) &&
    items.slice(start, core).every((item) => item.capital && item.mention < 0) &&
    core === to &&
    core - start <= 4 &&
    !determiners.has(first.text)
  ) {
    return { from: start, to: core, form: "name", mention: null, phraseFrom: start, phraseTo: to };
  }
  if (head.possessive || head.kind !== "word" || (/^\d/u.test(head.text) && !head.text.endsWith("-old"))) return null;
  if (!isPrenominal(first) && !isRoleHead(head.text) && !head.text.endsWith("s")) return null;
  if (
    first.text.endsWith("ing") ||
    (start === core - 1 && !isRoleHead(head.text) && !head.capital && !/(?:s|ials|one|body)$/u.test(head.text))
  )
    return null;
  return { from: start, to, form: "role", mention: null, phraseFrom: start, phraseTo: to };
}

/** The subject whose last item is in front of `cue`, inside one stretch without commas: the shortest that is a phrase. */
function subjectIn(items: readonly Item[], from: number, to: number): FoundSpeaker | null {
  let start = from;
  for (let at = to - 1; at >= from; at--) {
    const item = items[at];
    if (item === undefined) break;
    if (
      item.mention < 0 &&
      item.kind === "word" &&
      (isVerb(item) || (conjunctions.has(item.text) && !(item.text === "and" && joinsNames(items, at))))
    ) {
      start = at + 1;
      break;
    }
    if (
      item.mention < 0 &&
      /(?:[a-z]{2}ed|ing)$/u.test(item.text) &&
      !isPrenominal(item) &&
      at < to - 1 &&
      !determiners.has(items[at - 1]?.text ?? "")
    ) {
      start = at + 1;
      break;
    }
  }
  const opener = items[start];
  if (opener === undefined || start >= to) return null;
  if ((opensAdverbial.has(opener.text) && opener.mention < 0) || (prepositions.has(opener.text) && !determiners.has(opener.text))) {
    // "In July Putin said": the name or the last phrase with a determiner in front of the verb.
    const last = items[to - 1];
    if (last === undefined) return null;
    if (to - start === 2 && (last.mention >= 0 || pronouns.has(last.text))) return speakerIn(items, to - 1, to);
    let at = to - 1;
    if (pronouns.has(last.text) && last.mention < 0) return speakerIn(items, at, to);
    if (last.mention >= 0) {
      while (at > start && items[at - 1]?.mention === last.mention) at--;
      while (at > start + 1 && isTitleWord(items[at - 1])) at--;
      const before = items[at - 1];
      if (at > start && before !== undefined && prepositions.has(before.text) && before.mention < 0 && at - 1 > start)
        at = lastDeterminer(items, start + 1, at) ?? at;
      return speakerIn(items, at, to);
    }
    const determined = lastDeterminer(items, start + 1, to);
    return determined === null ? null : speakerIn(items, determined, to);
  }
  return speakerIn(items, start, to);
}

function isTitleWord(item: Item | undefined): boolean {
  return item?.kind === "word" && item.mention < 0 && !times.has(item.text) && (item.capital || isRoleHead(item.text));
}

function lastDeterminer(items: readonly Item[], from: number, to: number): number | null {
  for (let at = to - 1; at >= from; at--) if (determiners.has(items[at]?.text ?? "")) return at;
  return null;
}

function joinsNames(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  const behind = items[at + 1];
  return before !== undefined && behind !== undefined && (before.mention >= 0 || before.capital) && (behind.mention >= 0 || behind.capital);
}

/**
 * Who stands in front of the reporting verb at `cue`, no further back than `from`: the subject of the verb, with what is
 * set beside it between commas. Null where nobody can be made out.
 */
export function speakerBefore(items: readonly Item[], from: number, cue: number): FoundSpeaker | null {
  let to = cue;
  for (let before = items[to - 1]; to > from && before !== undefined && isAdverb(before); before = items[to - 1]) to--;
  // "NAME (Ind) said", "NAME (42) says": what stands in brackets belongs to the name.
  if (/^[)\]]$/u.test(items[to - 1]?.text ?? "")) {
    for (let open = to - 2; open > from && open > to - 10; open--) {
      if (!/^[([]$/u.test(items[open]?.text ?? "")) continue;
      to = open;
      break;
    }
  }
  const close = items[to - 1];
  if (close === undefined || to <= from) return null;
  if (close.text === "who" || close.text === "which") {
    const comma = items[to - 2]?.text === "," ? to - 2 : to - 1;
    return speakerBefore(items, from, comma);
  }
  const [last, ...others] = segmentsBack(items, from, close.text === "," ? to - 1 : to);
  if (last === undefined) return null;
  if (close.text !== ",") {
    const subject = subjectIn(items, last[0], last[1]);
    return subject;
  }
  // "NAME, the head of the service, said"; "the head of the service, NAME, said".
  const phrases: (readonly [number, number])[] = [];
  for (const segment of [last, ...others]) {
    if (isRelative(items, segment)) continue;
    if (!isPhrase(items, segment)) {
      // The subject may close a longer stretch: "On Monday the head of the bank, NAME, said".
      if (phrases.length > 0 && phrases.length < 3) {
        const subject = subjectIn(items, segment[0], segment[1]);
        if (subject !== null && !hasVerb(items, segment[0], subject.from)) phrases.push([subject.phraseFrom, segment[1]]);
      }
      break;
    }
    phrases.push(segment);
    if (phrases.length === 3) break;
  }
  if (phrases.length === 0) {
    for (const segment of [last, ...others]) {
      if (isRelative(items, segment)) continue;
      return subjectIn(items, segment[0], segment[1]);
    }
    return null;
  }
  const found = phrases.map(([a, b]) => speakerIn(items, a, b)).filter((one) => one !== null);
  const named = found.find((one) => one.form === "name" && one.mention !== null);
  const first = found.at(-1);
  const best = first?.form === "name" ? first : (named ?? first);
  if (best === undefined) return null;
  return { ...best, phraseFrom: phrases.at(-1)?.[0] ?? best.phraseFrom, phraseTo: to };
}

/**
 * Who stands behind the reporting verb, or behind "according to": up to the next comma, full stop, quotation or time.
 * `from` is the first item behind. Null where nobody can be made out.
 */
export function speakerBehind(items: readonly Item[], from: number, until: number): FoundSpeaker | null {
  let to = from;
  for (; to < until; to++) {
    const item = items[to];
    if (item === undefined || item.kind === "quote") break;
    if (item.kind === "mark" && !/^[/&'’-]$/u.test(item.text)) break;
    if (item.kind === "word" && item.mention < 0 && to > from) {
      if (times.has(item.text) && !(item.text === "in" || item.text === "at")) break;
      if (
        (item.text === "in" || item.text === "at" || item.text === "to") &&
        items[to - 1]?.mention !== undefined &&
        (items[to - 1]?.mention ?? -1) >= 0
      )
        break;
      if (conjunctions.has(item.text) && !(item.text === "and" && joinsNames(items, to))) break;
      if (isVerb(item) || relatives.has(item.text)) break;
    }
    if (to - from > longestPhrase) break;
  }
  const first = items[from];
  if (first === undefined || to <= from) return null;
  if (
    first.mention < 0 &&
    !first.capital &&
    !determiners.has(first.text) &&
    !pronouns.has(first.text) &&
    !isRoleHead(first.text) &&
    !first.text.endsWith("s") &&
    !items.slice(from, to).some((item) => isRoleHead(item.text) || item.mention >= 0)
  )
    return null;
  const person = titled(items, from, to);
  if (person !== null) return person;
  const found = speakerIn(items, from, to);
  if (found === null) return null;
  // "said the head of the service, NAME, on Monday".
  if (found.form === "role" && items[to]?.text === ",") {
    const next = items[to + 1];
    if (next !== undefined && next.mention >= 0) {
      let end = to + 1;
      while (end < until && items[end]?.mention === next.mention) end++;
      const after = items[end];
      if (after === undefined || after.kind === "mark")
        return { from: to + 1, to: end, form: "name", mention: next.mention, phraseFrom: from, phraseTo: end };
    }
  }
  return found;
}

/** "said FSB chief NAME": the name at the end of a phrase without preposition. */
function titled(items: readonly Item[], from: number, to: number): FoundSpeaker | null {
  for (let at = from; at < to; at++) {
    const item = items[at];
    if (item === undefined || (item.mention < 0 && prepositions.has(item.text))) return null;
  }
  const last = items[to - 1];
  if (last === undefined || last.mention < 0 || last.possessive) return null;
  let low = to - 1;
  while (low > from && items[low - 1]?.mention === last.mention) low--;
  return { from: low, to, form: "name", mention: last.mention, phraseFrom: from, phraseTo: to };
}
