/** Marks that may stand behind the mark that ends a sentence. */
const closers = "\"'”’»)]}›」』）*_";
const sentenceEnds = ".!?…。！？؟।۔｡⁈‼";

/** Words that a sentence, a title or a line does not end with. */
const danglingWords = new Set(
  (
    "a an the this that these those of to in on at by for from with without into onto over under about against between among during " +
    "and or but nor as if than when while where which who whom whose because although is are was were be been being has have had " +
    "will would can could may might must should shall do does did not no its his her their our your my " +
    "der die das des dem den ein eine einer und oder von zu mit im am für auf le la les un une des et ou de du à au aux en dans pour sur " +
    "el los las y o del al con por para il lo gli di e da и в на с к по из от для не что как"
  ).split(" "),
);

/** Common abbreviations with a full stop that can end a headline. */
const abbreviation =
  /(?:^|[\s(,/–—-])(?:\p{L}\.(?:\p{L}\.)+|(?:Inc|Corp|Co|Ltd|Jr|Sr|St|No|Bros|Plc|Dept|Calif|Fla|Mass|Conn|Pa|Va|Ill|Mich|Minn|vs|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.)$/u;

function lastMark(text: string): number {
  let end = text.length - 1;
  while (end >= 0 && (closers.includes(text.charAt(end)) || text.charAt(end) === " ")) end--;
  return end;
}

/** Whether `text` ends as a sentence does: with a full stop or the like, quotes and brackets behind it aside. */
export function endsSentence(text: string): boolean {
  const at = lastMark(text);
  return at >= 0 && sentenceEnds.includes(text.charAt(at));
}

/** Whether `text` ends with a full stop that is not an abbreviation's or an ellipsis: headlines hardly ever do. */
export function endsWithFullStop(text: string): boolean {
  const at = lastMark(text);
  if (at < 0) return false;
  const mark = text.charAt(at);
  if (mark === "。" || mark === "।" || mark === "۔" || mark === "｡") return true;
  if (mark !== "." || text.charAt(at - 1) === ".") return false;
  return !abbreviation.test(text.slice(Math.max(0, at - 12), at + 1));
}

/** Whether the first letter, quotes and brackets before it aside, is a lower-case one. */
export function startsInLowerCase(text: string): boolean {
  return /^["'“‘«([…—–-]{0,3}\s?\p{Ll}(?!\p{Lu})/u.test(text);
}

/** Whether `text` stops in the middle: at a comma, a dash, or a word that something has to follow. */
export function endsDangling(text: string): boolean {
  if (/[,–—&/]\s?$|\s-$/u.test(text)) return true;
  return danglingWords.has(/(\p{L}{1,99})$/u.exec(text.slice(-20))?.[1] ?? "");
}

/** Whether `word` is one that something has to follow ("the", "of"). */
export function isDanglingWord(word: string): boolean {
  return danglingWords.has(word.toLowerCase());
}

/**
 * How many words `text` has; two characters of a script without spaces count as one. Stops counting at `most`: few ask
 * for more than whether there are many.
 */
export function countWords(text: string, most = Infinity): number {
  let words = 0;
  let inWord = false;
  let ideographs = 0;
  for (let i = 0; i < text.length && words < most; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x2e80 && unit < 0xa000) {
      ideographs++;
      inWord = false;
    } else if (unit === 32) inWord = false;
    else if (!inWord) {
      words++;
      inWord = true;
    }
  }
  return words + Math.ceil(ideographs / 2);
}

/** Whether `text` has letters with case and all of them are capitals. */
export function isAllCapitals(text: string): boolean {
  return text !== text.toLowerCase() && text === text.toUpperCase();
}
