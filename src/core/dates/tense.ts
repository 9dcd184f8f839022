/** Whether words speak of what was or of what is to come. */
export type Tense = "past" | "future";

/** How many words before a date are looked at, and how many behind one that begins its sentence. */
const reach = 12;

const ahead = new Set(
  "will shall won't would wouldn't due expected scheduled planned slated set expects plans hopes intends may might could upcoming forthcoming tomorrow must should if unless expires begins starts opens closes ends meets faces arrives returns takes".split(
    " ",
  ),
);
const done = new Set(
  (
    "said told met was were had did made took came went saw held found left won lost began gave got ran fell rose sent spoke wrote struck hit killed shot cut put read led " +
    "became broke brought built caught chose drew drove fought flew kept knew paid quit rejected sat sold stood swore threw wore withdrew agreed happened came wrote felt heard hurt laid lay meant rode rose sang shut sank slept split stole swept taught thought understood woke flown grown ago " +
    "beat bit blew bled bred burst cast clung cost crept dealt drank dug ate fed fled flung forgave forgot froze hid lent lit rang sought shook shone " +
    "shrank slid sprang stank stuck strode strove swam swung tore wed wept wound overcame overtook undertook underwent upheld withheld"
  ).split(" "),
);
const auxiliaries = new Set(["be", "is", "are", "been", "being"]);
/** Behind "to" these begin no verb: "to the talks", "to his office". */
const determiners = new Set("the a an his her its their our this that these those some any all no one both each".split(" "));

/**
 * What the words around `[start, end)` of `text` speak of: the nearest sign before it in its sentence, else behind it; null
 * where there is none. A hint for which Monday is meant, no analysis of the sentence. English.
 */
export function tenseAround(text: string, start: number, end: number): Tense | null {
  const before = text.slice(0, start);
  const sentence = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("? "), before.lastIndexOf("! ")) + 1);
  const left = (sentence.match(/[\p{L}\p{N}’']+/gu) ?? []).slice(-reach);
  // A deadline, but for "it had ended by Monday".
  const before1 = left.at(-1)?.toLowerCase();
  if ((before1 === "by" || before1 === "until") && !left.includes("had") && !left.includes("was") && !left.includes("were"))
    return "future";
  if (before1 === "since") return "past";
  for (let at = left.length - 1; at >= 0; at--) {
    const found = tenseOf(left[at - 1], left[at] ?? "", left[at + 1]);
    if (found !== null) return found;
  }
  const right = (/^[^.?!]*/u.exec(text.slice(end))?.[0].match(/[\p{L}\p{N}’']+/gu) ?? []).slice(0, reach);
  for (let at = 0; at < right.length; at++) {
    const found = tenseOf(right[at - 1], right[at] ?? "", right[at + 1]);
    if (found !== null) return found;
  }
  return null;
}

function tenseOf(previous: string | undefined, word: string, next: string | undefined): Tense | null {
  const lower = word.toLowerCase().replace("’", "'");
  if (lower === "couldn't" || (lower === "could" && next === "not")) return "past";
  // A name like May or Will is none of them.
  if (ahead.has(lower) && word === lower) return "future";
  if (lower === "to" && next !== undefined && /^\p{Ll}{2}/u.test(next) && !determiners.has(next) && !/(?:ed|ing)$/.test(next))
    return "future";
  if (auxiliaries.has(previous ?? "")) return null;
  return done.has(lower) || /^\p{Ll}{2,}ed$/u.test(word) ? "past" : null;
}
