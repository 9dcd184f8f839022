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

/** "Tarsk-based" is one word in these sets and no name in it is marked; we read it as two. */
const joined = /\p{Lu}\S*-(?:based|led|held|born|style|\p{Ll}{3,}ed|\p{Ll}{4,}ing)(?!\p{L})|(?:anti|pro|ex|non|mid|pre|post)-\p{Lu}/u;

/** A set to train on: without the sentences in which words of ours are marked otherwise than we read them. */
function trainingTreebank(name: string, group = 1): TrainingDocument[] {
  return treebank(name, group).map((document) => ({
    ...document,
    zones: document.zones.filter(({ start, end }) => !joined.test(document.text.slice(start, end))),
  }));
}

/** Hand-annotated articles: those to train on, or, as they were annotated, those held out. */
export function annotated(heldOut: boolean): TrainingDocument[] {
  return readAnnotations(annotationsFolder)
    .filter((document) => isHeldOut(document.id) === heldOut)
    .map((document) => (heldOut ? document : withOurTypes(document, lists)));
}

/** The sets with names by hand, tweets apart. */
export function goldSets(): TrainingDocument[] {
  return [
    ...["uner-ewt-dev", "uner-ewt-test", "wikigold"].flatMap((name) => trainingTreebank(name)),
    ...["ai", "literature", "music", "politics", "science"].flatMap((field) => trainingTreebank(`crossner-${field}`)),
  ];
}

export function tweets(): TrainingDocument[] {
  return trainingTreebank("btc");
}

/** News with labels made by machine, in groups of six sentences. */
export function silverNews(): TrainingDocument[] {
  return trainingTreebank("gmb", 6);
}

/** A set to test on: Wikipedia and web news, of which nothing is trained on. */
export function heldOutWeb(): TrainingDocument[] {
  return treebank("uner-pud");
}
