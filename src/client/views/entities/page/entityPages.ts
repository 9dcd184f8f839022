import { l10n, ViewColumn, window, type Disposable, type Uri, type WebviewOptions, type WebviewPanel } from "vscode";
import { label } from "../../../../core/text/escape";
import type { EntitySummary } from "../../../../protocol/entities";
import type { PageState } from "../../../webview/entityPage/messages";
import { Disposables } from "../../../ui/disposables";
import { webviewFiles, webviewHtml } from "../../../ui/webviewHtml";
import { entityPageType } from "../entityCommandIds";
import type { EntityQueries } from "../entityQueries";
import { EntityPage } from "./entityPage";

/** The entity pages that are open, one an entity; they come back after a restart. */
export class EntityPages implements Disposable {
  readonly #disposables = new Disposables();
  readonly #extensionUri: Uri;
  readonly #queries: EntityQueries;
  readonly #isReading: () => boolean;
  readonly #pages = new Map<string, EntityPage>();

  /** `isReading` tells whether names may still come to light. */
  constructor(extensionUri: Uri, queries: EntityQueries, isReading: () => boolean) {
    this.#extensionUri = extensionUri;
    this.#queries = queries;
    this.#isReading = isReading;
    this.#disposables.add(
      window.registerWebviewPanelSerializer(entityPageType, {
        deserializeWebviewPanel: (panel, state: unknown) => {
          const id = idIn(state);
          if (id === undefined) panel.dispose();
          else {
            panel.webview.options = this.#options;
            this.#fill(panel, id);
          }
          return Promise.resolve();
        },
      }),
    );
  }

  get #options(): WebviewOptions {
    return { enableScripts: true, localResourceRoots: [webviewFiles(this.#extensionUri)] };
  }

  /** The ids of the entities whose pages are up. */
  get shown(): string[] {
    return [...this.#pages.values()].filter(({ isUp }) => isUp).map(({ id }) => id);
  }

  /** Shows an entity's page, where it is open already, or in this column. */
  open(entity: EntitySummary, column = ViewColumn.Active): void {
    const open = this.#pages.get(entity.id);
    if (open) {
      open.reveal();
      return;
    }
    this.#fill(
      window.createWebviewPanel(entityPageType, label(entity.name), column, { ...this.#options, enableFindWidget: true }),
      entity.id,
    );
  }

  /** Brings all pages up to date. */
  refresh(): void {
    for (const page of this.#pages.values()) void page.refresh();
  }

  dispose(): void {
    this.#disposables.dispose();
    for (const page of this.#pages.values()) page.dispose();
  }

  #fill(panel: WebviewPanel, id: string): void {
    const page = new EntityPage(panel, id, this.#queries, this.#isReading);
    this.#pages.set(id, page);
    panel.onDidDispose(() => {
      page.dispose();
      if (this.#pages.get(id) === page) this.#pages.delete(id);
    });
    panel.webview.html = webviewHtml(panel.webview, this.#extensionUri, "entityPage", l10n.t("Entity"), id);
  }
}

function idIn(state: unknown): string | undefined {
  const { id } = (state ?? {}) as Partial<PageState>;
  return typeof id === "string" ? id : undefined;
}
