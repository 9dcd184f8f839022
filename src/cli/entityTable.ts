import type { Entity } from "../core/entities/index/entity";
import { fit } from "./articleTable";

const KINDS = { PER: "person", ORG: "organization", LOC: "place", EVENT: "event" } as const;
const KIND_WIDTH = 12;
const COUNT_WIDTH = 7;

/** One line an entity: kind, name, role, mentions, articles, other names, cut to `width` columns. */
export function entityRow({ type, name, mentions, articles, forms }: Entity, role: string, width: number): string {
  const rest = Math.max(48, width - KIND_WIDTH - 2 * COUNT_WIDTH - 10);
  const aliases = forms.map(([form]) => form).filter((form) => form !== name).join(", ");
  return [
    fit(KINDS[type], KIND_WIDTH),
    fit(name, Math.floor(rest * 0.35)),
    fit(role, Math.floor(rest * 0.35)),
    String(mentions).padStart(COUNT_WIDTH),
    String(articles).padStart(COUNT_WIDTH),
    fit(aliases, Math.floor(rest * 0.3)),
  ].join("  ").trimEnd();
}
