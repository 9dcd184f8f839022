import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import type { EntityLeaf, EntityNode } from "../../../src/client/views/entities/tree/entityNode";
import gold from "../../fixtures/samples-gold.json";
import { ready, show, until } from "./support";

/** The article of the samples in which the tests point at names. */
export const article = "lissen-courier/tarlen-conference-opens-in-geneva.txt";

/** Somebody whom many articles name, in several forms, and somebody else. */
export const person = gold.entities.find(({ id }) => id === "verhany")!;
export const other = gold.entities.find(({ id }) => id === "maros")!;

/** The running extension, when all names of the samples were read. */
export async function namesRead(): Promise<CorpusNavigatorApi> {
  const api = await ready();
  await show(article, "news-article");
  await until("all names to be read", () => {
    const state = api.entitiesState();
    assert.equal(state?.error ?? null, null);
    return state !== undefined && state.total > 0 && state.done === state.total;
  });
  return api;
}

/** Where a text first stands in a file, one character into it. */
export async function at(
  text: string,
  path = article,
): Promise<{ readonly editor: vscode.TextEditor; readonly position: vscode.Position }> {
  const editor = await show(path, path.startsWith("bundles/") ? "news-bundle" : "news-article");
  const offset = editor.document.getText().indexOf(text);
  assert.ok(offset >= 0, text);
  return { editor, position: editor.document.positionAt(offset + 1) };
}

/** What one of VS Code's own commands answers for the place where a text stands. */
export async function ask<T>(command: string, text: string, path = article): Promise<T[]> {
  const { editor, position } = await at(text, path);
  return (await vscode.commands.executeCommand<T[] | undefined>(command, editor.document.uri, position)) ?? [];
}

/** The Markdown of the hover over a text; empty for none. */
export async function hoverAt(text: string, path = article): Promise<string> {
  const hovers = await ask<vscode.Hover>("vscode.executeHoverProvider", text, path);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((part) => (part instanceof vscode.MarkdownString ? part.value : ""))
    .join("\n");
}

/** What hangs below a node of the Entities tree, or its roots. */
export async function nodes(api: CorpusNavigatorApi, node?: EntityNode): Promise<EntityNode[]> {
  return (await api.entities.getChildren(node)) ?? [];
}

/** The entities of a kind that the tree lists. */
export async function entitiesOf(api: CorpusNavigatorApi, kind: string): Promise<EntityLeaf[]> {
  const root = (await nodes(api)).find((node) => node.type === "kind" && node.kind === kind);
  return (root ? await nodes(api, root) : []).filter((node) => node.type === "entity");
}

/** The entity of that name in the tree, if there is one. */
export async function entityCalled(api: CorpusNavigatorApi, name: string, kind = "PER"): Promise<EntityLeaf | undefined> {
  return (await entitiesOf(api, kind)).find(({ entity }) => entity.name === name);
}
