import type { CitedHit } from "./citedHit";

/** The hits as JSON: how the query was understood, and a list. */
export function exportJson(query: string, understoodAs: string, hits: readonly CitedHit[]): string {
  return `${JSON.stringify({ query, understoodAs, hits }, null, 2)}\n`;
}
