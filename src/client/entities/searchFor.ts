import { commands } from "vscode";

/** Searches the texts of the folder for a name, in VS Code's own search. */
export async function searchFor(name: string): Promise<void> {
  await commands.executeCommand("workbench.action.findInFiles", { query: name, isRegex: false, isCaseSensitive: false, triggerSearch: true });
}
