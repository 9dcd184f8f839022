/** One observation that speaks for (positive weight) or against (negative) a text being a news article. */
export interface Evidence {
  readonly reason: string;
  readonly weight: number;
}

/** `value` between 0 and `most`. */
export function upTo(most: number, value: number): number {
  return Math.max(0, Math.min(most, value));
}
