import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { Analysts } from "../analysis/analysts";
import { Library } from "../../core/library/library";
import { announceNames } from "../answers/entities/announceNames";
import { Forethought } from "../answers/entities/forethought";
import { CorrectionFiles } from "../answers/entities/correctionFiles";
import { modelReader, NameService } from "../answers/entities/nameService";
import { SentenceTexts } from "../answers/entities/sentenceTexts";
import { Summaries } from "../answers/entities/summaries";
import { QuotationService } from "../answers/quotations/quotationService";
import { announceRelated } from "../answers/related/announceRelated";
import { RelatedService } from "../answers/related/relatedService";
import { StoryService } from "../answers/related/storyService";
import { announceSearch } from "../answers/search/announceSearch";
import { SearchService } from "../answers/search/searchService";
import { features } from "../features/features";
import { ClientFileSource } from "../files/clientFileSource";
import { Files } from "../files/files";
import { indexWorkspaceFolders } from "../files/workspaceFolders";
import { documentReader, onceMore, textOnceMore } from "../reading/documentReader";
import { Documents } from "../reading/documents";
import { Follower, type Stage } from "../reading/follower";
import { Indexer } from "../reading/indexer";
import { Keeper } from "../reading/keeper";
import { driveIn, Scheduler } from "../reading/scheduler";
import { announceChanges } from "../reading/status";
import { throttled } from "../reading/throttle";
import { SharedLines } from "../reading/sharedLines";
import { WaitingTexts } from "../reading/waitingTexts";
import {
  analystsOf,
  clientSetsFolders,
  defaultMaxFileSize,
  defaultRelatedSettings,
  hoverOf,
  keepInOf,
  maxFileSizeOf,
  modelUriOf,
  takeRelatedSettings,
} from "../settings";
import { guarded } from "./door";
import type { Platform, Services } from "./services";

/** How long after a change of the corpus what follows it begins, in milliseconds. */
const followingPause = 60;

/** What follows the reading of files, in the order in which it is done; stories once somebody looks at them. */
function followReading(library: Library, scheduler: Scheduler, services: readonly Stage[], stories: StoryService): Follower {
  const gone: Stage = {
    name: "articles that have gone",
    get isDue() {
      return library.hasGone;
    },
    work: (slices) => driveIn(slices, library.forgetGone()),
  };
  const kept: Stage = {
    name: "names that were kept",
    get isDue() {
      return library.unnamed > 0;
    },
    work: (slices) => driveIn(slices, library.takeKeptNames()),
  };
  const follower = new Follower(scheduler, [gone, kept, ...services]);
  stories.changed.on(() => {
    const { stories: all, ofArticle } = stories.current;
    library.stories = new Map(Array.from(ofArticle, ([id, at]) => [id, all[at]?.label ?? ""]));
    follower.wake();
  });
  return follower;
}

/** Puts a language server behind `connection` and listens. */
export function startServer(connection: Connection, platform: Platform): void {
  const documents = new Documents();
  const library = new Library();
  const { corpus } = library;
  const files = new Files(platform.directFiles, new ClientFileSource(connection));
  documents.membership = (uri) => files.membership(uri);
  documents.useSharedLines = library.useSharedLines;
  const scheduler = new Scheduler(platform.breathe);
  const texts = new WaitingTexts();
  const analysts = new Analysts(corpus.pool);
  const indexer = new Indexer(library, documents, files, texts, scheduler, analysts, defaultMaxFileSize);
  const read = documentReader(corpus, documents, files, indexer);
  const model = modelReader(connection, platform.readModel);
  const again = { document: onceMore(corpus, documents, texts, read, true), text: textOnceMore(corpus, files, texts, indexer) };
  const names = new NameService(library, documents, indexer, scheduler, analysts, again, model.read);
  const sentenceTexts = new SentenceTexts(library, documents, names, read);
  const quotations = new QuotationService(library, documents, names, sentenceTexts);
  const related = new RelatedService(library, indexer);
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
    quotations.forget();
    forethought.later();
  });
  const stories = new StoryService(related, scheduler);
  const search = new SearchService(library, documents, files, indexer);
  const sharedLines = new SharedLines(library, documents, indexer, onceMore(corpus, documents, texts, read, false));
  const follower = followReading(library, scheduler, [sharedLines, search, related, names], stories);
  const keeper = new Keeper(library, scheduler, () => names.isReady || names.state.error !== null);
  let adopted = false;
  indexer.whenKept = async () => {
    await keeper.load();
    // Once: what has been forgotten since does not come back.
    if (adopted) return;
    adopted = true;
    indexer.adoptKept();
  };
  indexer.changed.on(
    throttled(() => {
      names.follow();
      follower.wake();
      keeper.later();
    }, followingPause),
  );
  names.changed.on(() => {
    follower.wake();
    keeper.later();
  });
  names.arrived.on(() => {
    follower.wake();
  });
  const relatedSettings = { ...defaultRelatedSettings };
  const entitySettings = { hover: true, refreshesTokens: false };
  const services: Services = {
    documents,
    library,
    corpus,
    files,
    indexer,
    keeper,
    scheduler,
    names,
    search,
    entitySettings,
    correctionFiles: new CorrectionFiles(connection, files, indexer, names),
    summaries,
    sentenceTexts,
    quotations,
    related,
    stories,
    relatedSettings,
  };

  let refreshesLenses = false;
  let capabilities: ServerCapabilities = {};
  const door = guarded(connection, services);
  for (const feature of features) capabilities = { ...capabilities, ...feature(door, services) };
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const settings: unknown = params.initializationOptions;
    indexer.maxFileSize = maxFileSizeOf(settings) ?? defaultMaxFileSize;
    entitySettings.hover = hoverOf(settings) ?? true;
    takeRelatedSettings(relatedSettings, settings);
    refreshesLenses = params.capabilities.workspace?.codeLens?.refreshSupport === true;
    entitySettings.refreshesTokens = params.capabilities.workspace?.semanticTokens?.refreshSupport === true;
    model.uri = modelUriOf(settings);
    const { script, most } = analystsOf(settings);
    const host = platform.threads?.(script) ?? null;
    analysts.host = host === null || most === null ? host : { ...host, count: most };
    const keepIn = keepInOf(settings);
    if (keepIn !== null && platform.keepingPlace !== null) keeper.place = platform.keepingPlace(keepIn);
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
  connection.onShutdown(async () => {
    documents.clear();
    indexer.stop();
    follower.stop();
    names.stop();
    forethought.stop();
    stories.stop();
    analysts.stop();
    await keeper.stop();
  });
  indexer.failed.on((message) => {
    connection.console.error(message);
  });
  for (const { failed } of [names, follower, keeper, analysts]) {
    failed.on((message) => {
      connection.console.error(message);
    });
  }
  announceChanges(connection, corpus, indexer, keeper, analysts);
  announceSearch(connection, search);
  announceNames(connection, names, entitySettings);
  announceRelated(connection, related, stories, () => refreshesLenses);
  documents.listen(connection);
  connection.listen();
}
