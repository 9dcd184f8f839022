import type { Memento, Uri } from "vscode";
import type { CheckedPassage } from "../../../protocol/drafts";

const key = "corpusNavigator.ignoredPassages";
const mostTexts = 500;
const mostOfText = 1000;

/** What names a passage of a text as long as its words and the verdict on them are the same. */
export function passageKey({ kind, verdict, text }: CheckedPassage): string {
  return `${kind} ${verdict} ${text.replace(/\s+/gu, " ").trim().slice(0, 400)}`;
}

/** The passages that a writer wants to hear no more of, kept for this workspace and never written into a text. */
export class IgnoredPassages {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  /** The keys of the passages of a text that are ignored. */
  of(text: Uri): ReadonlySet<string> {
    return new Set(this.#all[text.toString()] ?? []);
  }

  async add(text: Uri, passage: string): Promise<void> {
    const { [text.toString()]: own = [], ...others } = this.#all;
    const kept = Object.entries(others).slice(-(mostTexts - 1));
    const passages = [...new Set([...own, passage])].slice(-mostOfText);
    await this.#state.update(key, Object.fromEntries([...kept, [text.toString(), passages]]));
  }

  async clear(text: Uri): Promise<void> {
    await this.#state.update(key, Object.fromEntries(Object.entries(this.#all).filter(([uri]) => uri !== text.toString())));
  }

  get #all(): Readonly<Record<string, readonly string[]>> {
    return this.#state.get<Readonly<Record<string, readonly string[]>>>(key) ?? {};
  }
}
