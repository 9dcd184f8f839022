import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { Corpus } from "../../core/corpus/corpus";
import { announceNames } from "../answers/entities/announceNames";
import { Forethought } from "../answers/entities/forethought";
import { CorrectionFiles } from "../answers/entities/correctionFiles";
import { modelReader, NameService } from "../answers/entities/nameService";
import { SentenceTexts } from "../answers/entities/sentenceTexts";
import { Summaries } from "../answers/entities/summaries";
import { announceRelated } from "../answers/related/announceRelated";
import { RelatedService } from "../answers/related/relatedService";
import { StoryService } from "../answers/related/storyService";
import { announceSearch } from "../answers/search/announceSearch";
import { giveGroups } from "../answers/search/giveGroups";
import { SearchService } from "../answers/search/searchService";
import { features } from "../features/features";
import { ClientFileSource } from "../files/clientFileSource";
import { Files } from "../files/files";
import { indexWorkspaceFolders } from "../files/workspaceFolders";
import { documentReader } from "../reading/documentReader";
import { Documents } from "../reading/documents";
import { Indexer } from "../reading/indexer";
import { Scheduler } from "../reading/scheduler";
import { announceChanges } from "../reading/status";
import {
  clientSetsFolders,
  defaultMaxFileSize,
  defaultRelatedSettings,
  hoverOf,
  maxFileSizeOf,
  modelUriOf,
  takeRelatedSettings,
} from "../settings";
import type { Platform, Services } from "./services";

/** Puts a language server behind `connection` and listens. */
export function startServer(connection: Connection, platform: Platform): void {
  const documents = new Documents();
  const corpus = new Corpus();
  const files = new Files(platform.directFiles, new ClientFileSource(connection));
  documents.membership = (uri) => files.membership(uri);
  const scheduler = new Scheduler(platform.breathe);
  const indexer = new Indexer(corpus, documents, files, scheduler, defaultMaxFileSize);
  const read = documentReader(corpus, documents, files, indexer);
  const model = modelReader(connection, platform.readModel);
  const names = new NameService(corpus, documents, indexer, scheduler, read, model.read);
  const sentenceTexts = new SentenceTexts(corpus, documents, names, read);
  const related = new RelatedService(corpus, documents, indexer, scheduler, (uri) => sentenceTexts.document(uri));
  const summaries = new Summaries(names);
  const forethought = new Forethought(names, summaries, sentenceTexts, scheduler);
  names.originalOf = (id) => related.related.groupOf(id);
  let counted = related.related.revision;
  related.changed.on(() => {
    // A document that is opened is looked at again, and is the same mostly.
    if (counted === related.related.revision) return;
    counted = related.related.revision;
    names.forgetFacts();
    summaries.forget();
    sentenceTexts.forget();
    forethought.later();
  });
  const stories = new StoryService(related, scheduler);
  const relatedSettings = { ...defaultRelatedSettings };
  const entitySettings = { hover: true, refreshesTokens: false };
  const search = new SearchService(corpus, documents, files, indexer, scheduler, names, read);
  giveGroups(search, related, stories);
  const services: Services = {
    documents, corpus, files, indexer, scheduler, names, search, entitySettings,
    correctionFiles: new CorrectionFiles(connection, files, indexer, names),
    summaries,
    sentenceTexts, related, stories, relatedSettings,
  };

  let refreshesLenses = false;
  let capabilities: ServerCapabilities = {};
  for (const feature of features) capabilities = { ...capabilities, ...feature(connection, services) };
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const settings: unknown = params.initializationOptions;
    indexer.maxFileSize = maxFileSizeOf(settings) ?? defaultMaxFileSize;
    entitySettings.hover = hoverOf(settings) ?? true;
    takeRelatedSettings(relatedSettings, settings);
    refreshesLenses = params.capabilities.workspace?.codeLens?.refreshSupport === true;
    entitySettings.refreshesTokens = params.capabilities.workspace?.semanticTokens?.refreshSupport === true;
    model.uri = modelUriOf(settings);
    if (!clientSetsFolders(settings)) indexWorkspaceFolders(connection, services, params);
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...capabilities,
      },
      serverInfo: { name: "corpus-navigator" },
    };
  });
  connection.onShutdown(() => {
    documents.clear();
    indexer.stop();
    names.stop();
    forethought.stop();
    related.stop();
    stories.stop();
    search.stop();
  });
  indexer.failed.on((message) => {
    connection.console.error(message);
  });
  names.failed.on((message) => {
    connection.console.error(message);
  });
  announceChanges(connection, corpus, indexer);
  announceSearch(connection, search);
  announceNames(connection, names, entitySettings);
  announceRelated(connection, related, stories, () => refreshesLenses);
  documents.listen(connection);
  connection.listen();
}
