import { counterEvidence } from "./counterEvidence";
import type { Evidence } from "./evidence";
import { archiveFields, frontMatterFields, layoutEvidence } from "./layoutEvidence";
import { proseShape } from "./proseShape";
import { sampleOf, type TextSample } from "./textSample";
import { wordEvidence } from "./wordEvidence";

/** What the beginning of a text shows, and the sum of it. */
export interface Weighing {
  readonly evidence: readonly Evidence[];
  readonly score: number;
  readonly sample: TextSample;
  /** Whether the words of its language are known here. */
  readonly isKnownLanguage: boolean;
}

/** How much the shape of prose counts in a text that is judged alone. */
const shapeCounts = 0.6;

/** What the fields of a saved article look like by themselves. */
const fieldsAlone: ReadonlySet<string> = new Set(["keys and values", "speakers", "short lines"]);
/** From this weight on, fields are those of an article. */
const surelyFields = 2.4;

/** Weighs the first 64 K code units of `text`. */
export function weigh(text: string): Weighing {
  const sample = sampleOf(text);
  const layout = layoutEvidence(sample);
  const hasFields = layout.some(
    ({ reason, weight }) => (reason === archiveFields || reason === frontMatterFields) && weight >= surelyFields,
  );
  const counter = counterEvidence(sample);
  const words = wordEvidence(sample);
  // What words do not say in a language that is not known here, the shape of the prose has to.
  const shape = words.isKnownLanguage ? [] : [{ reason: "prose as in news", weight: shapeCounts * proseShape(sample) }];
  const evidence = [
    ...layout,
    ...words.evidence,
    ...shape,
    ...(hasFields ? counter.filter(({ reason }) => !fieldsAlone.has(reason)) : counter),
  ];
  return { sample, isKnownLanguage: words.isKnownLanguage, evidence, score: evidence.reduce((sum, { weight }) => sum + weight, 0) };
}
