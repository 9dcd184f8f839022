/**
 * How many of the role phrases ("UN special envoy") that readers marked are found, and how many of those found are right:
 *
 *   npm run bench:roles [-- --list]
 *
 * On the hand-annotated seeds (looked at while the rules were written) with their names given, and on the samples, whose
 * gold was written before the rules but which the rules were corrected on since, end to end: names and entities are the program's own.
 * --list names what was missed.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseDocument } from "../src/core/corpus/parseDocument";
import type { Mention, MentionType } from "../src/core/entities/mention";
import { EntityIndex } from "../src/core/entities/index/entityIndex";
import { EntityView } from "../src/core/entities/index/entityView";
import { baseOf, readNames } from "../src/core/entities/recognise/readNames";
import { loadModel } from "../src/core/entities/recognise/model";
import { extractRoles } from "../src/core/entities/roles/extractRoles";
import { Tally } from "./entities/scoring";

const root = join(__dirname, "..");
const shared = join(root, "../shared");

/** Case, white space, curly apostrophes and a leading article do not count. */
function normal(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/^(?:the|a|an) /, "")
    .trim();
}

const kinPhrase = /\b(?:brother|sister|son|daughter|father|mother|wife|husband|cousin|nephew|niece|uncle|aunt) of /u;

interface Result {
  readonly tally: Tally;
  readonly missed: string[];
  readonly extra: string[];
}

function compare(gold: ReadonlySet<string>, found: ReadonlySet<string>, result: Result): void {
  result.tally.gold += gold.size;
  result.tally.found += found.size;
  for (const one of gold) {
    if (found.has(one)) result.tally.right++;
    else result.missed.push(one);
  }
  for (const one of found) if (!gold.has(one)) result.extra.push(one);
}

function report(name: string, { tally, missed, extra }: Result): void {
  console.log(
    `${name.padEnd(28)} P ${tally.precision.toFixed(1)}  R ${tally.recall.toFixed(1)}  F1 ${tally.f1.toFixed(1)}  (${tally.gold} marked, ${tally.found} found)`,
  );
  if (!process.argv.includes("--list")) return;
  for (const one of missed) console.log(`  missed ${one}`);
  for (const one of extra) console.log(`  extra  ${one}`);
}

interface GoldSeed {
  readonly id: string;
  readonly file: string;
  readonly mentions: readonly (Omit<Mention, "score"> & { readonly type: MentionType; readonly entity: string })[];
  readonly roles: readonly { readonly entity: string; readonly phrase: string }[];
}

function seeds(): Result {
  const result: Result = { tally: new Tally(), missed: [], extra: [] };
  const documents = JSON.parse(readFileSync(join(shared, "data/seeds-entities.json"), "utf8")) as readonly GoldSeed[];
  for (const { id, file, mentions, roles } of documents) {
    const sorted = [...mentions].sort((a, b) => a.start - b.start);
    const found = extractRoles(
      readFileSync(join(shared, file), "utf8"),
      sorted.map((mention) => ({ ...mention, score: 1 })),
    ).filter(({ kind }) => kind !== "kin");
    const key = (entity: string, phrase: string): string => `${id.slice(0, 3)} ${entity}: ${normal(phrase)}`;
    compare(
      new Set(roles.map(({ entity, phrase }) => key(entity, phrase))),
      new Set(found.map(({ mention, phrase }) => key(sorted[mention]?.entity ?? "?", phrase))),
      result,
    );
  }
  return result;
}

interface GoldRole {
  readonly file: string;
  readonly key: string | null;
  readonly name: string;
  readonly phrase: string;
}

function samples(): Result {
  const loaded = loadModel(readFileSync(join(root, "models/names.bin")));
  if ("error" in loaded) throw new Error(loaded.error);
  const gold = JSON.parse(readFileSync(join(root, "test/fixtures/samples-gold.json"), "utf8")) as {
    readonly roles: readonly GoldRole[];
    readonly articles: readonly Pick<GoldRole, "file" | "key">[];
  };
  const index = new EntityIndex();
  const idOf = ({ file, key }: Pick<GoldRole, "file" | "key">): string => `${file}#${key ?? ""}`;
  for (const file of new Set(gold.articles.map((article) => article.file))) {
    const path = join(root, "samples", file);
    const document = parseDocument(readFileSync(path, "utf8"), { fileName: file.slice(file.lastIndexOf("/") + 1) });
    for (const [at, slot] of document.slots.entries()) {
      index.setArticle(
        idOf({ file, key: slot.key }),
        pathToFileURL(path).toString(),
        at,
        readNames(document, document.article(at), baseOf(document.lines, slot.span.start), loaded.model),
      );
    }
  }
  const view = new EntityView(index);
  const result: Result = { tally: new Tally(), missed: [], extra: [] };
  // The gold says roles of persons and of what else it names; others of ours are compared where it names the entity.
  const known = new Set(gold.roles.map(({ name }) => name));
  for (const article of gold.articles) {
    const id = idOf(article);
    const wanted = new Set(gold.roles.filter((role) => idOf(role) === id).map(({ name, phrase }) => `${id} ${name}: ${normal(phrase)}`));
    const indexed = index.article(id);
    const found = new Set<string>();
    for (const { mention, phrase } of indexed?.names.roles ?? []) {
      const name = indexed === null ? undefined : view.entityOfMention(indexed, mention)?.name;
      // "brother of Viktor Hallam" for "his brother" is no piece of the text, and the gold has only such.
      if (/^[\p{Ll}\s-]+ of \p{Lu}/u.test(phrase) && kinPhrase.test(phrase)) continue;
      if (name !== undefined && known.has(name)) found.add(`${id} ${name}: ${normal(phrase)}`);
    }
    compare(wanted, found, result);
  }
  return result;
}

if (existsSync(join(shared, "data"))) report("seeds, names given", seeds());
report("samples, end to end", samples());
