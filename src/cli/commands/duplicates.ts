import { terminalText } from "../../core/text/escape";
import type { Command } from "commander";
import type { DuplicatePair } from "../../core/related/duplicates/duplicatePairs";
import type { Context } from "../context";
import { loadCorpus } from "../loadCorpus";
import { placeOf, placeText, readRelated, type LoadedRelated, type PlaceJson } from "../readRelated";
import { JsonList } from "../jsonList";

/** What `duplicates --json` says of one pair; the names are a promise. */
interface DuplicateJson {
  readonly a: PlaceJson;
  readonly b: PlaceJson;
  /** Jaccard similarity of the word 5-grams of the bodies, 0..1. */
  readonly similarity: number;
  /** The share of the smaller body's word 3-grams that the other has, 0..1. */
  readonly containment: number;
  readonly kind: "same" | "edited" | "excerpt";
  /** The probable original; null where nothing tells. */
  readonly original: "a" | "b" | null;
}

const EXAMPLES = `
Only the bodies are compared: headlines, datelines, lists and site text do not count. Each pair is there once.
"kind" is same (but for a few words), edited, or excerpt (one has a part of the other).

Examples:
  corpus-navigator duplicates clippings
  corpus-navigator duplicates clippings --json > duplicates.json`;

/** `duplicates FOLDER [--json]`: which articles are copies of which. */
export function addDuplicates(program: Command, context: Context): void {
  program
    .command("duplicates")
    .summary("list the near-duplicates of a folder or a bundle")
    .description("Lists the pairs of articles that have the same text, an edited copy of it, or a part of it.")
    .argument("<folder>", "a folder, or a single file")
    .option("--json", "one array with every pair")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, { json }: { readonly json?: true }) => {
      const loaded = await readRelated(await loadCorpus(folder, context), context);
      const pairs = pairsOf(loaded);
      if (json === true) await JsonList.write(context.terminal, pairs);
      else await writeTable([...pairs], context);
    });
}

function* pairsOf({ related, articles }: LoadedRelated): Generator<DuplicateJson> {
  for (const pair of related.duplicates.pairs()) {
    const a = articles.get(pair.a);
    const b = articles.get(pair.b);
    if (a === undefined || b === undefined) continue;
    const { similarity, containment, kind } = rounded(pair);
    yield { a: placeOf(a), b: placeOf(b), similarity, containment, kind, original: related.originalOf(pair) };
  }
}

function rounded({ similarity, containment, kind }: DuplicatePair): Pick<DuplicatePair, "similarity" | "containment" | "kind"> {
  return { similarity: Number(similarity.toFixed(4)), containment: Number(containment.toFixed(4)), kind };
}

async function writeTable(pairs: readonly DuplicateJson[], { terminal }: Context): Promise<void> {
  for (const { a, b, similarity, kind, original } of pairs) {
    const [first, second, arrow] = original === "b" ? [b, a, "→"] : [a, b, original === "a" ? "→" : "–"];
    const percent = `${Math.round(100 * similarity)} %`.padStart(5);
    await terminal.write(`${percent}  ${kind.padEnd(7)}  ${terminalText(placeText(first))} ${arrow} ${terminalText(placeText(second))}\n`);
  }
  if (pairs.length === 0) terminal.complain("No near-duplicates found.");
}
