/**
 * How often the check of a draft is right, on cases planted from the sample corpus (and, where they are, the seeds): `npm run bench:check`.
 * Quotations are taken over word for word, with one word changed, in another's mouth; figures, names and roles likewise; and
 * some are invented. Half of the cases (by a hash of their text) is for development, half for testing.
 */
import { existsSync } from "node:fs";
import * as path from "node:path";
import { checkDraft } from "../src/core/check/checkDraft";
import type { Verdict } from "../src/core/check/finding";
import { neverCancelled } from "../src/core/util/cancellation";
import type { Context } from "../src/cli/context";
import { loadCorpus } from "../src/cli/loadCorpus";
import { checkedCorpus } from "../src/cli/readChecked";
import { quotationsIn, type QuotationRecord } from "../src/cli/readQuotations";
import { correctionsOf, readEntities } from "../src/cli/readEntities";
import { readModel } from "../src/cli/readModel";
import { quantitiesIn } from "../src/core/check/quantities";
import { sentenceSpans } from "../src/core/check/draft";

interface Planted {
  readonly sort: string;
  readonly draft: string;
  /** The passage in the draft that is judged. */
  readonly passage: string;
  readonly kind: string;
  readonly want: readonly Verdict[];
}

const root = path.join(__dirname, "..");
const context: Context = {
  token: neverCancelled,
  terminal: { write: () => Promise.resolve(), complain: () => undefined, width: 100, isColoured: false },
};

/** Half the cases by a small hash (FNV-1a), so that they stay where they are. */
function isTest(text: string): boolean {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash >>> 8) & 1) === 1;
}

const replacements: Readonly<Record<string, string>> = {
  is: "was",
  are: "were",
  will: "would",
  has: "had",
  have: "had",
  was: "is",
  were: "are",
  no: "little",
  nobody: "somebody",
  good: "bad",
  year: "month",
  water: "money",
  never: "always",
  all: "some",
  one: "two",
};
const fillers = ["seven", "harbour", "quietly", "yesterday", "mountain", "perhaps"];

function changed(words: string, how: "word" | "tense"): string | null {
  const parts = words.split(" ");
  const middle = parts.findIndex(
    (word, at) =>
      at > 0 && (how === "tense" ? /^(?:is|are|will|has|have|was|were)$/u : /^(?:no|nobody|good|year|water|never|all|one)$/u).test(word),
  );
  if (middle >= 0) return parts.with(middle, replacements[parts[middle] ?? ""] ?? "").join(" ");
  return how === "tense" || parts.length < 6
    ? null
    : parts.with(Math.floor(parts.length / 2), fillers[parts.length % fillers.length] ?? "").join(" ");
}

/** Two letters of a name's last word swapped, or one exchanged. */
function misspelled(name: string): string | null {
  const word = name.split(" ").at(-1) ?? "";
  if (!/^\p{Lu}\p{Ll}{4,}$/u.test(word)) return null;
  const at = Math.floor(word.length / 2);
  const slip =
    word.length % 2 === 0
      ? `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`
      : `${word.slice(0, -1)}${word.endsWith("f") ? "v" : "f"}`;
  return slip === word ? null : `${name.slice(0, -word.length)}${slip}`;
}

