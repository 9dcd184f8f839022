import {
  commands,
  Selection,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextEditor,
  TextEditorRevealType,
  window,
  workspace,
} from "vscode";
import { command } from "../commandIds";
import { isNews } from "../languages";

const steps = ["hover", "related", "search", "correct"] as const;
type Step = (typeof steps)[number];

/** Tells the walkthrough that a step was done, by whatever way: its completion waits for this context key. */
export function stepDone(step: "hover" | "correct"): void {
  void commands.executeCommand("setContext", `corpusNavigator.done.${step}`, true);
}

/** Does a step of the walkthrough on an article that is open, or on one that is chosen first. Anything but a step does nothing. */
export async function showStep(step: unknown): Promise<void> {
  if (!steps.includes(step as Step)) return;
  if (step === "search") {
    await commands.executeCommand("corpusNavigator.search.box");
    return;
  }
  const editor = await articleEditor();
  if (editor === undefined) return;
  if (step === "related") {
    await commands.executeCommand("corpusNavigator.goToRelatedArticle");
    return;
  }
  await goToName(editor);
  await commands.executeCommand(step === "hover" ? "editor.action.showHover" : "corpusNavigator.correctEntity");
}

/** An article that is open in some tab; else the reader chooses one, and presses the step's button again. */
async function articleEditor(): Promise<TextEditor | undefined> {
  const open = workspace.textDocuments.find(isNews);
  if (open !== undefined) return window.showTextDocument(open);
  await commands.executeCommand(command.goToArticle);
  return undefined;
}

/** Puts the cursor on the first person that is coloured in the text, else leaves it. */
async function goToName(editor: TextEditor): Promise<void> {
  const { uri } = editor.document;
  const legend = await commands.executeCommand<SemanticTokensLegend | undefined>("vscode.provideDocumentSemanticTokensLegend", uri);
  const tokens = await commands.executeCommand<SemanticTokens | undefined>("vscode.provideDocumentSemanticTokens", uri);
  const person = legend?.tokenTypes.indexOf("person") ?? -1;
  const data = tokens?.data ?? new Uint32Array();
  let line = 0;
  let character = 0;
  for (let at = 0; at + 4 < data.length; at += 5) {
    const [lines = 0, characters = 0, , type] = data.subarray(at, at + 5);
    line += lines;
    character = lines > 0 ? characters : character + characters;
    if (type !== person) continue;
    editor.selection = new Selection(line, character, line, character);
    editor.revealRange(editor.selection, TextEditorRevealType.InCenter);
    return;
  }
}
