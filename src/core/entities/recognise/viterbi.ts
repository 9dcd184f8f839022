import type { Span } from "../../text/span";
import { labelCount, mayFollow, outside } from "./labels";

const impossible = -0x3fffffff;

/** For each label the labels that it may follow. */
const predecessors: readonly (readonly number[])[] = Array.from({ length: labelCount }, (_, next) =>
  Array.from({ length: labelCount }, (_, label) => label).filter((label) => mayFollow(label, next)),
);

/** Finds the best sequence of labels. Both ends of a window border on tokens that are outside. */
export class Viterbi {
  readonly #transitions: Int32Array;
  #best = new Int32Array(labelCount);
  #next = new Int32Array(labelCount);
  #from = new Uint8Array(64 * labelCount);

  /** `transitions[labelCount × a + b]` is the score of label `b` behind `a`, in the unit of the scores. */
  constructor(transitions: Int32Array) {
    this.#transitions = transitions;
  }

  /** Writes the best labels of the tokens in `window` to `labels`; token `i` has its scores at `i × labelCount`. */
  decode(window: Span, scores: Int32Array, labels: Uint8Array): void {
    const { start, end } = window;
    const transitions = this.#transitions;
    if (this.#from.length < (end - start) * labelCount) this.#from = new Uint8Array((end - start) * 2 * labelCount);
    const from = this.#from;
    for (let label = 0; label < labelCount; label++) {
      this.#best[label] = mayFollow(outside, label) ? (scores[start * labelCount + label] ?? 0) + (transitions[label] ?? 0) : impossible;
    }
    for (let token = start + 1; token < end; token++) {
      const best = this.#best;
      const next = this.#next;
      for (let label = 0; label < labelCount; label++) {
        let top = impossible * 2;
        let argument = outside;
        for (const before of predecessors[label] ?? []) {
          const score = (best[before] ?? 0) + (transitions[before * labelCount + label] ?? 0);
          if (score > top) {
            top = score;
            argument = before;
          }
        }
        next[label] = top + (scores[token * labelCount + label] ?? 0);
        from[(token - start) * labelCount + label] = argument;
      }
      this.#best = next;
      this.#next = best;
    }
    let top = impossible * 2;
    let label = outside;
    for (let last = 0; last < labelCount; last++) {
      if (!mayFollow(last, outside)) continue;
      const score = (this.#best[last] ?? 0) + (transitions[last * labelCount] ?? 0);
      if (score > top) {
        top = score;
        label = last;
      }
    }
    for (let token = end - 1; token >= start; token--) {
      labels[token] = label;
      label = from[(token - start) * labelCount + label] ?? outside;
    }
  }
}
