import { promises as fs } from "node:fs";
import { terminalText } from "../core/text/escape";
import { articleId } from "../core/corpus/articleRecord";
import { EntityIndex } from "../core/entities/index/entityIndex";
import { originIn } from "../core/entities/index/originIn";
import { EntityView } from "../core/entities/index/entityView";
import { parseCorrections } from "../core/entities/corrections/parseCorrections";
import { baseOf, readNames } from "../core/entities/recognise/readNames";
import { correctionsPath } from "../protocol/entities";
import type { Context } from "./context";
import { Breath, drive } from "./drive";
import type { LoadedCorpus } from "./loadCorpus";
import { readModel } from "./readModel";

/** A corpus with its names. */
export interface LoadedEntities extends LoadedCorpus {
  readonly index: EntityIndex;
  readonly view: EntityView;
}

/** The text of the corrections of names that a corpus has below its folder; null for none. */
export async function correctionsOf(folder: string): Promise<string | null> {
  return await fs.readFile(`${folder}/${correctionsPath}`, "utf8").catch(() => null);
}

/**
 * Finds the names of a corpus (or of the articles with the ids `only`) and applies `corrections` (the text of the file;
 * null for none). Those that are kept are not read again. Fails where there is no model.
 */
export async function readEntities(
  loaded: LoadedCorpus,
  corrections: string | null,
  context: Context,
  only?: ReadonlySet<string>,
): Promise<LoadedEntities> {
  const { library, corpus, files } = loaded;
  const { terminal, token } = context;
  const model = readModel();
  const breath = new Breath(context);
  if (only === undefined) await drive(library.takeKeptNames(), context);
  // Of some articles alone, so that who is who among them does not depend on what else is kept.
  const index = only === undefined ? library.names : new EntityIndex((place) => originIn(corpus, place));
  if (corrections !== null) {
    const { corrections: parsed, problems } = parseCorrections(corrections);
    for (const { line, message } of problems) terminal.complain(`${correctionsPath}:${line + 1}: ${terminalText(message)}`);
    index.corrections = parsed;
  }
  for (const file of files) {
    for (const [at, record] of corpus.articlesOf(file.uri).entries()) {
      const id = articleId(record);
      if (only === undefined ? library.hasNames(id, library.known(id)?.hash ?? 0) : !only.has(id)) continue;
      let names = library.namesOf(id);
      if (names === null) {
        const { document } = file;
        const start = document.slots[at]?.span.start ?? 0;
        names = readNames(document, document.article(at), baseOf(document.lines, start), model, token);
        await breath.take();
        library.takeNames(record, library.known(id)?.hash ?? 0, names);
      }
      if (only !== undefined) index.setArticle(id, file.uri, at, names);
    }
    await breath.take();
  }
  return { ...loaded, index, view: new EntityView(index) };
}
