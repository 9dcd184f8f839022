import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Span } from "../../src/core/text/span";
import { detokenize } from "./detokenize";
import type { TrainingDocument, TrainingName } from "./document";

interface TaggedSentence {
  readonly tokens: readonly string[];
  readonly tags: readonly string[];
}

/**
 * The documents of a gzipped JSON file of `[{id?, sents: [{tokens, tags}]}]` with BIO tags. `group` consecutive ones are
 * taken as one document, for sets that are cut up into sentences.
 */
export function readTreebank(file: string, group = 1): TrainingDocument[] {
  const entries = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as { id?: string; sents: TaggedSentence[] }[];
  const documents: TrainingDocument[] = [];
  for (let at = 0; at < entries.length; at += group) {
    const sentences = entries.slice(at, at + group).flatMap((entry) => entry.sents);
    documents.push(joinSentences(entries[at]?.id ?? `${file}:${at}`, sentences));
  }
  return documents;
}

/** One line and one zone a sentence. */
function joinSentences(id: string, sentences: readonly TaggedSentence[]): TrainingDocument {
  let text = "";
  const zones: Span[] = [];
  const names: TrainingName[] = [];
  for (const sentence of sentences) {
    const line = detokenize(sentence.tokens, sentence.tags);
    for (const name of line.names) names.push({ start: name.start + text.length, end: name.end + text.length, type: name.type });
    zones.push({ start: text.length, end: text.length + line.text.length });
    text += line.text + "\n";
  }
  return { id, text, zones, names };
}
