import type { EntityMention, EntityProfile } from "../../../../protocol/entities";

/** All that is known of an entity, as exports write it. */
export interface EntityRecord {
  readonly profile: EntityProfile;
  readonly mentions: readonly EntityMention[];
  /** What the reader calls a file: its path in the workspace. */
  readonly pathOf: (uri: string) => string;
}

export type ExportFormat = "markdown" | "csv" | "json";
