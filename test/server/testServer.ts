import { readFile } from "node:fs/promises";
import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from "vscode-languageserver/node";
import { method, type CorpusStatus } from "../../src/protocol/corpus";
import type { AnalystHost } from "../../src/server/analysis/analysts";
import { NodeFileSource } from "../../src/server/files/node/nodeFileSource";
import { placeInFolder } from "../../src/server/files/node/keepingPlace";
import { startServer } from "../../src/server/main/server";
import type { Platform } from "../../src/server/main/services";

/** A real server behind real message streams, and the client's end of them. */
export class TestServer {
  readonly client: ProtocolConnection;
  readonly statuses: CorpusStatus[] = [];
  readonly diagnostics = new Map<string, PublishDiagnosticsParams>();
  corpusChanges = 0;
  #version = 1;

  private constructor(client: ProtocolConnection) {
    this.client = client;
    client.onNotification(method.status, (status: CorpusStatus) => {
      this.statuses.push(status);
    });
    client.onNotification(method.corpusChanged, () => {
      this.corpusChanges++;
    });
    client.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.diagnostics.set(params.uri, params);
    });
  }

  /** Starts and initializes; the client sets the folders itself unless `params` say otherwise. */
  static async start(
    params: Partial<InitializeParams> = {},
    threads: AnalystHost | null = null,
    keepingPlace: Platform["keepingPlace"] = (folder) => placeInFolder(folder, ["models/names.bin"]),
  ): Promise<TestServer> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    startServer(createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
      directFiles: new NodeFileSource(),
      readModel: () => readFile("models/names.bin"),
      keepingPlace,
      threads: () => threads,
      breathe: () => new Promise((resolve) => setImmediate(resolve)),
    });
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    client.listen();
    const server = new TestServer(client);
    await client.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      capabilities: {},
      initializationOptions: { clientSetsFolders: true },
      workspaceFolders: null,
      ...params,
    });
    await client.sendNotification("initialized", {});
    return server;
  }

  request<Result>(name: string, params: object): Promise<Result> {
    return this.client.sendRequest<Result>(name, params);
  }

  async open(uri: string, text: string, languageId = "news-article"): Promise<void> {
    await this.client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: this.#version++, text } });
  }

  /** Replaces the whole text, or the range given. */
  async edit(uri: string, text: string, range?: object): Promise<void> {
    await this.client.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: this.#version++ },
      contentChanges: [range === undefined ? { text } : { range, text }],
    });
  }

  async close(uri: string): Promise<void> {
    await this.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  /** Sets the folders and waits until they are read. */
  async setFolders(...uris: string[]): Promise<void> {
    this.statuses.length = 0;
    await this.client.sendNotification(
      method.setFolders,
      uris.map((uri) => ({ uri, direct: true })),
    );
    await this.until(() => this.statuses.at(-1)?.state === "idle");
  }

  /** Waits until `test` holds; rejects after `seconds`. */
  async until(test: () => boolean | Promise<boolean>, seconds = 15): Promise<void> {
    const end = Date.now() + 1000 * seconds;
    while (!(await test())) {
      if (Date.now() > end) throw new Error(`still not so after ${seconds} s: ${test.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Ends the server's work and the connection. */
  async dispose(): Promise<void> {
    await this.client.sendRequest("shutdown");
    this.client.dispose();
  }
}
