import { type Command, InvalidArgumentError, Option } from "commander";
import type { Entity } from "../../core/entities/index/entity";
import { rolesOf } from "../../core/entities/index/roles";
import { usefulness } from "../../core/entities/index/usefulness";
import { correctionsPath } from "../../protocol/entities";
import { fit } from "../articleTable";
import type { Context } from "../context";
import { entityJson, mentionsOf } from "../entityJson";
import { loadCorpus } from "../loadCorpus";
import { type LoadedEntities, correctionsOf, readEntities } from "../readEntities";

const KINDS = { PER: "person", ORG: "organization", LOC: "place", EVENT: "event" } as const;
const KIND_WIDTH = 12;
const COUNT_WIDTH = 7;

/** One line an entity: kind, name, role, mentions, articles, other names, cut to `width` columns. */
function entityRow({ type, name, mentions, articles, forms }: Entity, role: string, width: number): string {
  const rest = Math.max(48, width - KIND_WIDTH - 2 * COUNT_WIDTH - 10);
  const aliases = forms
    .map(([form]) => form)
    .filter((form) => form !== name)
    .join(", ");
  return [
    fit(KINDS[type], KIND_WIDTH),
    fit(name, Math.floor(rest * 0.35)),
    fit(role, Math.floor(rest * 0.35)),
    String(mentions).padStart(COUNT_WIDTH),
    String(articles).padStart(COUNT_WIDTH),
    fit(aliases, Math.floor(rest * 0.3)),
  ]
    .join("  ")
    .trimEnd();
}

const TYPES = ["PER", "ORG", "LOC", "EVENT"] as const;

const EXAMPLES = `
Without --json there is one line an entity, the most telling first: kind, name, what the corpus says it is, mentions,
articles, other names.

With --json there is one object:
  entities  [{id, name, type: PER|ORG|LOC|EVENT, aliases, roles: [{phrase, count}], mentions, articles}]
  mentions  [{file, key, start, end, type, entity}], in the order of the texts. "start" and "end" (exclusive) are UTF-16 code
            units from the start of the decoded file, without its byte order mark; "file" is relative, with "/"; "key"
            is the article's name in a bundle, else null. "type" is that of the words there: nationality words ("Syrian")
            are MISC, and "entity" is their country; "entity" is null for words that stand for no entity.
  leftOut   [{file, reason}]: files that are not read as articles

What a reader corrected (FOLDER/${correctionsPath}) is taken into account.

Examples:
  corpus-navigator entities clippings --top 20
  corpus-navigator entities clippings --type PER
  corpus-navigator entities --json clippings > entities.json`;

interface Options {
  readonly json?: true;
  readonly type?: (typeof TYPES)[number];
  readonly top?: number;
}

/** `entities FOLDER [--json]`: who and what a corpus is about. */
export function addEntities(program: Command, context: Context): void {
  program
    .command("entities")
    .summary("list the people, organisations, places and events of a folder or a bundle")
    .description("Lists the people, organisations, places and events that the articles of a folder (or of a bundle, or one file) name.")
    .argument("<folder>", "a folder, or a single file")
    .option("--json", "one object with every entity and every mention")
    .addOption(new Option("--type <type>", "only entities of this kind, and their mentions").choices(TYPES))
    .addOption(new Option("--top <n>", "only the n most telling entities, and their mentions").argParser(positive))
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, options: Options) => {
      const loaded = await readEntities(await loadCorpus(folder, context), await correctionsOf(folder), context);
      const entities = chosen(loaded, options);
      await (options.json === true ? writeJson(loaded, entities, options, context) : writeTable(loaded, entities, context));
    });
}

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError("A whole number from 1 is needed.");
  return number;
}

/** The most telling first; ties by id. */
function chosen({ view, index }: LoadedEntities, { type, top }: Options): readonly Entity[] {
  const entities: { readonly entity: Entity; readonly worth: number }[] = [];
  for (const id of view.ids()) {
    const entity = view.entity(id);
    if (entity !== null && (type === undefined || entity.type === type))
      entities.push({ entity, worth: usefulness(entity, index.articleCount) });
  }
  entities.sort((a, b) => b.worth - a.worth || (a.entity.id < b.entity.id ? -1 : 1));
  return entities.slice(0, top).map(({ entity }) => entity);
}

/** Written in pieces: the whole may be longer than a string can be. */
async function writeJson(
  loaded: LoadedEntities,
  entities: readonly Entity[],
  options: Options,
  { terminal, token }: Context,
): Promise<void> {
  const isFiltered = options.type !== undefined || options.top !== undefined;
  const wanted = isFiltered ? new Set(entities.map((entity) => entity.id)) : null;
  let piece = '{"entities":[';
  let separator = "\n";
  const add = async (value: object): Promise<void> => {
    piece += separator + JSON.stringify(value);
    separator = ",\n";
    if (piece.length < PIECE) return;
    await terminal.write(piece);
    piece = "";
  };
  for (const entity of entities) await add(entityJson(entity, rolesOf(loaded.view, entity)));
  piece += '\n],"mentions":[';
  separator = "\n";
  for (const mention of mentionsOf(loaded, wanted)) {
    if (token.isCancellationRequested) return;
    await add(mention);
  }
  await terminal.write(`${piece}\n],"leftOut":${JSON.stringify(loaded.leftOut)}}\n`);
}

async function writeTable({ view }: LoadedEntities, entities: readonly Entity[], { terminal }: Context): Promise<void> {
  let piece = "";
  for (const entity of entities) {
    piece += `${entityRow(entity, rolesOf(view, entity)[0]?.phrase ?? "", terminal.width)}\n`;
    if (piece.length < PIECE) continue;
    await terminal.write(piece);
    piece = "";
  }
  await terminal.write(piece);
  if (entities.length === 0) terminal.complain("No entities found.");
}

/** Characters that are gathered for one write. */
const PIECE = 1 << 20;
