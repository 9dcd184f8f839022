import { commands, l10n, languages, Range, WorkspaceEdit, type Disposable } from "vscode";
import { newsSelector } from "../../../languages";
import { namesCommand } from "../entityCommandIds";
import type { EntityQueries } from "../entityQueries";

/**
 * F2 on a name: renames its entity by a correction, which shows beforehand what it changes. The articles stay as they are, so that the
 * edit is empty.
 */
export function registerNameRenaming(queries: EntityQueries): Disposable {
  return languages.registerRenameProvider(newsSelector, {
    async prepareRename({ uri }, { line, character }) {
      const at = await queries.at({ uri: uri.toString(), position: { line, character } });
      if (!at) throw new Error(l10n.t("There is no name here. F2 renames the person, organisation, place or event at the cursor."));
      const { start, end } = at.range;
      return { range: new Range(start.line, start.character, end.line, end.character), placeholder: at.entity.name };
    },
    async provideRenameEdits({ uri }, { line, character }, name) {
      const at = await queries.at({ uri: uri.toString(), position: { line, character } });
      // The correction asks the reader: the rename does not wait for the answer.
      if (at) void commands.executeCommand(namesCommand.rename, { id: at.entity.id }, name);
      return new WorkspaceEdit();
    },
  });
}
