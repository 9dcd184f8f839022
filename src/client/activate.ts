import {
  commands,
  type ExtensionContext,
  type McpStdioServerDefinition,
  type TextDocument,
  type TreeDataProvider,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { CorpusStatus, ForcedKind } from "../protocol/corpus";
import type { EntitiesState } from "../protocol/entities";
import type { ArticleSummary } from "../protocol/ranges";
import type { StorySummary } from "../protocol/related";
import { LanguageModelTools } from "./agents/languageModelTools";
import { contextKey } from "./commandIds";
import { registerCommands } from "./commands";
import { ExtractedDocuments } from "./extracted/extractedDocuments";
import { isNews } from "./languages";
import { Decisions } from "./recognition/decisions";
import { DocumentEncoding } from "./recognition/documentEncoding";
import { DocumentRecognition } from "./recognition/documentRecognition";
import { FolderRecognition } from "./recognition/folderRecognition";
import { welcomeToSample } from "./sample/sampleCorpus";
import { SampleFileSystem } from "./sample/sampleFileSystem";
import { type ClientFactory, CorpusServer } from "./server/corpusServer";
import type { FolderReader } from "./server/folderReader";
import { FolderWatchers } from "./server/folderWatchers";
import { encodingSettings } from "./settings";
import { Disposables } from "./ui/disposables";
import type { ArticleNode } from "./views/articles/articleNode";
import { ArticlesView } from "./views/articles/articlesView";
import { Drafts } from "./views/drafts/drafts";
import { draftsSetting, isDraft } from "./views/drafts/draftSettings";
import { Entities } from "./views/entities/entities";
import { nameMiddleware } from "./views/entities/nameMiddleware";
import { NameMarks } from "./views/entities/nameMarks";
import type { EntityNode } from "./views/entities/tree/entityNode";
import { QuietText } from "./views/reading/quietText";
import { Related } from "./views/related/related";
import type { RelatedNode } from "./views/related/relatedNode";
import type { SavedSearch } from "./views/search/savedSearch";
import { Search } from "./views/search/search";
import type { Shown } from "./views/search/searchView";
import { StatusItem } from "./views/statusItem";

/** What differs between the desktop and the browser. */
export interface Platform {
  readonly createClient: ClientFactory;
  readonly folderReader: FolderReader;
  /** Whether the server can read a folder by itself. */
  readonly isDirect: (folder: Uri) => boolean;
  /** The model's file, where the server has no files of its own. */
  readonly modelUri?: Uri;
  /** As `ServerExtras` has it. */
  readonly analystUrl?: string;
  /** Offers corpora that a process can read to agents; absent where no process starts. */
  readonly agentServers?: AgentServers;
}

/** Servers of the Model Context Protocol, one a corpus. */
export interface AgentServers {
  readonly dispose: () => void;
  readonly setFolders: (folders: readonly Uri[]) => void;
  /** What VS Code is offered. */
  readonly provideMcpServerDefinitions: () => readonly McpStdioServerDefinition[];
}

/** What `activate` gives to other extensions and to tests: the real objects, to look at. */
export interface CorpusNavigatorApi {
  readonly articles: TreeDataProvider<ArticleNode>;
  readonly entities: TreeDataProvider<EntityNode>;
  /** How far the reading of names is. */
  readonly entitiesState: () => EntitiesState | undefined;
  /** The ids of the entities whose pages are up. */
  readonly entityPages: () => readonly string[];
  readonly related: TreeDataProvider<RelatedNode>;
  /** The story that the story timeline shows. */
  readonly shownStory: () => StorySummary | undefined;
  /** What the Search view shows; undefined while nothing is searched for. */
  readonly shownSearch: () => Shown | undefined;
  /** The searches that were saved. */
  readonly savedSearches: () => readonly SavedSearch[];
  /** The article that is selected in the Articles view. */
  readonly selectedArticle: () => ArticleSummary | undefined;
  /** What the status bar says: `5 articles · 2012–2013`, and where it is so `2 files left out`. */
  readonly statusTexts: () => readonly string[];
  readonly status: () => CorpusStatus | undefined;
  /** What agents are offered by the Model Context Protocol; undefined where no process starts. */
  readonly agentServers: () => readonly McpStdioServerDefinition[] | undefined;
  /** Resolves when the workspace folders were looked at and, where one is a corpus, all of it was read. */
  readonly whenReady: () => Promise<void>;
  /** Ends the language server, if it runs. */
  readonly stop: () => Promise<void>;
}

/** Starts everything that does not depend on the platform. The server waits until there is something to read. */
export function activateExtension(context: ExtensionContext, platform: Platform): CorpusNavigatorApi {
  const disposables = new Disposables();
  context.subscriptions.push(disposables);
  const log = disposables.add(window.createOutputChannel("Corpus Navigator", { log: true }));
  disposables.add(SampleFileSystem.register(context.extensionUri));
  const decisions = disposables.add(new Decisions(context.workspaceState));
  const marks = disposables.add(new NameMarks());
  const middleware = nameMiddleware((document, tokens, within) => {
    marks.read(document, tokens, within);
  });
  const server = disposables.add(
    new CorpusServer(platform.createClient, platform.isDirect, log, {
      middleware,
      modelUri: platform.modelUri,
      analystUrl: platform.analystUrl,
      storageUri: context.storageUri,
    }),
  );
  const folders = disposables.add(new FolderRecognition(platform.folderReader, decisions, log));
  const documents = disposables.add(new DocumentRecognition(folders, decisions, isDraft));
  const encodings = disposables.add(new DocumentEncoding(server, (document) => void documents.consider(document)));
  disposables.add(server.onDidChangeCorpus(() => void encodings.considerAll()));
  const view = disposables.add(new ArticlesView(server));
  const entities = disposables.add(new Entities(server, context.extensionUri));
  const search = disposables.add(new Search(server, context));
  const related = disposables.add(new Related(server, context.extensionUri));
  disposables.add(new Drafts(server, context));
  const status = disposables.add(new StatusItem(server));
  const watchers = disposables.add(new FolderWatchers((changes) => void server.notify("workspace/didChangeWatchedFiles", { changes })));
  const treat = ({ uri, languageId }: { readonly uri: Uri; readonly languageId: string }): void => {
    void server.treatAs(uri, forcedKind(languageId));
  };
  decisions.documents().forEach(treat);
  disposables.add(decisions.onDidDecide(treat));
  disposables.add(new ExtractedDocuments(server));
  disposables.add(new QuietText(server));
  disposables.add(
    registerCommands({
      extensionUri: context.extensionUri,
      server,
      view,
      folders,
      documents,
      selections: { articles: () => view.selected, related: () => related.selected, entities: () => entities.selected },
    }),
  );
  disposables.add(announceState(server, folders));
  const tools = disposables.add(new LanguageModelTools(server));
  if (platform.agentServers) disposables.add(platform.agentServers);
  const tellFolders = (): void => {
    void server.setFolders(folders.corpora.map((uri) => ({ uri, readsAll: folders.readsAll(uri) })));
  };
  disposables.add(
    folders.onDidChange(() => {
      watchers.setFolders(folders.corpora);
      tools.setFolders(folders.corpora, platform.isDirect);
      platform.agentServers?.setFolders(folders.corpora.filter(platform.isDirect));
      tellFolders();
      // What lies in a corpus is read by another rule than what is opened alone.
      void documents.considerAll();
    }),
  );
  disposables.add(
    workspace.onDidChangeConfiguration((event) => {
      if (encodingSettings.some((setting) => event.affectsConfiguration(setting))) tellFolders();
      if (event.affectsConfiguration(draftsSetting)) void documents.considerAll();
    }),
  );
  // A recognised text outside every corpus has its outline and links too.
  const startFor = (document: TextDocument): void => {
    if (isNews(document)) void server.start();
  };
  disposables.add(workspace.onDidOpenTextDocument(startFor));
  workspace.textDocuments.forEach(startFor);

  void folders.evaluate();
  void documents.considerAll();
  void welcomeToSample(context);
  return {
    articles: view.tree,
    entities: entities.tree,
    entitiesState: () => entities.state,
    related: related.tree,
    shownStory: () => related.shownStory,
    entityPages: () => entities.pages,
    shownSearch: () => search.shown,
    savedSearches: () => search.savedSearches,
    selectedArticle: () => view.selected,
    statusTexts: () => status.texts,
    status: () => server.status,
    agentServers: () => platform.agentServers?.provideMcpServerDefinitions(),
    whenReady: async () => {
      await folders.whenSettled();
      if (folders.corpora.length > 0) await whenIdle(server);
    },
    stop: () => server.stop(),
  };
}

/** What a language that was chosen by hand says to the server: anything that is not news is no article. */
function forcedKind(languageId: string): ForcedKind {
  if (languageId === "news-article") return "article";
  return languageId === "news-bundle" ? "bundle" : "text";
}

/** Resolves when the server has read its folders. */
function whenIdle(server: CorpusServer): Promise<void> {
  if (server.status?.state === "idle") return Promise.resolve();
  return new Promise((resolve) => {
    const waiting = server.onDidChangeStatus(({ state }) => {
      if (state !== "idle") return;
      waiting.dispose();
      resolve();
    });
  });
}

/** Keeps the context key that welcome texts and menus ask for. */
function announceState(server: CorpusServer, folders: FolderRecognition): Disposables {
  const disposables = new Disposables();
  const set = (state: "looking" | "none" | "indexing" | "ready" | "failed"): void => {
    void commands.executeCommand("setContext", contextKey.state, state);
  };
  set("looking");
  disposables.add(
    folders.onDidChange(() => {
      set(folders.corpora.length > 0 ? "indexing" : "none");
    }),
  );
  disposables.add(
    server.onDidFail(() => {
      set("failed");
    }),
  );
  disposables.add(
    server.onDidChangeStatus(({ state, articles }) => {
      if (state === "indexing") set("indexing");
      else set(articles > 0 || folders.corpora.length > 0 ? "ready" : "none");
    }),
  );
  return disposables;
}
