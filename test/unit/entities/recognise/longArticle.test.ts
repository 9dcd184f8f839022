import { deepEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parseDocument } from "../../../../src/core/corpus/parseDocument";
import { loadModel } from "../../../../src/core/entities/recognise/model";
import { namesInArticle } from "../../../../src/core/entities/recognise/readNames";

const sentence = "Mayor Ilona Castrian said on Monday that the council of Tarn would rebuild the old bridge.";

describe("the names of an article of more than a million characters", () => {
  it("are all those of the text that is read of it, however far apart its paragraphs stand", () => {
    const loaded = loadModel(readFileSync("models/names.bin"));
    if ("error" in loaded) throw new Error(loaded.error);
    const far = "\n".repeat(1_100_000);
    const document = parseDocument(`Bridge Rebuilt\n\n${sentence}\n${far}${sentence}\n`, { fileName: "bridge.txt", kind: "article" });
    const names = namesInArticle(document.text, document.article(0), loaded.model).map(({ start, end }) => document.text.slice(start, end));
    deepEqual(
      names.filter((name) => name.includes("Castrian")),
      ["Ilona Castrian", "Ilona Castrian"],
    );
  });
});
