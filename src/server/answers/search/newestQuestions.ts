import type { CancellationToken } from "../../../core/util/cancellation";
import type { Asker, SearchParams } from "../../../protocol/search";

/** Ends questions that a newer one has made pointless: each asker's by itself. */
export class NewestQuestions {
  readonly #newest: Record<Asker, number> = { view: 0, pick: 0, walk: 0 };

  /** A token that is cancelled with `token`, and as soon as the asker has a new question. Further pages are none. */
  ask({ asker, offset }: Pick<SearchParams, "asker" | "offset">, token: CancellationToken): CancellationToken {
    const newest = this.#newest;
    const own = offset === 0 ? ++newest[asker] : newest[asker];
    return {
      get isCancellationRequested() {
        return token.isCancellationRequested || own !== newest[asker];
      },
    };
  }
}
