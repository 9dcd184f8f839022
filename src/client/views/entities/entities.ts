import type { Disposable, TreeDataProvider, Uri } from "vscode";
import { entityMethod, type EntitiesState } from "../../../protocol/entities";
import type { ArticleSummary } from "../../../protocol/ranges";
import type { CorpusServer } from "../../server/corpusServer";
import { readFile } from "../../server/virtualFiles";
import { Disposables } from "../../ui/disposables";
import { registerEntityCommands } from "./entityCommands";
import { EntityQueries } from "./entityQueries";
import { Corrections } from "./corrections/corrections";
import { registerCorrection } from "./corrections/correctionCommands";
import { CorrectionsWatch } from "./corrections/correctionsFile";
import { registerNameRenaming } from "./corrections/renameProvider";
import { EntityPages } from "./page/entityPages";
import { EntitiesView } from "./tree/entitiesView";
import { articleOf, type EntityNode } from "./tree/entityNode";

/** A model is a few hundred kilobytes; what is larger is none. */
const largestModel = 16 * 1024 * 1024;

/** Names in context: the view, the page, the commands, the corrections. */
export class Entities implements Disposable {
  readonly #disposables = new Disposables();
  readonly #view: EntitiesView;
  readonly #pages: EntityPages;

  constructor(server: CorpusServer, extensionUri: Uri) {
    const queries = new EntityQueries(server);
    const corrections = new Corrections();
    this.#view = this.#disposables.add(new EntitiesView(server, queries));
    const pages = this.#disposables.add(
      new EntityPages(extensionUri, queries, () => this.state === undefined || this.state.done < this.state.total),
    );
    this.#pages = pages;
    const watch = this.#disposables.add(new CorrectionsWatch(server));
    this.#disposables.add(registerEntityCommands({ queries, view: this.#view, pages }));
    this.#disposables.add(registerNameRenaming(queries));
    this.#disposables.add(registerCorrection(queries, watch, corrections, () => this.#view.selected));
    this.#disposables.add(
      this.#view.onDidChangeNames(() => {
        pages.refresh();
      }),
    );
    server.beforeStart((client) => {
      client.onRequest(entityMethod.readModel, async ({ uri }: { readonly uri: string }) => {
        const read = await readFile(uri, largestModel);
        if ("error" in read) throw new Error(read.detail);
        return read.bytes;
      });
    });
  }

  /** The Entities tree. */
  get tree(): TreeDataProvider<EntityNode> {
    return this.#view.tree;
  }

  /** How far the reading of names is. */
  get state(): EntitiesState | undefined {
    return this.#view.state;
  }

  /** The article of the line that is selected in the view. */
  get selected(): ArticleSummary | undefined {
    return articleOf(this.#view.selection[0]);
  }

  /** The ids of the entities whose pages are up. */
  get pages(): readonly string[] {
    return this.#pages.shown;
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
