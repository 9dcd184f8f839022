import { promises as fs, type BigIntStats } from "node:fs";
import { URI } from "vscode-uri";

/** What a file looked like from outside. */
export interface FileStamp {
  /** Another one where the file is another one: device, place on it, size, and when content and entry changed (nanoseconds). */
  readonly text: string;
  /** Whether a later change is sure to give another stamp: clocks of file systems go in steps of up to two seconds. */
  readonly isSettled: boolean;
}

/** In milliseconds. */
const longestStep = 3000;

/** Null for a file that cannot be looked at. */
export async function stampOf(uri: string): Promise<FileStamp | null> {
  const stats = await fs.stat(URI.parse(uri).fsPath, { bigint: true }).catch(() => null);
  return stats === null ? null : { text: stampText(stats), isSettled: Date.now() - Number(stats.mtimeMs) > longestStep };
}

/** The text of a stamp. */
export function stampText({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(" ");
}

/** The same; null for a file that changed so lately that a later change might give the same stamp. */
export function settledStamp(stats: BigIntStats): string | null {
  return Date.now() - Number(stats.mtimeMs) > longestStep ? stampText(stats) : null;
}
