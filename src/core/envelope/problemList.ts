import type { Problem, ProblemCode } from "../corpus/problem";

/** How many problems of one document are listed: as many as one fix for all of them corrects. */
export const longestProblemList = 10_000;

/**
 * The problems of one document, of which no more than a reader could look through are made: a file with a million
 * broken markers gets a list of the first ones and a last entry that says how many more there are.
 */
export class ProblemList {
  readonly #listed: Problem[] = [];
  readonly #counts = new Map<ProblemCode, number>();

  /** Counts a problem; it is only made if it can be among the first. Those of one code come in the order of the text. */
  add(code: ProblemCode, make: () => Problem): void {
    const count = this.#counts.get(code) ?? 0;
    this.#counts.set(code, count + 1);
    if (count <= longestProblemList) this.#listed.push(make());
  }

  /** The first problems in the order of the text and, where some are left out, how many. */
  inOrder(): Problem[] {
    const listed = this.#listed.sort((a, b) => a.span.start - b.span.start);
    const firstLeftOut = listed[longestProblemList];
    if (firstLeftOut === undefined) return listed;
    let all = 0;
    for (const count of this.#counts.values()) all += count;
    const more = all - longestProblemList;
    const message =
      more === 1 ? "One more problem with a marker is not listed." : `${more} more problems with markers are not listed, from here on.`;
    return [
      ...listed.slice(0, longestProblemList),
      { code: "problems-left-out", severity: "information", message, span: firstLeftOut.span },
    ];
  }
}