async function main(): Promise<void> {
  const folders = [path.join(root, "samples"), path.join(root, "../shared/seeds")].filter((folder) => existsSync(folder));
  if (folders.length < 2) console.log("skipped: the seeds (../shared/seeds)");
  const totals = new Map<string, { right: number; all: number; wrong: string[] }>();
  for (const folder of folders) {
    const loaded = await readEntities(await loadCorpus(folder, context), await correctionsOf(folder), context);
    const corpus = checkedCorpus(loaded, context);
    const model = readModel();
    const cases: Planted[] = [];
    const direct = quotationsIn(loaded, null, neverCancelled).filter(
      ({ kind, speaker, text }) => kind === "direct" && (speaker?.entity ?? null) !== null && text.split(/\s+/u).length >= 5,
    );
    const nameOf = (record: QuotationRecord): string => loaded.view.entity(record.speaker?.entity ?? "")?.name ?? "";
    const people = [...new Set(direct.filter(({ speaker }) => speaker?.entity?.startsWith("PER") === true).map(nameOf))];
    for (const [at, record] of direct.entries()) {
      const said = record.text
        .replace(/\s+/gu, " ")
        .replace(/[.,!?]+$/u, "")
        .replace(/["“”]/gu, "'");
      const name = nameOf(record);
      if (name === "" || record.places.length > 6) continue;
      const sentence = (words: string, who: string): string => `“${words},” ${who} said at the weekend.`;
      cases.push({ sort: "verbatim", draft: sentence(said, name), passage: said, kind: "quotation", want: ["verbatim"] });
      for (const how of ["word", "tense"] as const) {
        const other = changed(said, how);
        if (other !== null)
          cases.push({
            sort: how === "word" ? "one word changed" : "tense changed",
            draft: sentence(other, name),
            passage: other,
            kind: "quotation",
            want: ["altered"],
          });
      }
      const another = people[(at + 3) % people.length] ?? "";
      if (another !== name && another !== "")
        cases.push({
          sort: "speaker exchanged",
          draft: sentence(said, another),
          passage: said,
          kind: "quotation",
          want: ["somebody-else"],
        });
      const invented = said
        .split(" ")
        .map(
          (_, word) =>
            ["marble", "seldom", "kitchens", "borrow", "violet", "ladders", "under", "thirteen", "orchard", "moons"][
              (word * 7 + at) % 10
            ] ?? "",
        )
        .join(" ");
      cases.push({ sort: "invented", draft: sentence(invented, name), passage: invented, kind: "quotation", want: ["not-in-corpus"] });
    }
    for (const person of new Set(
      [...loaded.view.ids()].flatMap((id) => {
        const entity = loaded.view.entity(id);
        return entity?.type === "PER" && entity.articles >= 2 && entity.name.includes(" ") ? [entity.name] : [];
      }),
    )) {
      cases.push({
        sort: "name as it is",
        draft: `${person} arrived late in the evening and left before noon.`,
        passage: person,
        kind: "name",
        want: ["as-in-corpus"],
      });
      const slip = misspelled(person);
      if (slip !== null)
        cases.push({
          sort: "name misspelled",
          draft: `${slip} arrived late in the evening and left before noon.`,
          passage: slip,
          kind: "name",
          want: ["spelled-otherwise"],
        });
      cases.push({
        sort: "role invented",
        draft: `Chief goalkeeper ${person} arrived late in the evening.`,
        passage: "Chief goalkeeper",
        kind: "role",
        want: ["other-role", "not-in-corpus"],
      });
    }
    let figures = 0;
    for (const file of loaded.files) {
      const { text } = file.document;
      for (const [at] of file.document.slots.entries()) {
        const paragraphs = file.document.article(at).paragraphs.flatMap(({ pieces }) => {
          const [first, last] = [pieces[0], pieces.at(-1)];
          return first && last ? [{ start: first.start, end: last.end }] : [];
        });
        for (const span of sentenceSpans(text, paragraphs)) {
          const sentence = text.slice(span.start, span.end).replace(/\s+/gu, " ");
          const [quantity] = quantitiesIn(sentence, 0, sentence.length);
          if (
            quantity === undefined ||
            /["“”]/u.test(sentence) ||
            !/^\D*\d[\d,]*/u.test(sentence.slice(quantity.start, quantity.end)) ||
            figures > 60
          )
            continue;
          figures++;
          const written = sentence.slice(quantity.start, quantity.end);
          cases.push({ sort: "figure as it is", draft: sentence, passage: written, kind: "number", want: ["as-in-corpus"] });
          const other = written.replace(/\d[\d,]*/u, (digits) => String(Number(digits.replaceAll(",", "")) * 3 + 17));
          cases.push({
            sort: "figure changed",
            draft: sentence.replace(written, other),
            passage: other,
            kind: "number",
            want: ["other-figure"],
          });
        }
      }
    }
    for (const { sort, draft, passage, kind, want } of cases) {
      const findings = checkDraft(draft, corpus, model, null, neverCancelled);
      const found = findings.find(
        (one) => one.kind === kind && (one.text.includes(passage) || passage.includes(one.text.replace(/[.,!?]+$/u, ""))),
      );
      const half = isTest(draft) ? "test" : "development";
      for (const key of [`${half}: ${sort}`, `${half}: all`]) {
        const total = totals.get(key) ?? { right: 0, all: 0, wrong: [] };
        total.all++;
        if (found !== undefined && want.includes(found.verdict)) total.right++;
        else if (half === "development") total.wrong.push(`${found?.verdict ?? "nothing"}: ${draft}`);
        totals.set(key, total);
      }
    }
  }
  for (const [key, { right, all, wrong }] of [...totals].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`${key.padEnd(32)} ${String(right).padStart(4)} of ${String(all).padStart(4)}  ${((100 * right) / all).toFixed(1)} %`);
    if (process.argv.includes("--wrong") && !key.endsWith(": all")) for (const line of wrong) console.log(`    ${line}`);
  }
}

void main();
