import { commands } from "vscode";
import { searchCommand } from "../search/searchCommandIds";

/** Searches the corpus for a name, as a phrase. */
export async function searchFor(name: string): Promise<void> {
  await commands.executeCommand(searchCommand.searchFor, `"${name.replace(/["“”„]/g, "")}"`);
}
