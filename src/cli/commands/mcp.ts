import { randomUUID } from "node:crypto";
import { McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { Command } from "commander";
import { version } from "../../../package.json";
import type { AgentCorpus, Call } from "../../core/agent/agentCorpus";
import type { Answer } from "../../core/agent/answerText";
import { readArticle } from "../../core/agent/readArticle";
import { agentTools, instructions, output } from "../../core/agent/toolList";
import { agentLine } from "../../core/text/escape";
import { type CancellationToken, neverCancelled } from "../../core/util/cancellation";
import { messageOf } from "../../core/util/errorText";
import { openForAgents } from "../agentDoor";
import type { Context } from "../context";

const annotations = { readOnlyHint: true, openWorldHint: false } as const;

const EXAMPLES = `
Speaks the Model Context Protocol on standard input and output: tools to search and read the articles of FOLDER, to look up who is named,
to find and check quotations, to compare outlets, each answer with citations. Nothing is written but the index (--index), and nothing outside
FOLDER is read.

Example of a client's configuration:
  {"command": "corpus-navigator", "args": ["mcp", "/path/to/clippings"]}`;

/** `mcp FOLDER`: the corpus for agents, over the Model Context Protocol. */
export function addMcp(program: Command, context: Context): void {
  program
    .command("mcp")
    .summary("let agents ask the corpus, over the Model Context Protocol")
    .description(
      "Serves the articles of a folder (or of a bundle) to agents, over the Model Context Protocol on standard input and output.",
    )
    .argument("<folder>", "a folder, or a single file")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string) => {
      const corpus = openForAgents(folder, context);
      // A client that connects before all is read waits with its first question; what went wrong is the answer to each.
      corpus.catch((error: unknown) => {
        context.terminal.complain(`corpus-navigator: ${messageOf(error)}`);
      });
      await new Promise<void>((resolve) => {
        serveStdio(() => serverOf(corpus));
        process.stdin.once("close", resolve);
        process.stdin.once("end", resolve);
      });
    });
}

interface ToolResult {
  readonly content: { type: "text"; text: string }[];
  readonly structuredContent?: Record<string, unknown>;
  readonly isError?: true;
  readonly [key: string]: unknown;
}

function serverOf(opening: Promise<AgentCorpus>): McpServer {
  const server = new McpServer({ name: "corpus-navigator", version }, { instructions });
  // One question at a time: what one is told of the corpus is what its answer is made of.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (ask: (corpus: AgentCorpus, call: Call) => Promise<Answer>, token: CancellationToken): Promise<Answer> => {
    const asked = turn.then(async () => await ask(await opening, { nonce: randomUUID().slice(0, 8), token }));
    turn = asked.catch(() => undefined);
    return asked;
  };
  for (const { name, description, input, ask } of agentTools) {
    server.registerTool(
      name,
      { description, inputSchema: input, outputSchema: output, annotations },
      async (args, { mcpReq }): Promise<ToolResult> => {
        const token = {
          get isCancellationRequested() {
            return mcpReq.signal.aborted;
          },
        };
        try {
          const { text, structured } = await inTurn((corpus, call) => ask(corpus, args, call), token);
          return { content: [{ type: "text", text }], structuredContent: { ...structured } };
        } catch (error) {
          return { content: [{ type: "text", text: agentLine(messageOf(error), 1000) }], isError: true };
        }
      },
    );
  }
  server.registerResource(
    "article",
    new ResourceTemplate("corpus://article/{+id}", { list: undefined }),
    { description: "An article of the corpus by its id.", mimeType: "text/plain" },
    async (uri, { id }) => {
      const { text } = await inTurn((corpus, call) => readArticle(corpus, { id: decodeURIComponent(String(id)) }, call), neverCancelled);
      return { contents: [{ uri: uri.href, mimeType: "text/plain", text }] };
    },
  );
  return server;
}
