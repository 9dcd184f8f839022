import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { McpServers } from "./agents/node/mcpServers";
import { activateExtension, type CorpusNavigatorApi } from "./activate";
import { diskFolderReader } from "./server/node/diskFolderReader";

let api: CorpusNavigatorApi | undefined;

/** The desktop's start: the server is a process of its own and reads `file:` folders itself. */
export function activate(context: ExtensionContext): CorpusNavigatorApi {
  const module = context.asAbsolutePath("dist/server/node.js");
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6017"] } };
  api = activateExtension(context, {
    createClient: (options) => new LanguageClient("corpusNavigator", "Corpus Navigator", { run, debug }, options),
    folderReader: diskFolderReader,
    isDirect: ({ scheme }) => scheme === "file",
    agentServers: new McpServers(context),
  });
  return api;
}

/** Ends the server's process before the window goes. */
export async function deactivate(): Promise<void> {
  await api?.stop();
}
