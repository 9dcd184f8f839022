import type { Connection } from "vscode-languageserver";
import type { Corpus } from "../../core/corpus/corpus";
import { method, type CorpusStatus } from "../../protocol/corpus";
import type { Analysts } from "../analysis/analysts";
import type { Indexer } from "./indexer";
import type { Keeper } from "./keeper";
import { throttled } from "./throttle";

/** At most four notifications a second for the status, two for views, which ask for more. */
const statusInterval = 250;
const viewsInterval = 500;

/** How many files are named; more would help nobody. */
const maxNamed = 200;

/** The state of the corpus as the client shows it. */
export function corpusStatus(corpus: Corpus, indexer: Indexer, { kept }: Keeper, { begun }: Analysts): CorpusStatus {
  const { done, total } = indexer.progress;
  return {
    state: indexer.isIdle ? "idle" : "indexing",
    filesDone: done,
    filesTotal: total,
    articles: corpus.articleCount,
    otherFiles: indexer.ledger.otherCount,
    leftOut: indexer.ledger.others(maxNamed),
    unreadKinds: indexer.ledger.unreadKinds,
    ...corpus.dateRange(),
    skipped: indexer.ledger.skipped(maxNamed),
    skippedTotal: indexer.ledger.skippedCount,
    notices: indexer.ledger.notices(maxNamed),
    kept,
    threads: begun,
  };
}

/** Sends the status and the word that views should ask again, when there is something new. */
export function announceChanges(connection: Connection, corpus: Corpus, indexer: Indexer, keeper: Keeper, analysts: Analysts): void {
  let announced = corpus.revision;
  const status = throttled(
    () => void connection.sendNotification(method.status, corpusStatus(corpus, indexer, keeper, analysts)),
    statusInterval,
  );
  const views = throttled(() => {
    if (announced === corpus.revision) return;
    announced = corpus.revision;
    void connection.sendNotification(method.corpusChanged);
  }, viewsInterval);
  indexer.changed.on(() => {
    status();
    views();
  });
}
