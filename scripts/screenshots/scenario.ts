import type { Desk } from "./desk.js";

/** One picture of the extension: what is done, step by step, before it is taken. */
export interface Scenario {
  readonly name: string;
  /** What the picture shows, in a few words. */
  readonly shows: string;
  /** Opens an empty folder instead of the samples. */
  readonly emptyFolder?: boolean;
  readonly run: (desk: Desk) => Promise<void>;
}
