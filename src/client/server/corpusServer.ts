import { EventEmitter, Uri, workspace, type CancellationToken, type Disposable, type LogOutputChannel } from "vscode";
import { State, type BaseLanguageClient, type LanguageClientOptions, type Middleware } from "vscode-languageclient";
import {
  method,
  type CorpusFolder,
  type CorpusStatus,
  type ForcedKind,
  type ListFilesParams,
  type ReadFileParams,
  type TreatAsParams,
} from "../../protocol/corpus";
import { shownUri, sourceOf, sourceUri } from "../extracted/extractedUri";
import { newsSelector } from "../languages";
import { askedEncoding, keepsIndex, serverSettings, settingsSection } from "../settings";
import { Disposables } from "../ui/disposables";
import { listFiles, readFile, stampFile } from "./virtualFiles";

/** Makes the client of this platform: a child process on the desktop, a worker in the browser. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** What further features say to a new client before it starts. */
export interface ServerExtras {
  /** What is done to the server's answers on their way to VS Code. */
  readonly middleware: Middleware;
  /** The model's file, for servers that have no files of their own. */
  readonly modelUri: Uri | undefined;
  /** The script of threads that analyse, for the same. */
  readonly analystUrl: string | undefined;
  /** The extension's storage for this workspace, in which the server keeps what it knows of the corpus. */
  readonly storageUri: Uri | undefined;
}

/** The language server, started when there is something to read and never before. */
export class CorpusServer implements Disposable {
  readonly #disposables = new Disposables();
  readonly #createClient: ClientFactory;
  readonly #isDirect: (folder: Uri) => boolean;
  readonly #log: LogOutputChannel;
  readonly #extras: ServerExtras;
  readonly #introductions: ((client: BaseLanguageClient) => void)[] = [];
  readonly #statusEmitter = this.#disposables.add(new EventEmitter<CorpusStatus>());
  readonly #startEmitter = this.#disposables.add(new EventEmitter<void>());
  readonly #failEmitter = this.#disposables.add(new EventEmitter<void>());
  readonly #changeEmitter = this.#disposables.add(new EventEmitter<void>());
  #client: BaseLanguageClient | undefined;
  #running: Promise<void> | undefined;
  readonly #treated = new Map<string, TreatAsParams>();
  /** Undefined until it is known which folders are a corpus. */
  #folders: readonly CorpusFolder[] | undefined;
  #status: CorpusStatus | undefined;

  /** The server began to answer. */
  readonly onDidStart = this.#startEmitter.event;
  /** The server could not be started; the log says why. */
  readonly onDidFail = this.#failEmitter.event;
  /** The status changed: counts, progress, what was skipped. */
  readonly onDidChangeStatus = this.#statusEmitter.event;
  /** What views show may have changed. */
  readonly onDidChangeCorpus = this.#changeEmitter.event;

  constructor(createClient: ClientFactory, isDirect: (folder: Uri) => boolean, log: LogOutputChannel, extras: ServerExtras) {
    this.#createClient = createClient;
    this.#isDirect = isDirect;
    this.#log = log;
    this.#extras = extras;
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settingsSection))
          void this.notify("workspace/didChangeConfiguration", { settings: serverSettings() });
      }),
    );
  }

  /** The last status since the folders were set; undefined while the server has said nothing about them. */
  get status(): CorpusStatus | undefined {
    return this.#status;
  }

  /** Calls `introduce` with the client before it starts, to hear the server's notifications and to answer its requests. */
  beforeStart(introduce: (client: BaseLanguageClient) => void): void {
    this.#introductions.push(introduce);
  }

  /** Starts the server unless it runs. A failure is logged and reported by `onDidFail`; then it may be tried again. */
  async start(): Promise<void> {
    try {
      this.#running ??= this.#launch();
      await this.#running;
    } catch (error) {
      this.#running = undefined;
      this.#log.error(error instanceof Error ? error : String(error));
      this.#failEmitter.fire();
    }
  }

  /** Tells the server which folders to read. Does not start it for none. */
  async setFolders(folders: readonly { readonly uri: Uri; readonly readsAll: boolean }[]): Promise<void> {
    this.#folders = folders.map(({ uri, readsAll }) => {
      const encoding = askedEncoding(uri);
      return { uri: uri.toString(), direct: this.#isDirect(uri), readsAll, ...(encoding !== undefined && { encoding }) };
    });
    this.#status = undefined;
    if (this.#running) await this.notify(method.setFolders, this.#folders);
    else if (folders.length > 0) await this.start();
  }

  /** Asks the server; undefined if it does not run. Rejects if the request is cancelled. */
  async request<Result>(name: string, params: object, token?: CancellationToken): Promise<Result | undefined> {
    if (!this.#client || !this.#running) return undefined;
    await this.#running;
    const asked = "uri" in params && typeof params.uri === "string" ? { ...params, uri: sourceOf(params.uri) } : params;
    // An absent token would go out as a second parameter.
    return token ? this.#client.sendRequest<Result>(name, asked, token) : this.#client.sendRequest<Result>(name, asked);
  }

  /** How a file is to be read whatever its content says; remembered for a server that starts later. */
  async treatAs(uri: Uri, kind: ForcedKind): Promise<void> {
    const params: TreatAsParams = { uri: uri.toString(), kind };
    this.#treated.set(params.uri, params);
    await this.notify(method.treatAs, params);
  }

  /** Tells the server something, if it runs. */
  async notify(name: string, params: object): Promise<void> {
    if (!this.#client || !this.#running) return;
    await this.#running;
    await this.#client.sendNotification(name, params);
  }

  /** Stops the server and answers when it has gone. */
  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.dispose();
    if (client?.needsStop()) await client.stop();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #launch(): Promise<void> {
    const { middleware, modelUri, analystUrl, storageUri } = this.#extras;
    const client = this.#createClient({
      documentSelector: newsSelector as LanguageClientOptions["documentSelector"] & object,
      initializationOptions: () => ({
        ...serverSettings(),
        ...(modelUri && { modelUri: modelUri.toString() }),
        ...(analystUrl !== undefined && { analystUrl }),
        ...(storageUri && keepsIndex() && { keepIn: storageUri.toString() }),
      }),
      middleware,
      // What was taken out of a file is that file to the server.
      uriConverters: {
        code2Protocol: (uri) => sourceUri(uri).toString(),
        protocol2Code: (uri) => shownUri(Uri.parse(uri)),
      },
      outputChannel: this.#log,
      markdown: { isTrusted: false, supportHtml: false },
    });
    this.#client = client;
    for (const introduce of this.#introductions) introduce(client);
    client.onRequest(method.listFiles, ({ folder }: ListFilesParams, token: CancellationToken) => listFiles(folder, token));
    client.onRequest(method.readFile, ({ uri }: ReadFileParams) => readFile(uri, serverSettings().maxFileSize));
    client.onRequest(method.stampFile, ({ uri }: ReadFileParams) => stampFile(uri));
    client.onNotification(method.corpusChanged, () => {
      this.#changeEmitter.fire();
    });
    client.onNotification(method.status, (status: CorpusStatus) => {
      this.#status = status;
      this.#statusEmitter.fire(status);
    });
    // A server that was restarted after a crash knows nothing: say the first thing again.
    this.#disposables.add(
      client.onDidChangeState(({ newState }) => {
        if (newState !== State.Running) return;
        for (const params of this.#treated.values()) void client.sendNotification(method.treatAs, params);
        if (this.#folders) void client.sendNotification(method.setFolders, this.#folders);
      }),
    );
    await client.start();
    this.#startEmitter.fire();
  }
}
