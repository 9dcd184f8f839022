const LF = 0x0a;
const DOUBLE = 0x22;
const BACKTICK = 0x60;
const APOSTROPHE = 0x27;
const LEFT_GUILLEMET = 0xab;
const LEFT_DOUBLE = 0x201c;
const RIGHT_DOUBLE = 0x201d;
const LOW_DOUBLE = 0x201e;
const LEFT_CORNER = 0x300c;

/** What one quotation has at most, in code units: what is longer is a mark without its fellow. */
const longest = 600;

/** One behind the quotation in one line that starts at `at` with a mark; 0 where none does. */
export function quotationEnd(text: string, at: number): number {
  switch (text.charCodeAt(at)) {
    case DOUBLE:
      return closedBy(text, at, DOUBLE, DOUBLE);
    case LEFT_DOUBLE:
      return closedBy(text, at, RIGHT_DOUBLE, RIGHT_DOUBLE);
    case LEFT_GUILLEMET:
      return closedBy(text, at, 0xbb, 0xbb);
    case LOW_DOUBLE:
      return closedBy(text, at, LEFT_DOUBLE, RIGHT_DOUBLE);
    case LEFT_CORNER:
      return closedBy(text, at, 0x300d, 0x300d);
    case BACKTICK:
      return text.charCodeAt(at + 1) === BACKTICK ? closedByApostrophes(text, at) : 0;
    default:
      return 0;
  }
}

function closedBy(text: string, at: number, mark: number, other: number): number {
  const limit = Math.min(text.length, at + longest + 2);
  for (let to = at + 1; to < limit; to++) {
    const unit = text.charCodeAt(to);
    if (unit === mark || unit === other) return to > at + 1 ? to + 1 : 0;
    if (unit === LF) return 0;
  }
  return 0;
}

/** ``As typewriters quote'': at least one unit stands between. */
function closedByApostrophes(text: string, at: number): number {
  const limit = Math.min(text.length - 1, at + longest + 3);
  for (let to = at + 2; to < limit; to++) {
    const unit = text.charCodeAt(to);
    if (unit === LF) return 0;
    if (to > at + 2 && unit === APOSTROPHE && text.charCodeAt(to + 1) === APOSTROPHE) return to + 2;
  }
  return 0;
}
