import type { FileText } from "../server/files/fileSource";

/** How a file was read when it was read last: what a kept index says of it. */
export interface KeptReading {
  /** The text of the stamp that it had. */
  readonly stamp: string;
  /** As WHATWG spells it. */
  readonly encoding: string;
  readonly isDoubtful: boolean;
}

/** Stands in no stamp, and in no name of an encoding. */
const separator = "|";

/**
 * How a file was read, in the words of a library's `stamp`. `way` says what was asked: a file that is to be read in another way is not as
 * it was. Null where its stamp does not tell of every change.
 */
export function keptStamp({ stamp = null, encoding, isDoubtful }: FileText, way: string): string | null {
  return stamp === null ? null : [stamp, way, encoding, isDoubtful ? "?" : ""].join(separator);
}

/** What such a stamp says; null for none, and where the file was read in another way. */
export function keptReading(kept: string | null, way: string): KeptReading | null {
  const [stamp = "", was, encoding = "", doubt] = kept?.split(separator) ?? [];
  return was === way ? { stamp, encoding, isDoubtful: doubt === "?" } : null;
}
