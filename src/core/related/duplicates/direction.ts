import { fold } from "../../text/fold";
import type { Comparison } from "./comparison";

/** What tells which of two near-duplicates was there first. */
export interface Provenance {
  /** `YYYY-MM-DD`, null for an undated article. */
  readonly date: string | null;
  readonly publisher: string | null;
  /** The wire service of the dateline. */
  readonly agency: string | null;
  /** "Material from … is included in this report." */
  readonly creditLine: string | null;
  /** In words. */
  readonly length: number;
}

const dateWeight = 2;
const creditWeight = 2;
const wireWeight = 1.5;
const lengthWeight = 1.2;
/** Less evidence than this names no original. */
const evidenceFloor = 1;

/** A wire's own text: an agency in the dateline, and no other outlet that published it. */
function isWire({ agency, publisher }: Provenance): boolean {
  return agency !== null && (publisher === null || fold(publisher) === fold(agency));
}

/** Whether `copy` says that it took text from where `source` comes from. */
function credits(copy: Provenance, source: Provenance): boolean {
  const origin = source.agency ?? source.publisher;
  if (origin === null || isWire(copy)) return false;
  const name = fold(origin);
  if (copy.publisher !== null && fold(copy.publisher) === name) return false;
  return (
    (copy.creditLine !== null && fold(copy.creditLine).includes(name)) ||
    (copy.agency !== null && fold(copy.agency) === name && isWire(source))
  );
}

/**
 * Which of two near-duplicates is probably the original: the earlier one, the wire's own text, the one that the other
 * credits, the whole of which the other is an excerpt. Null where too little tells.
 */
export function originalOf(a: Provenance, b: Provenance, { kind }: Pick<Comparison, "kind">): "a" | "b" | null {
  let evidence = 0;
  if (a.date !== null && b.date !== null && a.date !== b.date) evidence += a.date < b.date ? dateWeight : -dateWeight;
  if (isWire(a) !== isWire(b)) evidence += isWire(a) ? wireWeight : -wireWeight;
  if (credits(b, a)) evidence += creditWeight;
  if (credits(a, b)) evidence -= creditWeight;
  if (kind === "excerpt") evidence += a.length > b.length ? lengthWeight : -lengthWeight;
  if (Math.abs(evidence) < evidenceFloor) return null;
  return evidence > 0 ? "a" : "b";
}
