import type { Connection, ServerCapabilities } from "vscode-languageserver";
import type { Corpus } from "../../core/corpus/corpus";
import type { Library } from "../../core/library/library";
import type { CorrectionFiles } from "../answers/entities/correctionFiles";
import type { NameService } from "../answers/entities/nameService";
import type { SentenceTexts } from "../answers/entities/sentenceTexts";
import type { Summaries } from "../answers/entities/summaries";
import type { QuotationService } from "../answers/quotations/quotationService";
import type { RelatedService } from "../answers/related/relatedService";
import type { StoryService } from "../answers/related/storyService";
import type { SearchService } from "../answers/search/searchService";
import type { AnalystHost } from "../analysis/analysts";
import type { FileSource } from "../files/fileSource";
import type { Files } from "../files/files";
import type { Documents } from "../reading/documents";
import type { Indexer } from "../reading/indexer";
import type { Keeper, KeepingPlace } from "../reading/keeper";
import type { Scheduler } from "../reading/scheduler";
import type { LiveEntitySettings, LiveRelatedSettings } from "../settings";

/** What differs between a Node process and a web worker. */
export interface Platform {
  /** Reads folders that the client calls `direct`; null where the server has no file system. */
  readonly directFiles: FileSource | null;
  /** Reads the model for names that the server came with; null where it has to ask the client for it. */
  readonly readModel: (() => Promise<Uint8Array>) | null;
  /**
   * Where what is known of a corpus is kept, below the folder that the client names (a URI); null where the server has no place of its
   * own.
   */
  readonly keepingPlace: ((folder: string) => Promise<KeepingPlace>) | null;
  /** The threads that analyse, with the script that the client names for them; null where there are none. */
  readonly threads: ((script: string | null) => AnalystHost | null) | null;
  /** Resolves when messages that wait have had their turn. */
  readonly breathe: () => Promise<void>;
}

/** What features ask. */
export interface Services {
  readonly documents: Documents;
  readonly library: Library;
  readonly corpus: Corpus;
  readonly files: Files;
  readonly indexer: Indexer;
  readonly keeper: Keeper;
  readonly scheduler: Scheduler;
  readonly names: NameService;
  readonly search: SearchService;
  readonly correctionFiles: CorrectionFiles;
  readonly summaries: Summaries;
  readonly sentenceTexts: SentenceTexts;
  readonly quotations: QuotationService;
  readonly entitySettings: LiveEntitySettings;
  readonly related: RelatedService;
  readonly stories: StoryService;
  readonly relatedSettings: LiveRelatedSettings;
}

/**
 * Registers the handlers of one feature, each of which finds the document, asks the core and returns LSP types.
 * Returns what the client is to know of it in `initialize`.
 */
export type Feature = (connection: Connection, services: Services) => Partial<ServerCapabilities>;
