import { EventEmitter, type Disposable, type Memento } from "vscode";

const key = "search.history";
const mostRemembered = 50;

/** What was asked before, in this workspace. */
export class SearchHistory implements Disposable {
  readonly #state: Memento;
  readonly #emitter = new EventEmitter<void>();
  readonly onDidChange = this.#emitter.event;

  constructor(state: Memento) {
    this.#state = state;
  }

  /** The last first. */
  get queries(): readonly string[] {
    const stored = this.#state.get<unknown>(key);
    return Array.isArray(stored) ? stored.filter((query) => typeof query === "string") : [];
  }

  async remember(query: string): Promise<void> {
    const typed = query.trim();
    if (typed === "" || this.queries[0] === typed) return;
    await this.#state.update(key, [typed, ...this.queries.filter((other) => other !== typed)].slice(0, mostRemembered));
    this.#emitter.fire();
  }

  dispose(): void {
    this.#emitter.dispose();
  }
}
