import type { Span } from "../text/span";

/** White space of any script: tab, line ends, no-break and typographic spaces. `unit` is a UTF-16 code unit. */
export function isSpace(unit: number): boolean {
  if (unit <= 32) return unit === 32 || (unit >= 9 && unit <= 13);
  if (unit < 0x85) return false;
  return (
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** What a reader cannot see: control characters, zero-width characters, soft hyphens, direction marks, a BOM. */
export function isInvisible(unit: number): boolean {
  if (unit < 0xad) return unit < 32 || unit === 0x7f;
  return (
    unit === 0xad ||
    unit === 0x180e ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2069) ||
    unit === 0xfeff
  );
}

/** `[start, end)` without white space and invisible characters at its edges; empty (at `start`) where nothing is left. */
export function trimSpan(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to) {
    const unit = text.charCodeAt(from);
    if (!isSpace(unit) && !isInvisible(unit)) break;
    from++;
  }
  while (to > from) {
    const unit = text.charCodeAt(to - 1);
    if (!isSpace(unit) && !isInvisible(unit)) break;
    to--;
  }
  return from === to ? { start, end: start } : { start: from, end: to };
}

/** Whether `unit` is a letter from A to Z, in any case. */
export function isAsciiLetter(unit: number): boolean {
  const folded = unit | 0x20;
  return folded >= 0x61 && folded <= 0x7a;
}
