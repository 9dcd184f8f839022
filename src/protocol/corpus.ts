/**
 * The messages that LSP lacks: all that client and server share. Values are plain JSON; URIs are strings,
 * lines and characters 0-based in UTF-16 code units, dates `YYYY-MM-DD`. What concerns names is in `protocol/entities.ts`.
 */
import type { ArticleSummary, ProtocolRange } from "./ranges";

export type Grouping = "date" | "publisher" | "folder" | "story" | "none";

export interface ArticleGroup {
  /** Opaque; given back as `parent`. */
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** Of a story, and of a part of a very large group (`501–1000`): from when to when its articles are. */
  readonly span?: { readonly newest: string; readonly oldest: string };
}

/** `corpusNavigator/articleGroups`: the children of `parent` (null: the roots) in the Articles tree. Never more than some thousand. */
export interface TreeParams {
  readonly by: Grouping;
  readonly parent: string | null;
  /** What was typed to filter: case and diacritics do not count; empty for all. */
  readonly filter: string;
}
export interface TreeChildren {
  readonly groups: readonly ArticleGroup[];
  readonly articles: readonly ArticleSummary[];
}

/** `corpusNavigator/articleAt`: the article at a position and its groups from the root down; null outside. */
export interface ArticleAtParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
  readonly by: Grouping;
  readonly filter: string;
}
export interface ArticleAt {
  readonly article: ArticleSummary;
  readonly path: readonly ArticleGroup[];
}

/** `corpusNavigator/findArticles`: articles whose title, source or date match what was typed, best first; at most 2,000. */
export interface FindArticlesParams {
  readonly query: string;
  readonly limit: number;
}

/** `corpusNavigator/articleDetails` (by id): what a tooltip shows beyond the summary; null if it has gone. */
export interface ArticleDetails {
  readonly summary: ArticleSummary;
  readonly byline: string | null;
  readonly url: string | null;
  /** The first lines of the body: plain text, hostile input. */
  readonly lead: string;
  readonly wordCount: number;
}

export type SkipReason = "too-large" | "unreadable" | "vanished" | "binary" | "not-an-article" | "other-kind" | "loop";
export interface SkippedFile {
  readonly uri: string;
  readonly reason: SkipReason;
  /** A sentence; the same one for all files that are left out as the same kind. For "other-kind": the extension alone. */
  readonly detail: string;
}

/** Files whose extension is not one of a corpus. */
export interface UnreadKind {
  /** In lower case, without the dot; empty for none. */
  readonly extension: string;
  readonly count: number;
}

/** `corpusNavigator/leftOut`: the files that were left out as no articles for this reason, or for their extension; at most 20,000. */
export interface LeftOutParams {
  readonly detail?: string;
  readonly extension?: string;
}

/** Something said of a file that was read: part of it could not be decoded, or was cut off. */
export interface FileNotice {
  readonly uri: string;
  readonly detail: string;
}

/** `corpusNavigator/status` (server to client, a notification): sent on every change, at most a few times a second. */
export interface CorpusStatus {
  readonly state: "idle" | "indexing";
  readonly filesDone: number;
  readonly filesTotal: number;
  readonly articles: number;
  /** Files that were read and are surely no articles (source code, logs, licences). */
  readonly otherFiles: number;
  /** The first 200 of them, each with the reason. */
  readonly leftOut: readonly SkippedFile[];
  /** Files that are not read for their extension, the most frequent first. */
  readonly unreadKinds: readonly UnreadKind[];
  /** The earliest and the latest date of publication; null where no article has one. */
  readonly from: string | null;
  readonly to: string | null;
  /** Files that could not be taken in, at most 200 of them; "not-an-article" is never among them. */
  readonly skipped: readonly SkippedFile[];
  /** How many were skipped in all. */
  readonly skippedTotal: number;
  /** At most 200. */
  readonly notices: readonly FileNotice[];
  /** How many files were known from an earlier session when the folders were opened. */
  readonly kept: number;
  /** How many threads that analyse have begun to work so far; 0 where all is done in the server's own. */
  readonly threads: number;
}

/**
 * A folder that holds a corpus. The client watches it and reports with LSP's `workspace/didChangeWatchedFiles`, in
 * batches: candidate files, and every deletion, which may be that of a whole folder. `direct`: the server may read it itself; else
 * it asks the client. `readsAll`: nothing but what is empty or binary is left out.
 * `encoding`: that of files that are not UTF-8 or UTF-16 by their bytes, in any usual spelling.
 */
