import { readFileSync } from "node:fs";
import { parseDocument } from "../../src/core/corpus/parseDocument";
import { EntityIndex } from "../../src/core/entities/index/entityIndex";
import { EntityView } from "../../src/core/entities/index/entityView";
import { baseOf, readNames } from "../../src/core/entities/recognise/readNames";
import { loadModel } from "../../src/core/entities/recognise/model";
import type { EntitySource } from "../../src/core/related/similarity/entityVectors";
import { NamedEntities } from "../../src/core/related/similarity/namedEntities";
import type { SetArticle } from "./newsSets";

/** The names of a collection's articles, found and taken together as the product does it. */
export function namesOfSet(articles: readonly SetArticle[]): EntitySource {
  const loaded = loadModel(readFileSync("models/names.bin"));
  if ("error" in loaded) throw new Error(loaded.error);
  const index = new EntityIndex();
  for (const { id, title, paragraphs } of articles) {
    const document = parseDocument([title, ...paragraphs].join("\n\n"), { fileName: "article.txt", kind: "article" });
    index.setArticle(id, id, 0, readNames(document, document.article(0), baseOf(document.lines, 0), loaded.model));
  }
  return new NamedEntities(new EntityView(index));
}
