import type { DocumentKind } from "../../core/corpus/parseDocument";
import type { DueNames } from "../../core/library/analysedPart";
import type { WayOfReading } from "../reading/decision";

/** A file's text that is to be analysed. */
export interface TextToAnalyse {
  readonly uri: string;
  readonly text: string;
  readonly way: WayOfReading;
  /** What was lost in decoding, in words. */
  readonly notice: string | null;
}

/** A text of which articles are to be read for names. */
export interface TextToName {
  readonly uri: string;
  readonly text: string;
  readonly kind: DocumentKind;
  readonly due: readonly DueNames[];
}

export type Task =
  | { readonly what: "analyse"; readonly documents: readonly TextToAnalyse[] }
  | { readonly what: "names"; readonly documents: readonly TextToName[] };

/** What is said to another thread that analyses. */
export type ToAnalyst =
  | { readonly what: "model"; readonly bytes: Uint8Array }
  | { readonly what: "task"; readonly id: number; readonly task: Task }
  /** Nobody wants the rest of a task. */
  | { readonly what: "cancel"; readonly id: number }
  /** A part has been taken over: another one may come. */
  | { readonly what: "taken" };

/** Which documents of a task a segment has, in its order. */
export interface AnalysedDocument {
  /** Its place in the task. */
  readonly at: number;
  /** How many articles it has, those that are left out among them. */
  readonly slots: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export type Part =
  /** A segment (`SegmentWriter`); a document may come in several. */
  | { readonly what: "analysed"; readonly bytes: Uint8Array<ArrayBuffer>; readonly documents: readonly AnalysedDocument[] }
  /** Names of the articles of document `at` from `from` of those that were due, as `writeNamesOf` packs them. */
  | {
      readonly what: "named";
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly at: number;
      readonly from: number;
      readonly isLast: boolean;
    };

/** What another thread answers. */
export type FromAnalyst =
  | { readonly what: "ready" }
  | { readonly what: "part"; readonly id: number; readonly part: Part }
  | { readonly what: "done"; readonly id: number }
  /** A fault of ours in one of the documents; nothing more of the task comes. */
  | { readonly what: "failed"; readonly id: number; readonly message: string };
