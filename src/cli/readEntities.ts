import { promises as fs, readFileSync } from "node:fs";
import * as path from "node:path";
import { terminalText } from "../core/text/escape";
import { articleId } from "../core/corpus/articleRecord";
import { EntityIndex } from "../core/entities/index/entityIndex";
import { originIn } from "../core/entities/index/originIn";
import { EntityView } from "../core/entities/index/entityView";
import { parseCorrections } from "../core/entities/corrections/parseCorrections";
import { baseOf, readNames } from "../core/entities/recognise/readNames";
import { loadModel, type NameModel } from "../core/entities/recognise/model";
import { messageOf } from "../core/util/errorText";
import { correctionsPath } from "../protocol/entities";
import type { Context } from "./context";
import { Failure } from "./failure";
import type { LoadedCorpus } from "./loadCorpus";

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
 * null for none). Fails where there is no model.
 */
export async function readEntities(
  loaded: LoadedCorpus,
  corrections: string | null,
  { terminal, token }: Context,
  only?: ReadonlySet<string>,
): Promise<LoadedEntities> {
  const model = readModel();
  const index = new EntityIndex((place) => originIn(loaded.corpus, place));
  if (corrections !== null) {
    const { corrections: parsed, problems } = parseCorrections(corrections);
    for (const { line, message } of problems) terminal.complain(`${correctionsPath}:${line + 1}: ${terminalText(message)}`);
    index.corrections = parsed;
  }
  for (const { uri, document } of loaded.files) {
    for (const [at, record] of loaded.corpus.articlesOf(uri).entries()) {
      const slot = document.slots[at];
      const id = articleId(record);
      if (slot === undefined || only?.has(id) === false) continue;
      index.setArticle(id, uri, at, readNames(document, document.article(at), baseOf(document.lines, slot.span.start), model, token));
      if (token.isCancellationRequested) throw new Failure("Cancelled.");
    }
    // Ctrl+C is heard between files.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { ...loaded, index, view: new EntityView(index) };
}

/** From the package: beside `dist/cli` when built, above `src/cli` in the sources. */
export function readModel(): NameModel {
  const file = path.join(__dirname, "../../models/names.bin");
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Failure(`The model for names cannot be read: ${messageOf(error)}`);
  }
  const loaded = loadModel(bytes);
  if ("error" in loaded) throw new Failure(loaded.error);
  return loaded.model;
}