export interface CorpusFolder {
  readonly uri: string;
  readonly direct: boolean;
  readonly readsAll?: boolean;
  readonly encoding?: string;
}

/**
 * How a reader wants a file to be read, whatever its content says, also while it is closed; null: as recognised.
 * (An open document's language id says the same while it is open: `news-article`, `news-bundle`.)
 */
export type ForcedKind = "article" | "bundle" | "text" | null;
export interface TreatAsParams {
  readonly uri: string;
  readonly kind: ForcedKind;
}

/** `corpusNavigator/listFiles`: the files below a folder, candidates and others. */
export interface ListFilesParams {
  readonly folder: string;
}
export interface ListFilesResult {
  /** URIs. */
  readonly files: readonly string[];
  /** Folders that could not be listed, and links to folders, which are not followed. */
  readonly skipped: readonly SkippedFile[];
}

/** `corpusNavigator/readFile`: a file's bytes in base64, or why there are none. */
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult =
  | {
      readonly bytes: string;
      /** As `stampFile` gives it, from before it was read. */
      readonly stamp?: string | null;
    }
  | { readonly error: SkipReason; readonly detail: string };

/** What steps back while an article is read; each list in the order of the text. */
export interface QuietParts {
  /** Site text, in whole lines. */
  readonly boilerplate: readonly ProtocolRange[];
  /** Byline, date, the prefix with the dateline, credit line and source address. */
  readonly details: readonly ProtocolRange[];
}

/** `corpusNavigator/extractedText`: the text that was taken out of a page, a document or an archive, as positions in it count. */
export interface ExtractedText {
  readonly text: string;
  readonly kind: "article" | "bundle";
}

/** `corpusNavigator/fileEncoding`: in which encoding a file was read, as WHATWG spells it, and whether that is a guess in doubt. */
export interface FileEncoding {
  readonly encoding: string;
  readonly isDoubtful: boolean;
}

export const method = {
  /** Client to server, notification `CorpusFolder[]`: the folders to index; the first thing said, and again on change. */
  setFolders: "corpusNavigator/setFolders",
  /** Client to server: `TreeParams` to `TreeChildren`. */
  articleGroups: "corpusNavigator/articleGroups",
  /** Client to server: `ArticleAtParams` to `ArticleAt | null`. */
  articleAt: "corpusNavigator/articleAt",
  /** Client to server: `FindArticlesParams` to `ArticleSummary[]`. */
  findArticles: "corpusNavigator/findArticles",
  /** Client to server: `{ id: string }` to `ArticleDetails | null`. */
  articleDetails: "corpusNavigator/articleDetails",
  /** Client to server: `{ uri: string }` of an open document to `QuietParts`. */
  quietParts: "corpusNavigator/quietParts",
  /** Client to server: `{ uri: string }` of a file to `ExtractedText`, or `{ reason: string }` where it gives none. */
  extractedText: "corpusNavigator/extractedText",
  /** Client to server: `{ uri: string }` of a file to `FileEncoding`; null where it is none of the corpus, or cannot be read. */
  fileEncoding: "corpusNavigator/fileEncoding",
  /** Client to server, notification `TreatAsParams`. */
  treatAs: "corpusNavigator/treatAs",
  /** Client to server: `LeftOutParams` to `string[]` (file URIs). */
  leftOut: "corpusNavigator/leftOut",
  /** Client to server: forget everything and read the folders again; answers when it is done. */
  rebuild: "corpusNavigator/rebuild",
  /** Client to server: delete what is kept of the corpus between sessions; answers when it is done. */
  clearIndex: "corpusNavigator/clearIndex",
  /** Server to client, notification `CorpusStatus`. */
  status: "corpusNavigator/status",
  /** Server to client, notification: views should ask again. Debounced by the server. */
  corpusChanged: "corpusNavigator/corpusChanged",
  /** Server to client, for folders that are not `direct`: `ListFilesParams` to `ListFilesResult`. */
  listFiles: "corpusNavigator/listFiles",
  /** Server to client, likewise: `ReadFileParams` to `ReadFileResult`. */
  readFile: "corpusNavigator/readFile",
  /** Server to client, likewise: `ReadFileParams` to what the file looks like from outside, null where that says nothing. */
  stampFile: "corpusNavigator/stampFile",
} as const;
