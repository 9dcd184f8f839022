/** What client and server share about the tools for agents. */
export const agentMethod = { ask: "corpusNavigator/askTool" } as const;

/** `ask`: a question with one of the tools of `core/agent`, by its name; `input` is what the agent gave and may be anything. */
export interface AskToolParams {
  readonly tool: string;
  readonly input: unknown;
}

/** The answer as text for the agent; where it cannot be given, a sentence that says why. */
export interface ToolAnswer {
  readonly text: string;
  readonly isError: boolean;
}
