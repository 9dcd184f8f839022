import { readFileSync } from "node:fs";
import { seededRandom } from "../../../bench/random";
import { articleId } from "../../../src/core/corpus/articleRecord";
import { parseDocument, type ParsedDocument } from "../../../src/core/corpus/parseDocument";
import { EntityView } from "../../../src/core/entities/index/entityView";
import { loadModel, type NameModel } from "../../../src/core/entities/recognise/model";
import { baseOf, readNames } from "../../../src/core/entities/recognise/readNames";
import { Library } from "../../../src/core/library/library";
import { parseQuery } from "../../../src/core/search/query/parser";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { atOnce } from "../../../src/core/util/atOnce";

/** Each in several spellings: which is the most frequent changes from article to article. */
const people = [
  ["Ilse Marden", "Ilse B. Marden"],
  ["Tobias Kern", "Tobías Kern"],
  ["Amara Nwosu", "Amara N. Nwosu"],
  ["Jonas Velt"],
  ["Petra Marden"],
];
const places = ["Port Amsel", "Lissen", "Korvat", "Stenna"];
const outlets = ["The Lissen Courier", "Korvat Herald", "Stenna Post"];
const menus = ["Harbour Life", "Town Matters", "Ilse Brandt", "Letters"];
const appeals = [
  "This paper is made by nine people in a house by the river and lives from its readers alone.",
  "Printed in Tarn, bureau phone 555 0134",
  "All rights belong to those who wrote it down in the first place.",
];
const subjects = [
  "The ferry terminal reopens after a long repair, and the harbour council expects more ships.",
  "A strike of bus drivers ended when the company offered better pay for night work.",
  "Heavy rain flooded the lower town, and the river rose above the old bridge.",
  "Peace talks between the two sides were put off again, diplomats said.",
  "The museum of glass shows four hundred cups that were found in a sunken ship.",
  "Farmers fear for the harvest after three dry months in the north.",
];

/** A corpus of a few files that changes at random. */
export class RandomCorpus {
  readonly files = new Map<string, string>();
  readonly random: () => number;
  #made = 0;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError("nothing to pick");
    return item;
  }

  article(): string {
    const person = this.pick(this.pick(people));
    const last = person.split(" ").at(-1) ?? person;
    const sentences = Array.from({ length: 3 + this.below(3) }, () => this.pick(subjects));
    const date = this.pick(["March 3, 2021", "05/06/2021", "25/06/2021", "06/25/2021", "May 9, 2022"]);
    const title = `${this.pick(["Ferry", "Strike", "Flood", "Talks", "Museum", "Harvest"])} in ${this.pick(places)} ${this.below(5)}`;
    const menu = menus.filter(() => this.random() < 0.4).join("\n");
    const appeal = this.random() < 0.5 ? `${this.pick(appeals)}\n\n` : "";
    return `${menu}\n\n${title}\n\nBy ${this.pick(this.pick(people))}\n\n${date}\n\n${this.pick(outlets)}\n\n${this.pick(places)} mayor ${person} spoke on Tuesday. ${sentences.join(" ")}\n\n${last} said that ${this.pick(places)} would follow. ${this.pick(subjects)}\n\nRelated articles:\n\n- [Flood in Lissen ${this.below(5)}](#)\n\n${appeal}`;
  }

  file(): string {
    if (this.random() < 0.7) return this.article();
    return Array.from(
      { length: 1 + this.below(3) },
      (_, at) => `<<<FILE: a${at + this.below(2) * 5}.txt>>>\n${this.article()}\n<<<END FILE>>>\n`,
    ).join("a line between\n");
  }

  /** Changes the files in one way; the URIs of those that are others now. */
  change(): readonly string[] {
    const uris = [...this.files.keys()];
    const kind = uris.length < 4 ? 0 : this.below(6);
    if (kind <= 2) {
      const uri = kind === 0 ? `file:///c/${this.#made++}.txt` : this.pick(uris);
      // Some are copies of others.
      this.files.set(uri, uris.length > 0 && this.random() < 0.25 ? (this.files.get(this.pick(uris)) ?? "") : this.file());
      return [uri];
    }
    const uri = this.pick(uris);
    const text = this.files.get(uri) ?? "";
    this.files.delete(uri);
    if (kind === 3) return [uri];
    const moved = `file:///c/sub/${this.#made++}.txt`;
    this.files.set(moved, text);
    return [uri, moved];
  }
}

