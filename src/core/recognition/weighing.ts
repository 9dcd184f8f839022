import { counterEvidence } from "./counterEvidence";
import type { Evidence } from "./evidence";
import { archiveFields, frontMatterFields, layoutEvidence } from "./layoutEvidence";
import { sampleOf, type TextSample } from "./textSample";
import { wordEvidence } from "./wordEvidence";

/** What the beginning of a text shows, and the sum of it. */
export interface Weighing {
  readonly evidence: readonly Evidence[];
  readonly score: number;
  readonly sample: TextSample;
}

/** What the fields of a saved article look like by themselves. */
const fieldsAlone: ReadonlySet<string> = new Set(["keys and values", "speakers", "short lines", "mail headers"]);
/** From this weight on, fields are those of an article. */
const surelyFields = 2.4;

/** Weighs the first 64 K code units of `text`. */
export function weigh(text: string): Weighing {
  const sample = sampleOf(text);
  const layout = layoutEvidence(sample);
  const hasFields = layout.some(({ reason, weight }) => (reason === archiveFields || reason === frontMatterFields) && weight >= surelyFields);
  const counter = counterEvidence(sample);
  const evidence = [...layout, ...wordEvidence(sample), ...(hasFields ? counter.filter(({ reason }) => !fieldsAlone.has(reason)) : counter)];
  return { sample, evidence, score: evidence.reduce((sum, { weight }) => sum + weight, 0) };
}
