import { promises as fs } from "node:fs";
import * as path from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { checkDraft } from "../../core/check/checkDraft";
import { type CheckedKind, type DiffPart, type Finding, type Verdict, warnings } from "../../core/check/finding";
import { articleId } from "../../core/corpus/articleRecord";
import { LineIndex } from "../../core/text/lineIndex";
import { terminalText } from "../../core/text/escape";
import { messageOf } from "../../core/util/errorText";
import { decode } from "../../server/files/io/decode";
import type { Context } from "../context";
import { Failure, WarningsFound } from "../failure";
import { loadCorpus } from "../loadCorpus";
import { checkedCorpus } from "../readChecked";
import { correctionsOf, type LoadedEntities, readEntities } from "../readEntities";
import { readModel } from "../readModel";

const EXAMPLES = `
Each quotation, name with its role, number with what it counts, and date of the draft gets a verdict:
  quotation  verbatim, altered, somebody-else, not-in-corpus
  name       as-in-corpus, spelled-otherwise, not-in-corpus
  role       as-in-corpus, other-role, not-in-corpus
  number     as-in-corpus, other-figure, not-in-corpus
  date       as-in-corpus, other-date, not-in-corpus
"Not in corpus" does not say that it is wrong. Without --json what stands in the corpus as written is left out, unless --all.

With --json there is an array: {line, start, end, text, kind, verdict, evidence: [{file, key, line, start, end, text, diff?}], note}.
"start" and "end" are UTF-16 code units, of the draft or of the evidence's file; lines are counted from 1; "diff" lists what
is the same, only in the draft, or only in the source, word by word.

Exit code 3 says that something is altered, said by somebody else, or otherwise in the corpus.

Examples:
  corpus-navigator check draft.md clippings
  corpus-navigator check --json draft.md clippings --date 2024-05-03`;

/** What `check --json` says of a passage; the names are a promise. */
export interface FindingJson {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: CheckedKind;
  readonly verdict: Verdict;
  readonly evidence: readonly EvidenceJson[];
  readonly note: string;
}

export interface EvidenceJson {
  readonly file: string;
  readonly key: string | null;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly diff?: readonly DiffPart[];
}

interface Options {
  readonly json?: true;
  readonly all?: true;
  readonly date?: string;
}

/** `check DRAFT FOLDER [--json]`: what of a draft stands in the corpus, and what stands there otherwise. */
export function addCheck(program: Command, context: Context): void {
  program
    .command("check")
    .summary("check the quotations, names, figures and dates of a draft against a corpus")
    .description("Checks a draft (plain text or Markdown) against the articles of a folder, of a bundle, or of one file.")
    .argument("<draft>", "the text to check; it is no part of the corpus")
    .argument("<folder>", "a folder, or a single file")
    .option("--json", "one object a passage")
    .option("--all", "list what stands in the corpus as written, too")
    .option("--date <day>", "the day from which words such as “on Monday” are read, YYYY-MM-DD", day)
    .addHelpText("after", EXAMPLES)
    .action(async (draft: string, folder: string, options: Options) => {
      const text = await readDraftFile(draft);
      const loaded = await readEntities(await loadCorpus(folder, context, path.resolve(draft)), await correctionsOf(folder), context);
      const findings = checkDraft(text, checkedCorpus(loaded, context), readModel(), options.date ?? null, context.token);
      const records = recordsOf(text, findings, loaded);
      await (options.json === true
        ? context.terminal.write(`${JSON.stringify(records, null, 1)}\n`)
        : writeList(draft, records, options.all === true, context));
      if (findings.some(({ verdict }) => warnings.has(verdict))) throw new WarningsFound();
    });
}

function day(value: string): string {
  if (!/^\d{4}-\d\d-\d\d$/u.test(value) || Number.isNaN(Date.parse(value)))
    throw new InvalidArgumentError("A day is needed, as in 2024-05-03.");
  return value;
}

async function readDraftFile(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await fs.readFile(file);
  } catch (error) {
    throw new Failure(`${terminalText(file)} cannot be read: ${messageOf(error)}`);
  }
  const decoded = decode(bytes);
  if (!decoded.ok) throw new Failure(`${terminalText(file)} is no text.`);
  return decoded.file.text;
}

function recordsOf(text: string, findings: readonly Finding[], { files, corpus }: LoadedEntities): readonly FindingJson[] {
  const lines = new LineIndex(text);
  const places = new Map(
    files.flatMap((file) => corpus.articlesOf(file.uri).map((record) => [articleId(record), { file, key: record.key }] as const)),
  );
  return findings.map(({ kind, verdict, start, end, text: words, evidence, note }) => ({
    line: lines.lineAt(start) + 1,
    start,
    end,
    text: words,
    kind,
    verdict,
    evidence: evidence.flatMap((one): EvidenceJson[] => {
      const place = places.get(one.article);
      if (place === undefined) return [];
      const { document, path: name } = place.file;
      return [
        {
          file: name,
          key: place.key,
          line: document.lines.lineAt(one.start) + 1,
          start: one.start,
          end: one.end,
          text: one.text,
          ...(one.diff && { diff: one.diff }),
        },
      ];
    }),
    note,
  }));
}

async function writeList(draft: string, records: readonly FindingJson[], all: boolean, { terminal }: Context): Promise<void> {
  const shown = records.filter(({ verdict }) => all || (verdict !== "verbatim" && verdict !== "as-in-corpus"));
  const lines = shown.flatMap(({ line, kind, verdict, text, note, evidence }) => [
    `${terminalText(draft)}:${line}  ${verdict.padEnd(17)}  ${kind.padEnd(9)}  ${terminalText(text.replace(/\s+/gu, " "))}`,
    `    ${terminalText(note)}`,
    ...evidence.slice(0, 2).map(({ file, key, line: there, text: words, diff }) => {
      const said =
        diff === undefined
          ? words
          : diff
              .map((part) => (part.kind === "same" ? part.text : part.kind === "draft" ? `[+${part.text}]` : `[-${part.text}]`))
              .join(" ");
      return `    ${terminalText(key === null ? file : `${file}#${key}`)}:${there}  ${terminalText(said.replace(/\s+/gu, " "))}`;
    }),
  ]);
  if (lines.length > 0) await terminal.write(`${lines.join("\n")}\n`);
  const count = (wanted: (verdict: Verdict) => boolean): number => records.filter(({ verdict }) => wanted(verdict)).length;
  const warned = count((verdict) => warnings.has(verdict));
  const missing = count((verdict) => verdict === "not-in-corpus");
  terminal.complain(
    `${records.length} passages checked: ${records.length - warned - missing} stand in the corpus, ${warned} otherwise, ${missing} not.`,
  );
}
