import { TemplateCounts } from "../core/article/template";
import { articleId, articleRecord } from "../core/corpus/articleRecord";
import type { Corpus } from "../core/corpus/corpus";
import { templateMember } from "../core/library/articleAnalysis";
import { atOnce } from "../core/util/atOnce";
import type { CorpusFile } from "./corpusFile";

/**
 * Reads the articles anew in which there are lines that many of their folder or host have: mastheads, menus, notices. `files`
 * are all there are.
 */
export function readWithSharedLines(files: readonly CorpusFile[], corpus: Corpus): void {
  const counts = new TemplateCounts();
  const places = new Map<string, CorpusFile>();
  for (const file of files) {
    const { document, uri } = file;
    for (const [index, { key }] of document.slots.entries()) {
      const id = articleId({ uri, key });
      counts.take(id, templateMember(uri, document, index, corpus.pool));
      places.set(id, file);
    }
  }
  const concerned = new Set(atOnce(counts.settle()).flatMap((id) => places.get(id) ?? []));
  for (const { uri, document } of concerned) {
    document.useTemplate((slot) => counts.linesFor(articleId({ uri, key: document.slots[slot]?.key ?? null })));
    corpus.setDocument(
      uri,
      document.slots.map((slot, index) => articleRecord(uri, document, index, slot, document.article(index), corpus.pool)),
    );
  }
}
