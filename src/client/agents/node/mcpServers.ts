import { EventEmitter, lm, McpStdioServerDefinition, Uri, type ExtensionContext, type McpServerDefinitionProvider } from "vscode";
import { askedEncoding, keepsIndex } from "../../settings";
import { Disposables } from "../../ui/disposables";

/** As in package.json. */
const providerId = "corpusNavigator.corpora";

/**
 * Offers each corpus that a process can read to VS Code's agents, as a server of the Model Context Protocol: the packaged command line, run
 * with VS Code's own runtime. Its index lies in the extension's storage. Nothing happens where VS Code knows no such providers.
 */
export class McpServers extends Disposables implements McpServerDefinitionProvider<McpStdioServerDefinition> {
  readonly #context: ExtensionContext;
  readonly #emitter = this.add(new EventEmitter<void>());
  #folders: readonly Uri[] = [];

  readonly onDidChangeMcpServerDefinitions = this.#emitter.event;

  constructor(context: ExtensionContext) {
    super();
    this.#context = context;
    if ("registerMcpServerDefinitionProvider" in lm) this.add(lm.registerMcpServerDefinitionProvider(providerId, this));
  }

  setFolders(folders: readonly Uri[]): void {
    this.#folders = folders;
    this.#emitter.fire();
  }

  provideMcpServerDefinitions(): McpStdioServerDefinition[] {
    const { storageUri, extension } = this.#context;
    const { version } = extension.packageJSON as { readonly version: string };
    return this.#folders.map((folder) => {
      const encoding = askedEncoding(folder);
      return new McpStdioServerDefinition(
        `Corpus: ${folder.path.slice(folder.path.lastIndexOf("/") + 1)}`,
        process.execPath,
        [
          this.#context.asAbsolutePath("dist/cli/main.js"),
          "mcp",
          folder.fsPath,
          ...(encoding === undefined ? [] : ["--encoding", encoding]),
        ],
        {
          ELECTRON_RUN_AS_NODE: "1",
          // Each corpus has its own folder in it.
          CORPUS_NAVIGATOR_CACHE: storageUri !== undefined && keepsIndex() ? Uri.joinPath(storageUri, "agents").fsPath : null,
        },
        version,
      );
    });
  }
}
