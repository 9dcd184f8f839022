import { counterEvidence } from "./counterEvidence";
import type { Evidence } from "./evidence";
import { layoutEvidence } from "./layoutEvidence";
import { sampleOf } from "./textSample";
import { wordEvidence } from "./wordEvidence";

/** What the beginning of a text shows, and the sum of it. */
export interface Weighing {
  readonly evidence: readonly Evidence[];
  readonly score: number;
}

/** Weighs the first 64 K code units of `text`. */
export function weigh(text: string): Weighing {
  const sample = sampleOf(text);
  const evidence = [...layoutEvidence(sample), ...wordEvidence(sample), ...counterEvidence(sample)];
  return { evidence, score: evidence.reduce((sum, { weight }) => sum + weight, 0) };
}
