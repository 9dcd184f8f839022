import { commands, LanguageModelTextPart, LanguageModelToolResult, lm, type LanguageModelTool, type Uri } from "vscode";
import type { AskToolParams, ToolAnswer } from "../../protocol/agent";
import { agentMethod } from "../../protocol/agent";
import { contextKey } from "../commandIds";
import type { CorpusServer } from "../server/corpusServer";
import { Disposables } from "../ui/disposables";

/** What comes before a tool's name in package.json: names of tools are shared by all extensions. */
const prefix = "corpusNavigator_";
/** The tools, as package.json has them; what they are is said in `core/agent/toolList.ts`. */
const tools = [
  "describe_corpus",
  "search_articles",
  "read_article",
  "lookup_name",
  "find_mentions",
  "related_articles",
  "compare_outlets",
  "find_quotations",
  "check_quote",
] as const;

/**
 * The tools for agents where no process can answer them, as in the browser: there the language server does. Where every corpus can be
 * read by a process, `McpServers` has them, and these are not there. Nothing happens where VS Code has no such tools.
 */
export class LanguageModelTools extends Disposables {
  readonly #server: CorpusServer;
  #registered: Disposables | null = null;

  constructor(server: CorpusServer) {
    super();
    this.#server = server;
  }

  /** Says which corpora there are, and which of them a process can read. */
  setFolders(folders: readonly Uri[], isDirect: (folder: Uri) => boolean): void {
    const wanted = folders.length > 0 && !folders.some(isDirect);
    void commands.executeCommand("setContext", contextKey.serverTools, wanted);
    if (wanted && this.#registered === null) this.#register();
    if (!wanted) this.#unregister();
  }

  override dispose(): void {
    this.#unregister();
    super.dispose();
  }

  #register(): void {
    if (!("registerTool" in lm)) return;
    this.#registered = new Disposables();
    for (const name of tools) this.#registered.add(lm.registerTool(`${prefix}${name}`, this.#toolOf(name)));
  }

  #unregister(): void {
    this.#registered?.dispose();
    this.#registered = null;
  }

  #toolOf(tool: string): LanguageModelTool<object> {
    return {
      invoke: async ({ input }, token) => {
        const params: AskToolParams = { tool, input };
        const answer = await this.#server.request<ToolAnswer>(agentMethod.ask, params, token);
        return new LanguageModelToolResult([new LanguageModelTextPart(answer?.text ?? "There is no corpus in this window.")]);
      },
    };
  }
}
