/** The share of lines with the most usual number of tabs, bars, unspaced commas or gaps, where that is at least two. */
export function columnShare(lines: readonly string[]): number {
  let [tabs, bars, commas, gaps] = [0, 0, 0, 0];
  for (const line of lines) {
    if (hasTwo(line, "\t")) tabs++;
    if (hasTwo(line, "|")) bars++;
    if (hasTwoTightCommas(line)) commas++;
    if (line.includes("   ") && (line.match(/\S {3,}(?=\S)/g)?.length ?? 0) >= 2) gaps++;
  }
  return Math.max(tabs, bars, commas, gaps) / Math.max(1, lines.length);
}

function hasTwo(line: string, sign: string): boolean {
  const first = line.indexOf(sign);
  return first >= 0 && line.includes(sign, first + 1);
}

const tightComma = /[,;](?!\d{3}(?!\d))(?=\S)/y;

/** Commas or semicolons with no space behind them, those within figures ("1,200") aside. */
function hasTwoTightCommas(line: string): boolean {
  return countTight(line, ",") + countTight(line, ";") >= 2;
}

function countTight(line: string, sign: string): number {
  let count = 0;
  for (let at = line.indexOf(sign); at >= 0; at = line.indexOf(sign, at + 1)) {
    if (line.charCodeAt(at + 1) === 0x20) continue;
    tightComma.lastIndex = at;
    if (tightComma.test(line)) count++;
  }
  return count;
}
