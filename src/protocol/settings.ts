/** Settings that concern names; part of `ServerSettings`. */
export interface EntitySettings {
  /** `corpusNavigator.hover.enabled`; true if absent. */
  readonly hover?: boolean;
  /**
   * In `initialize` only, where the server has no file system: the URI of `models/names.bin`, which the client reads on
   * request (`readModel`) and never before it is needed.
   */
  readonly modelUri?: string;
  /** The script of threads that analyse, as a URL, for servers that have no files of their own. */
  readonly analystUrl?: string;
  /** How many threads analyse at most; 0 for none. Absent: one less than there are cores. */
  readonly analysts?: number;
}

/** Settings of the server that concern related articles. */
export interface RelatedSettings {
  /** At most so many related articles. */
  readonly relatedLimit?: number;
  /** Whether a hint at the headline says that an article is a near-duplicate. */
  readonly duplicateHints?: boolean;
  /** Whether lines above headlines say what there is. */
  readonly relatedCodeLens?: boolean;
}

/** What the client says in `initialize` (`initializationOptions`), and again as `settings` of `didChangeConfiguration`. */
export interface ServerSettings extends EntitySettings, RelatedSettings {
  /** In bytes: larger files are named in the status instead of being read. */
  readonly maxFileSize: number;
  /**
   * In `initialize`: the client says which folders to index, by `setFolders`, and reports what happens in them.
   * Where this is not set, the server indexes the workspace folders and asks for watchers itself.
   */
  readonly clientSetsFolders?: boolean;
  /**
   * In `initialize` only: the URI of a folder of the client's own storage for this workspace, in which the server may keep what it knows of
   * the corpus from one session to the next. Absent or empty: it keeps nothing.
   */
  readonly keepIn?: string;
}
