import type { Span } from "./span";

/** FNV-1a over a stretch of a text, mixed with its length: whether it is the same text as before. */
export function textHash(text: string, { start, end }: Span): number {
  let hash = 0x811c9dc5 ^ (end - start);
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
