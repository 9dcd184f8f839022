import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readAnnotations } from "./annotations";
import type { TrainingDocument } from "./document";
import { ourLists } from "./gazetteer";
import { readTreebank } from "./treebanks";
import { withOurTypes } from "./types";

/** Where the sets lie that are not part of the repository. */
export const dataFolder = "../shared/data";
const annotationsFolder = "models/annotations";

/** One in eight hand-annotated articles is never trained on: those whose name's SHA-256 begins so. */
export function isHeldOut(id: string): boolean {
  return Number.parseInt(createHash("sha256").update(id).digest("hex").slice(0, 2), 16) % 8 === 0;
}

const lists = ourLists();

function treebank(name: string, group = 1): TrainingDocument[] {
  const file = join(dataFolder, "ner", `${name}.json.gz`);
  return existsSync(file) ? readTreebank(file, group).map((document) => withOurTypes(document, lists)) : [];
}

/** Hand-annotated articles: those to train on, or, as they were annotated, those held out. */
export function annotated(heldOut: boolean): TrainingDocument[] {
  return readAnnotations(annotationsFolder).filter((document) => isHeldOut(document.id) === heldOut).map((document) => (heldOut ? document : withOurTypes(document, lists)));
}

/** The sets with names by hand, tweets apart. */
export function goldSets(): TrainingDocument[] {
  return [
    ...["uner-ewt-dev", "uner-ewt-test", "wikigold"].flatMap((name) => treebank(name)),
    ...["ai", "literature", "music", "politics", "science"].flatMap((field) => treebank(`crossner-${field}`)),
  ];
}

export function tweets(): TrainingDocument[] {
  return treebank("btc");
}

/** News with labels made by machine, in groups of six sentences. */
export function silverNews(): TrainingDocument[] {
  return treebank("gmb", 6);
}

/** A set to test on: Wikipedia and web news, of which nothing is trained on. */
export function heldOutWeb(): TrainingDocument[] {
  return treebank("uner-pud");
}
