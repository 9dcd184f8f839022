/** How many tests of a suite passed, failed, and were skipped (pending). */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What every suite prints once, at its end, followed by its totals as JSON: what the sum is made from. */
export const totalsMarker = "##totals ";

/** What the suites inside VS Code put before each line, to be told from all else that a workbench prints. */
export const testLineMarker = "│ ";

/** The sum over all totals that a run's output has, and how many suites reported. */
export function sumTotals(output: string): Totals & { readonly suites: number } {
  const sum = { passed: 0, failed: 0, skipped: 0, suites: 0 };
  for (const line of output.split("\n")) {
    const at = line.indexOf(totalsMarker);
    if (at < 0) continue;
    const totals = JSON.parse(line.slice(at + totalsMarker.length)) as Totals;
    sum.passed += totals.passed;
    sum.failed += totals.failed;
    sum.skipped += totals.skipped;
    sum.suites++;
  }
  return sum;
}
