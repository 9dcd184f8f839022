import type { CancellationToken } from "vscode-languageserver";
import { AgentCorpus, ToolError } from "../../core/agent/agentCorpus";
import { agentTools as tools } from "../../core/agent/toolList";
import { placeLabel } from "../../core/corpus/places";
import { agentLine } from "../../core/text/escape";
import { agentMethod, type AskToolParams, type ToolAnswer } from "../../protocol/agent";
import type { Feature, Services } from "../main/services";

/** `askTool`: the tools for agents, for hosts in which no process of their own answers them. */
export const agentTools: Feature = (connection, services) => {
  const corpus = corpusForAgents(services);
  connection.onRequest(agentMethod.ask, async ({ tool: name, input }: AskToolParams, token: CancellationToken): Promise<ToolAnswer> => {
    const tool = tools.find((one) => one.name === name);
    try {
      if (tool === undefined) throw new ToolError(`There is no tool “${agentLine(name, 100)}”.`);
      const nonce = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, "0")).join("");
      const { text } = await tool.ask(corpus, input, { nonce, token });
      return { text, isError: false };
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      return { text: error.message, isError: true };
    }
  });
  return {};
};

/** The corpus as the tools ask it. What is asked is answered from what is ready, and an answer says what is not. */
function corpusForAgents({ library, files, indexer, names, related, stories, search, sentenceTexts, scheduler }: Services): AgentCorpus {
  return new AgentCorpus({
    library,
    pathOf: (uri) => {
      const roots = files.folders.map((folder) => folder.uri);
      return placeLabel(uri, roots);
    },
    document: (uri) => sentenceTexts.document(uri),
    names: () => Promise.resolve(names.view),
    model: () => names.model(),
    related: () => Promise.resolve(related.related),
    stories: () => Promise.resolve(stories.current.stories),
    prepare: () => Promise.resolve(),
    countNames: () => Promise.resolve(names.isReady),
    drive: (work, token) => scheduler.drive(work, token),
    behind: () => {
      const { error, done, total } = names.state;
      if (!indexer.isIdle)
        return `The corpus is still being read: ${library.corpus.articleCount} articles so far. Totals may grow; ask again.`;
      if (error !== null) return agentLine(error, 300);
      if (!names.isReady || done < total) return `Names are still being read: ${done} of ${total} files so far. Ask again for names.`;
      if (!related.isReady || !stories.isReady || !search.isDescribed)
        return "Near-duplicates and stories are still being compared. Ask again for them.";
      return null;
    },
  });
}
