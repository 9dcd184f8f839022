import { atOnce } from "../util/atOnce";
import type { Container, ContainerSource } from "./container";
import { readFactiva } from "./factiva";
import { readFilesToPrompt } from "./filesToPrompt";
import { readJson } from "./json";
import { readLexisNexis } from "./lexisNexis";
import { readMarkdownPack } from "./markdownPack";
import { readNexisUni } from "./nexisUni";
import { readProQuest } from "./proQuest";
import { readRuledPack } from "./ruledPack";
import { readSgml } from "./sgml";
import { readTable } from "./table";
import { readWarc } from "./warc";
import { readXmlPack } from "./xmlPack";

/** The surest first: a pack may hold anything, an export's text may quote much. */
const readers: readonly ((source: ContainerSource) => Container | null)[] = [
  readWarc,
  readXmlPack,
  readSgml,
  readJson,
  readTable,
  readRuledPack,
  readMarkdownPack,
  readFilesToPrompt,
  readLexisNexis,
  readFactiva,
  readProQuest,
  readNexisUni,
];

/**
 * Reads a text as what holds many articles, by its content (a table's delimiter may need the file's name); null for
 * any other text. What the articles are about is not looked at. Never throws.
 */
export function readContainer(source: ContainerSource): Container | null {
  return atOnce(readingContainer(source));
}

/** The same, to be driven in slices. */
export function* readingContainer(source: ContainerSource): Generator<undefined, Container | null> {
  for (const read of readers) {
    const container = read(source);
    if (container !== null) return container;
    yield;
  }
  return null;
}
