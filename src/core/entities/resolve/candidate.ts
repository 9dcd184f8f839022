import type { EntityType } from "./localEntity";

/** A mention on its way into an entity. */
export interface Candidate {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly clean: string;
  type: EntityType;
  key: string;
  bare: boolean;
  /** The country it stands for, so that types need not be voted on. */
  readonly country: boolean;
  because: string | null;
  /** The group it would be in if it stood alone. */
  own: string;
  /** What the article says the bearer is, at this place. */
  readonly roles: readonly string[];
  /** The office in front of a person's name. */
  office: string | null;
}
