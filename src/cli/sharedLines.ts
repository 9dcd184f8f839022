import { hostOf } from "../core/article/hostName";
import { TemplateCounts, templateCandidates } from "../core/article/template";
import { articleRecord } from "../core/corpus/articleRecord";
import type { Corpus } from "../core/corpus/corpus";
import { folderOf } from "../core/corpus/places";
import type { CorpusFile } from "./corpusFile";

/**
 * Reads the articles anew in which there are lines that many of their folder or host have: mastheads, menus, notices. `files`
 * are all there are.
 */
export function readWithSharedLines(files: readonly CorpusFile[], corpus: Corpus): void {
  const counts = new TemplateCounts();
  const places = new Map<string, { readonly file: CorpusFile; readonly slot: number }>();
  for (const file of files) {
    const { document, uri } = file;
    for (const [slot] of document.slots.entries()) {
      const article = document.article(slot);
      const id = `${uri}#${slot}`;
      const host = article.url === null ? null : hostOf(article.url.value);
      counts.take(id, host ?? folderOf(uri), templateCandidates(document.text, article.span));
      places.set(id, { file, slot });
    }
  }
  const slotsOf = new Map<CorpusFile, number[]>();
  for (const id of counts.concerned()) {
    const place = places.get(id);
    if (place !== undefined) slotsOf.set(place.file, [...(slotsOf.get(place.file) ?? []), place.slot]);
  }
  for (const [{ uri, document }, slots] of slotsOf) {
    document.useTemplate(slots, (slot) => counts.linesFor(`${uri}#${slot}`));
    corpus.setDocument(
      uri,
      document.slots.map((slot, index) => articleRecord(uri, document, index, slot, document.article(index), corpus.pool)),
    );
  }
}
