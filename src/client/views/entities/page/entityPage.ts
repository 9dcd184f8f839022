import { commands, l10n, type Disposable, type WebviewPanel } from "vscode";
import { label } from "../../../../core/text/escape";
import { entityCommand, type EntitySummary } from "../../../../protocol/entities";
import type { FromPage, PageCommand, ToPage } from "../../../webview/entityPage/messages";
import { Disposables } from "../../../ui/disposables";
import { namesCommand } from "../entityCommandIds";
import type { EntityQueries } from "../entityQueries";
import { isPlace, openPlace } from "../openPlace";
import { pageLabels } from "./pageLabels";
import { displayLanguage } from "../../../ui/locale";

/** Contexts at first, and more with every "Show more". */
const pageSize = 100;
/** Quotations at first, and more with every "Show more". */
const saidAtOnce = 10;
/** The most that the server gives at once. */
const largestPage = 500;

/** One entity's page: answers what the webview asks, and tells it what has changed. */
export class EntityPage implements Disposable {
  readonly #disposables = new Disposables();
  readonly #queries: EntityQueries;
  readonly #panel: WebviewPanel;
  readonly #isReading: () => boolean;
  #summary: EntitySummary | undefined;
  #shown = pageSize;
  /** What quotations are filtered by: those of the entity (false), and those about it. */
  readonly #said = new Map<boolean, string>();
  #isUp = false;
  #isGone = false;
  readonly id: string;

  /** `isReading` tells whether names may still come to light. */
  constructor(panel: WebviewPanel, id: string, queries: EntityQueries, isReading: () => boolean) {
    this.#panel = panel;
    this.id = id;
    this.#queries = queries;
    this.#isReading = isReading;
    this.#disposables.add(panel.webview.onDidReceiveMessage((message: FromPage) => this.#hear(message)));
  }

  /** Whether the page's script runs. */
  get isUp(): boolean {
    return this.#isUp;
  }

  /** Brings the page to the front. */
  reveal(): void {
    this.#panel.reveal();
  }

  /** Asks the server again and shows what it says. A page that is hidden asks when it is shown again. */
  async refresh(): Promise<void> {
    if (!this.#panel.visible) return;
    const profile = await this.#queries.profile(this.id);
    if (this.#isGone) return;
    if (!profile) {
      await this.#say({
        type: "gone",
        text: this.#isReading() ? l10n.t("The corpus is being read…") : l10n.t("This name is not in the corpus at the moment."),
      });
      return;
    }
    this.#summary = profile.summary;
    this.#panel.title = label(profile.summary.name);
    await this.#say({ type: "profile", profile, labels: pageLabels(profile), language: displayLanguage() });
    for (const about of [false, true]) await this.#sendSaid(about, this.#said.get(about) ?? "", 0);
    await this.#sendMentions(0, this.#shown);
  }

  dispose(): void {
    this.#isGone = true;
    this.#disposables.dispose();
  }

  async #hear(message: FromPage): Promise<void> {
    switch (message.type) {
      case "ready":
        this.#isUp = true;
        await this.refresh();
        break;
      case "mentions":
        this.#shown = message.offset + pageSize;
        await this.#sendMentions(message.offset, pageSize);
        break;
      case "said":
        this.#said.set(message.about, message.filter);
        await this.#sendSaid(message.about, message.filter, message.offset);
        break;
      case "open":
        // Next to the page: it is a list to go on with.
        if (isPlace(message)) await openPlace(message, { beside: true });
        break;
      case "openEntity":
        await commands.executeCommand(entityCommand.openPage, { id: message.id });
        break;
      case "run":
        await this.#run(message.command);
        break;
    }
  }

  async #sendSaid(about: boolean, filter: string, offset: number): Promise<void> {
    const said = await this.#queries.said({ id: this.id, about, filter, offset, limit: saidAtOnce });
    if (said) await this.#say({ type: "said", about, filter, offset, said });
  }

  async #sendMentions(offset: number, count: number): Promise<void> {
    for (let at = offset; at < offset + count; at += largestPage) {
      const found = await this.#queries.mentions({ id: this.id, offset: at, limit: Math.min(largestPage, offset + count - at) });
      if (!found) return;
      await this.#say({ type: "mentions", offset: at, mentions: found.mentions, total: found.total });
      if (at + found.mentions.length >= found.total) return;
    }
  }

  async #run(command: PageCommand): Promise<void> {
    const { id } = this;
    switch (command) {
      case "mentions":
        await commands.executeCommand(entityCommand.showMentions, { id });
        break;
      case "articles":
        await commands.executeCommand(entityCommand.showArticles, { id });
        break;
      case "search":
        await commands.executeCommand(entityCommand.search, { id, name: this.#summary?.name ?? "" });
        break;
      case "correct":
        await commands.executeCommand(entityCommand.correct, { id });
        break;
      case "export:markdown":
      case "export:csv":
      case "export:json":
        await commands.executeCommand(namesCommand.exportEntity, { id }, command.slice("export:".length));
        break;
    }
  }

  async #say(message: ToPage): Promise<void> {
    if (!this.#isGone) await this.#panel.webview.postMessage(message);
  }
}