let loaded: NameModel | null = null;

export function nameModel(): NameModel {
  if (loaded === null) {
    const read = loadModel(readFileSync("models/names.bin"));
    if ("error" in read) throw new Error(read.error);
    loaded = read.model;
  }
  return loaded;
}

export function parsed(uri: string, text: string): ParsedDocument {
  return parseDocument(text, { fileName: uri.slice(uri.lastIndexOf("/") + 1) });
}

/** Takes a file in as a server would; `stamp` stands for what it looks like from outside. */
export function takeFile(library: Library, uri: string, text: string | undefined, stamp: string): void {
  if (text === undefined) library.forget(uri);
  else atOnce(library.take(uri, parsed(uri, text), { stamp, notice: null, left: null }));
}

/** Does all that follows. */
export function settle(library: Library, textOf: (uri: string) => string | undefined): void {
  atOnce(library.forgetGone());
  while (library.sharesMore) {
    atOnce(library.share());
    for (let uri = library.takeToReadAgain(); uri !== null; uri = library.takeToReadAgain())
      if (!atOnce(library.readAgain(uri, parsed(uri, textOf(uri) ?? "")))) throw new Error(`${uri} is another one than was taken in`);
  }
  atOnce(library.relate());
  atOnce(library.compare());
  atOnce(library.train());
  atOnce(library.takeKeptNames());
  for (const uri of library.corpus.documents()) {
    let document: ParsedDocument | null = null;
    for (const record of library.corpus.articlesOf(uri)) {
      const hash = library.known(articleId(record))?.hash ?? 0;
      if (library.hasNames(articleId(record), hash)) continue;
      if (document === null) library.useSharedLines(uri, (document = parsed(uri, textOf(uri) ?? "")));
      const start = document.slots[record.index]?.span.start ?? 0;
      library.takeNames(record, hash, readNames(document, document.article(record.index), baseOf(document.lines, start), nameModel()));
    }
  }
  atOnce(library.names.linking());
  library.view = new EntityView(library.names);
  atOnce(library.describe());
}

const queries = [
  "ferry",
  "peace talks",
  '"night work"',
  "person:marden",
  "said:marden",
  "said:kern lissen",
  'quote:"would follow"',
  "source:courier",
  "is:duplicate",
  "date:2021-06",
  "file:sub",
  "place:lissen",
  "",
];

/** Everything that is asked of a library, in an order that does not depend on how it came to be. */
export function answers(library: Library): object {
  const { corpus, engine, related, view } = library;
  const ids = [...corpus.articles()].map(articleId).sort();
  return {
    shared: ids.map((id) => library.sharedLinesOf(id)?.fingerprint ?? 0),
    records: [...corpus.articles()].sort((a, b) => (articleId(a) < articleId(b) ? -1 : 1)).map((record) => [record, corpus.dateOf(record)]),
    found: queries.map((query) => {
      const answer = engine.search(
        { query: parseQuery(query), filters: [], sort: "newest", offset: 0, limit: 1000, fold: false },
        neverCancelled,
      );
      return [
        query,
        answer?.total,
        answer?.hits.map(({ id, score }) => [id, score.toFixed(6)]).sort(),
        Object.entries(answer?.facets ?? {}).map(([name, counts]) => [name, counts.map(({ value, count }) => `${value} ${count}`).sort()]),
      ];
    }),
    related: ids.map((id) => [
      id,
      related.duplicatesOf(id),
      related.groupOf(id),
      related.related(id, 5, null),
      [...related.listedBy(id)].sort(),
      related.facts(id),
    ]),
    names: [...view.ids()].sort().map((id) => {
      const entity = view.entity(id);
      return [id, entity?.name, entity?.type, entity?.articles, entity?.mentions, entity?.forms];
    }),
    mentions: ids.map((id) => library.names.article(id)?.groups),
    quotations: ids.map((id) => library.names.quotationsOf(library.names.numberOf(id))),
  };
}

/** A library of these files alone. */
export function fresh(files: ReadonlyMap<string, string>): Library {
  const library = new Library();
  library.roots = ["file:///c"];
  for (const [uri, text] of [...files].sort()) takeFile(library, uri, text, text);
  settle(library, (uri) => files.get(uri));
  return library;
}
