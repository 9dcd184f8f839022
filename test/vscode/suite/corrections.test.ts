import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import { entityCommand, correctionsPath } from "../../../src/protocol/entities";
import { article, at, entityCalled, hoverAt, namesRead, other, person } from "./names";
import { closeAll, file, pause, show, until } from "./support";

const lastName = person.name.split(" ").at(-1)!;

describe("Corrections of names", () => {
  let api: CorpusNavigatorApi;

  before(async () => {
    api = await namesRead();
  });
  beforeEach(async () => {
    await show(article, "news-article");
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(file(correctionsPath)).then(undefined, () => undefined);
    await until(
      "no corrections",
      async () =>
        (await entityCalled(api, person.name)) && (await entityCalled(api, other.name)) && (await hoverAt(lastName)).includes(person.name),
    );
  });

  /** Runs a correction, choosing the first of whatever it offers and saying yes to its preview. */
  async function corrected(command: string, ...args: unknown[]): Promise<void> {
    assert.equal(
      await answering(vscode.commands.executeCommand<boolean>(command, ...args), ["workbench.action.acceptSelectedQuickOpenItem"]),
      true,
    );
  }

  /** What a command gives at last whose quick picks are answered by these commands, again and again. */
  async function answering<T>(running: Thenable<T>, answers: readonly string[]): Promise<T> {
    const outcome: T[] = [];
    const done = Promise.resolve(running).then((value) => outcome.push(value));
    while (outcome.length === 0) {
      await Promise.race([done, pause(200)]);
      for (const answer of answers) await vscode.commands.executeCommand(answer);
    }
    return outcome[0]!;
  }

  async function exists(path: string): Promise<boolean> {
    return vscode.workspace.fs.stat(file(path)).then(
      () => true,
      () => false,
    );
  }

  async function corrections(): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file(correctionsPath)));
  }

  it("renames an entity everywhere, in a file of the workspace, and takes it back", async () => {
    await corrected("corpusNavigator.renameEntity", await entityCalled(api, person.name), "President Verhany");
    assert.match(await corrections(), /rename:\n {2}- kind: person\n {4}entity: .*\n {4}name: President Verhany\n/);
    await until("the new name", () => entityCalled(api, "President Verhany"));
    assert.ok((await hoverAt(person.name)).includes("President Verhany"));
    await vscode.commands.executeCommand("corpusNavigator.undoLastCorrection");
    await until("the old name", () => entityCalled(api, person.name));
    assert.equal(await exists(correctionsPath), false);
  });

  it("renames the entity of a name in the text by F2, and refuses where no name stands", async () => {
    const { editor, position } = await at(person.name);
    const { uri } = editor.document;
    const prepared = await vscode.commands.executeCommand<{ readonly placeholder: string }>("vscode.prepareRename", uri, position);
    assert.equal(prepared.placeholder, person.name);
    const plain = editor.document.positionAt(editor.document.getText().indexOf("handshake") + 1);
    await assert.rejects(Promise.resolve(vscode.commands.executeCommand("vscode.prepareRename", uri, plain)));
    const text = editor.document.getText();
    const rename = (): Thenable<vscode.WorkspaceEdit> =>
      vscode.commands.executeCommand("vscode.executeDocumentRenameProvider", uri, position, "President Verhany");
    // It is asked first, and Escape changes nothing.
    assert.equal((await rename()).size, 0);
    await pause(500);
    assert.equal(await exists(correctionsPath), false);
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    await pause(300);
    assert.equal(await exists(correctionsPath), false);
    await rename();
    await until("the correction to be written", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      await pause(100);
      return exists(correctionsPath);
    });
    assert.match(
      await corrections(),
      new RegExp(`rename:\\n  - kind: person\\n    entity: ${person.name}\\n    name: President Verhany\\n$`),
    );
    assert.equal(editor.document.getText(), text);
    await until("the new name", () => entityCalled(api, "President Verhany"));
    await until("the old name", async () => {
      // The rename does not wait for its correction: only what has been written can be undone.
      await vscode.commands.executeCommand("corpusNavigator.undoLastCorrection");
      return entityCalled(api, person.name);
    });
  });

  it("renames what is selected in the view by its key, and nothing else", async () => {
    await vscode.commands.executeCommand("corpusNavigator.entities.focus");
    await vscode.commands.executeCommand("list.focusFirst");
    await vscode.commands.executeCommand("list.select");
    assert.equal(await vscode.commands.executeCommand("corpusNavigator.renameEntity", "selected", "Nobody"), false);
    await until("an entity to be selected", async () => {
      // An entity of the article, below its quotations; a tree that is refreshed meanwhile may lose it.
      await vscode.commands.executeCommand("corpusNavigator.entities.focus");
      for (const command of ["list.focusFirst", "list.expand", "list.focusFirst", "list.focusDown", "list.focusDown", "list.select"])
        await vscode.commands.executeCommand(command);
      await pause(200);
      const renaming = vscode.commands.executeCommand<boolean>("corpusNavigator.renameEntity", "selected", "The Chosen One");
      return answering(renaming, ["workbench.action.acceptSelectedQuickOpenItem"]);
    });
    assert.match(await corrections(), /name: The Chosen One\n/);
  });

  it("merges what is selected into one, and takes it back", async () => {
    const [kept, merged] = [await entityCalled(api, person.name), await entityCalled(api, other.name)];
    assert.ok(kept && merged);
    await corrected("corpusNavigator.mergeEntity", kept, [kept, merged]);
    const both = await until("one entity of two", async () => {
      const found = await entityCalled(api, person.name);
      return found && found.mentions >= kept.mentions + merged.mentions ? found : undefined;
    });
    assert.equal(await entityCalled(api, other.name), undefined);
    assert.equal(both.mentions, kept.mentions + merged.mentions);
    await vscode.commands.executeCommand("corpusNavigator.undoLastCorrection");
    await until("two entities again", () => entityCalled(api, other.name));
    assert.equal((await entityCalled(api, person.name))?.mentions, kept.mentions);
  });

  it("splits a form off, from the link of a hover", async () => {
    const whole = await entityCalled(api, person.name);
    assert.ok(whole);
    await corrected("corpusNavigator.splitEntity", { id: whole.entity.id, form: lastName });
    assert.match(await corrections(), new RegExp(`split:\\n  - kind: person\\n    form: ${lastName}\\n    from: ${person.name}\\n`));
    const part = await until("the part", () => entityCalled(api, lastName));
    const rest = await entityCalled(api, person.name);
    assert.ok(rest);
    assert.ok(part.mentions > 0 && rest.mentions > 0);
    assert.equal(part.mentions + rest.mentions, whole.mentions);
    await vscode.commands.executeCommand("corpusNavigator.undoLastCorrection");
    await until("the whole", async () => (await entityCalled(api, person.name))?.mentions === whole.mentions);
  });

  it("changes the kind of an entity", async () => {
    const leaf = await entityCalled(api, person.name);
    assert.ok(leaf);
    await corrected("corpusNavigator.changeEntityKind", leaf);
    await until("an organisation", () => entityCalled(api, person.name, "ORG"));
    assert.equal(await entityCalled(api, person.name), undefined);
    assert.match(await hoverAt(person.name), /organization/);
    await vscode.commands.executeCommand("corpusNavigator.undoLastCorrection");
  });

  it("takes what is no name for plain words", async () => {
    const leaf = await entityCalled(api, person.name);
    assert.ok(leaf);
    await corrected("corpusNavigator.notAName", leaf);
    await until("the name to go", async () => (await entityCalled(api, person.name)) === undefined);
    assert.equal(await hoverAt(person.name), "");
    const tokens = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      "vscode.executeDocumentHighlights",
      file(article),
      new vscode.Position(0, 0),
    );
    assert.ok(tokens.every(({ range }) => range.isEmpty));
    await vscode.commands.executeCommand("corpusNavigator.undoLastCorrection");
  });

  it("pins a form to somebody else", async () => {
    const leaf = await entityCalled(api, person.name);
    const target = await entityCalled(api, other.name);
    assert.ok(leaf && target);
    await corrected("corpusNavigator.pinAlias", { id: leaf.entity.id, form: lastName }, target.entity.id);
    assert.match(await corrections(), new RegExp(`pin:\\n  - kind: person\\n    form: ${lastName}\\n    to: ${other.name}\\n`));
    await until("the other's mentions to grow", async () => ((await entityCalled(api, other.name))?.mentions ?? 0) > target.mentions);
    await vscode.commands.executeCommand("corpusNavigator.undoLastCorrection");
  });

  it("offers all corrections from a hover's link, and changes nothing when left", async () => {
    const leaf = await entityCalled(api, person.name);
    assert.ok(leaf);
    await answering(vscode.commands.executeCommand(entityCommand.correct, { id: leaf.entity.id, form: lastName }), [
      "workbench.action.closeQuickOpen",
    ]);
    assert.equal(await exists(correctionsPath), false);
  });

  it("shows what will be written before it is written", async () => {
    const leaf = await entityCalled(api, person.name);
    assert.ok(leaf);
    const running = vscode.commands.executeCommand<boolean>("corpusNavigator.renameEntity", leaf, "Reviewed");
    const compared = (): vscode.TabInputTextDiff | undefined => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputTextDiff ? input : undefined;
    };
    const { original, modified } = await until("the comparison", async () => {
      await vscode.commands.executeCommand("workbench.action.quickOpenSelectNext");
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return compared();
    });
    assert.equal((await vscode.workspace.openTextDocument(original)).getText(), "");
    assert.match((await vscode.workspace.openTextDocument(modified)).getText(), /name: Reviewed\n/);
    assert.equal(await exists(correctionsPath), false);
    assert.equal(await answering(running, ["workbench.action.acceptSelectedQuickOpenItem"]), true);
    assert.equal(compared(), undefined);
    await until("the new name", () => entityCalled(api, "Reviewed"));
    await vscode.commands.executeCommand("corpusNavigator.undoLastCorrection");
  });

  it("adds to corrections made by hand and keeps their comments", async () => {
    const byHand = `# ours\nversion: 1\nhide:\n  # a ship\n  - kind: place\n    name: Nowhere Much\n`;
    await vscode.workspace.fs.writeFile(file(correctionsPath), new TextEncoder().encode(byHand));
    const leaf = await entityCalled(api, person.name);
    assert.ok(leaf);
    await corrected("corpusNavigator.renameEntity", leaf, "The President");
    assert.ok((await corrections()).startsWith(byHand));
    await vscode.commands.executeCommand("corpusNavigator.undoLastCorrection");
    assert.equal(await corrections(), byHand);
  });

  it("marks lines that it does not understand, and follows the others", async () => {
    const text = `version: 1\nrename:\n  - kind: person\n    entity: ${person.name}\n    name: The President\n  - kind: ghost\n    entity: ${other.name}\n    name: X\n`;
    await vscode.workspace.fs.writeFile(file(correctionsPath), new TextEncoder().encode(text));
    const found = await until("a diagnostic", () => {
      const diagnostics = vscode.languages.getDiagnostics(file(correctionsPath));
      return diagnostics.length > 0 && diagnostics;
    });
    assert.deepEqual(
      found.map(({ range, message }) => `${range.start.line + 1} ${message}`),
      ['6 "kind" has to be person, organization, place or event.'],
    );
    await until("the line that is understood", () => entityCalled(api, "The President"));
    await vscode.workspace.fs.delete(file(correctionsPath));
    await until("no diagnostic", () => vscode.languages.getDiagnostics(file(correctionsPath)).length === 0);
  });
});
