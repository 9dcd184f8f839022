import { TemplateCounts } from "../core/article/template";
import { articleId } from "../core/corpus/articleRecord";
import { templateMember } from "../core/library/articleAnalysis";
import { atOnce } from "../core/util/atOnce";
import type { StringPool } from "../core/util/stringPool";
import type { CorpusFile } from "./corpusFile";

/**
 * Has documents read with the lines that many articles of their folder or host have: mastheads, menus, notices. `files` are all there
 * are.
 */
export function useSharedLines(files: readonly CorpusFile[], pool: StringPool): void {
  const counts = new TemplateCounts();
  for (const { document, uri } of files)
    for (const [index, { key }] of document.slots.entries())
      counts.take(articleId({ uri, key }), templateMember(uri, document, index, pool));
  atOnce(counts.settle());
  for (const { uri, document } of files)
    document.useTemplate((slot) => counts.linesFor(articleId({ uri, key: document.slots[slot]?.key ?? null })));
}
