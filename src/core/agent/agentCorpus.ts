import { articleId, type ArticleRecord, sourceOf } from "../corpus/articleRecord";
import type { Corpus } from "../corpus/corpus";
import type { ParsedDocument } from "../corpus/parseDocument";
import type { EntityView } from "../entities/index/entityView";
import type { NameModel } from "../entities/recognise/model";
import type { Library } from "../library/library";
import type { RelatedCorpus, Story } from "../related/relatedCorpus";
import type { SearchEngine } from "../search/engine/searchEngine";
import { agentLine } from "../text/escape";
import type { CancellationToken } from "../util/cancellation";

/** What a door (the command line, the language server) gives to the tools: a corpus, and what takes long to find out of it. */
export interface AgentDoor {
  readonly library: Library;
  /** By what agents know a file: its path in the folder, with "/". */
  readonly pathOf: (uri: string) => string;
  /** A document of the corpus; null where it cannot be read. */
  readonly document: (uri: string) => Promise<ParsedDocument | null>;
  readonly names: () => Promise<EntityView>;
  readonly model: () => Promise<NameModel>;
  readonly related: () => Promise<RelatedCorpus>;
  readonly stories: () => Promise<readonly Story[]>;
  /** Tells search what a query with these fields asks for. */
  readonly prepare: (fields: ReadonlySet<string>) => Promise<void>;
  /** Tells search the names of these articles, so that they can be counted; false where that would take too long. */
  readonly countNames: (ids: ReadonlySet<string>) => Promise<boolean>;
  /** What long work comes to. Rejects when cancelled. */
  readonly drive: <Result>(work: Generator<undefined, Result>, token: CancellationToken) => Promise<Result>;
  /** A sentence that says what has not been read yet; null where all has. */
  readonly behind: () => string | null;
}

/** What one question comes with: the mark of its answer, and whether somebody still waits for it. */
export interface Call {
  /** Made for this answer, so that no text of the corpus can know it. */
  readonly nonce: string;
  readonly token: CancellationToken;
}

/** A question that cannot be answered: says what is wrong and what would help. */
export class ToolError extends Error {
  override readonly name = "ToolError";
}

/** A corpus as the tools ask it, with the ids that agents use: the path in the folder, with the key in a bundle. */
export class AgentCorpus {
  readonly door: AgentDoor;
  #byPlace: ReadonlyMap<string, ArticleRecord> = new Map();
  #revision = -1;

  constructor(door: AgentDoor) {
    this.door = door;
  }

  get corpus(): Corpus {
    return this.door.library.corpus;
  }

  get engine(): SearchEngine {
    return this.door.library.engine;
  }

  idOf({ uri, key }: Pick<ArticleRecord, "uri" | "key">): string {
    const path = this.door.pathOf(uri);
    return key === null ? path : `${path}#${key}`;
  }

  /** The article with an agent's id. Nothing outside the corpus has one. */
  article(id: string): ArticleRecord {
    const { revision } = this.corpus;
    if (this.#revision !== revision) {
      this.#byPlace = new Map(Array.from(this.corpus.articles(), (record) => [this.idOf(record), record]));
      this.#revision = revision;
    }
    const record = this.#byPlace.get(id);
    if (record === undefined)
      throw new ToolError(`No article has the id “${agentLine(id, 120)}”. Ids are those that search_articles gives.`);
    return record;
  }

  /** The document of an article as the corpus read it. */
  async document({ uri, key, index }: ArticleRecord): Promise<ParsedDocument> {
    const document = await this.door.document(uri);
    if (document?.slots[index]?.key !== key) throw new ToolError(`${agentLine(this.door.pathOf(uri), 200)} has changed. Ask again.`);
    return document;
  }

  dateOf(record: ArticleRecord): string | null {
    return this.corpus.dateOf(record);
  }

  /** Title, outlet, date, file and line: what every statement is cited by. `line` is 1-based. */
  citation(record: ArticleRecord, line = record.range.start.line + 1): string {
    const parts = [
      `“${agentLine(record.displayTitle, 160)}”`,
      agentLine(sourceOf(record) ?? "outlet unknown", 80),
      this.dateOf(record) ?? "undated",
    ];
    return `${parts.join(", ")}, ${agentLine(this.idOf(record), 200)}:${line}`;
  }

  /** The article with a number in the index of names; null if it has gone since. */
  numbered(view: EntityView, number: number): ArticleRecord | null {
    const place = view.index.placeNumbered(number);
    const record = place === null ? undefined : this.corpus.articlesOf(place.uri)[place.index];
    return record !== undefined && articleId(record) === place?.id ? record : null;
  }
}

/** Where the article begins with its markers, in UTF-16 code units of its document. */
export function startOf(document: ParsedDocument, { key, index }: ArticleRecord): number {
  return key === null ? 0 : (document.slots[index]?.span.start ?? 0);
}
