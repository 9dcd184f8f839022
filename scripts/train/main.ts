/**
 * Trains the recogniser of names and writes `models/names.bin`. Reads the sets of `../shared/data` and the articles of
 * `models/annotations`; models/README.md says what they are. Run with `npm run train`; the result is the same each time.
 */
import { writeFileSync } from "node:fs";
import { packModel } from "../../src/core/entities/recognise/modelFormat";
import { clusterWords } from "./cluster";
import { gazetteer } from "./gazetteer";
import { trainModel } from "./model";
import { lexiconOf } from "./lexicon";

const log = (line: string): void => {
  process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
};

const lexicon = lexiconOf(clusterWords(".vscode-test/train", { words: 100_000, fine: 1024, rounds: 12 }), 100_000, gazetteer());
const bytes = packModel(trainModel(lexicon, log));
writeFileSync("models/names.bin", bytes);
log(`models/names.bin: ${bytes.length} bytes`);
