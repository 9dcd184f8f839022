import type { Command } from "commander";
import { quotationsIn, type QuotationRecord } from "../readQuotations";
import { terminalText } from "../../core/text/escape";
import { fit } from "../articleTable";
import type { Context } from "../context";
import { loadCorpus } from "../loadCorpus";
import { correctionsOf, readEntities } from "../readEntities";

const EXAMPLES = `
Without --json there is one line a quotation: file and line, kind, who says it, what is said.

With --json there is an array with one object a quotation, in the order of the texts:
  file, key, line     where it stands: "file" is relative, with "/"; "key" is the article's name in a bundle, else null
  kind                direct (in quotation marks), indirect ("said that …"), or mixed
  start, end, text    what was said, without quotation marks
  cue                 {start, end, text}: the reporting verb or "according to"; null where only the layout tells
  speaker             {start, end, text, entity, kind} or null: "entity" is the id that "entities --json" gives it, null where the
                      article does not tell; "kind" is name, role or pronoun
  places              [{file, key, line, start, end}]: where else the same words stand, the earliest first
Offsets are UTF-16 code units from the start of the decoded file, without its byte order mark; "end" is exclusive.

Examples:
  corpus-navigator quotations clippings
  corpus-navigator quotations clippings --speaker Lavrov
  corpus-navigator quotations --json clippings > quotations.json`;

interface Options {
  readonly json?: true;
  readonly speaker?: string;
}

/** `quotations FOLDER [--speaker NAME] [--json]`: who said what. */
export function addQuotations(program: Command, context: Context): void {
  program
    .command("quotations")
    .summary("list who said what, with where else the same words stand")
    .description("Lists the quotations of a folder (or of a bundle, or one file): direct, indirect and mixed ones, with who says them.")
    .argument("<folder>", "a folder, or a single file")
    .option("--json", "one object a quotation")
    .option("--speaker <name>", "only what this person or body says, by any of its names")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, options: Options) => {
      const loaded = await readEntities(await loadCorpus(folder, context), await correctionsOf(folder), context);
      const records = quotationsIn(loaded, options.speaker ?? null, context.token);
      await (options.json === true ? writeJson(records, context) : writeList(records, context));
    });
}

async function writeJson(records: readonly QuotationRecord[], { terminal }: Context): Promise<void> {
  const piece: string[] = [];
  for (const [at, record] of records.entries()) {
    piece.push(`${at === 0 ? "[\n" : ",\n"}${JSON.stringify(record)}`);
    if (piece.length < 2000) continue;
    await terminal.write(piece.splice(0).join(""));
  }
  await terminal.write(`${piece.join("")}${records.length === 0 ? "[" : ""}\n]\n`);
}

async function writeList(records: readonly QuotationRecord[], { terminal }: Context): Promise<void> {
  const lines = records.map(({ file, key, line, kind, speaker, text }) => {
    const place = `${terminalText(key === null ? file : `${file}#${key}`)}:${line}`;
    return `${place}  ${kind.padEnd(8)}  ${fit(terminalText(speaker?.text ?? "–"), 28)}  ${terminalText(text.replace(/\s+/gu, " "))}`.trimEnd();
  });
  if (lines.length > 0) await terminal.write(`${lines.join("\n")}\n`);
  else terminal.complain("No quotations found.");
}
