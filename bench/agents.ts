/**
 * What an agent gets for its calls: questions over the samples, each with the calls that a careful agent makes and the answer that a reader
 * of the articles gives. Prints for how many the answer stands in the returned text, how many characters a question costs, and
 * whether totals are those that counting the texts gives.
 *
 *   npm run bench:agents
 */
import { join } from "node:path";
import type { AgentCorpus } from "../src/core/agent/agentCorpus";
import { agentTools } from "../src/core/agent/toolList";
import { neverCancelled } from "../src/core/util/cancellation";
import { openForAgents } from "../src/cli/agentDoor";

/** A query, its results read where `reads` says so (the first hit). */
const search = (query: string, extra: object = {}): Call => ["search_articles", { query, ...extra }];
const name = (words: string): Call => ["lookup_name", { name: words }];
const said = (speaker: string, words = ""): Call => ["find_quotations", { speaker, words }];
const check = (text: string, speaker?: string): Call => ["check_quote", { text, ...(speaker !== undefined && { speaker }) }];
const phrase = (words: string): Call => ["find_mentions", { phrase: words }];
/** Reads the article that the search before it found first. */
const readFirst: Call = ["read_article", {}];

type Call = readonly [tool: string, args: object];
interface Question {
  readonly calls: readonly Call[];
  /** All of them must stand in what was returned, in any case of letters. */
  readonly answer: readonly RegExp[];
}

const questions: readonly Question[] = [
  { calls: [search("mislay page auditor")], answer: [/Sallai/u] },
  { calls: [search("Hallam sentenced"), readFirst], answer: [/six years/u] },
  { calls: [search("Stefan Hallam sentenced"), readFirst], answer: [/eight years/u] },
  { calls: [search("Hallam jailed judge"), readFirst], answer: [/Marta Ostrin/u] },
  { calls: [search("Halmir Dam height meter"), readFirst], answer: [/142-meter/u] },
  { calls: [search("Halmir Dam cost crowns"), readFirst], answer: [/3\.1 billion crowns/u] },
  { calls: [search("Amber Railway deal"), readFirst], answer: [/840 million euro/u] },
  { calls: [search("Amber Railway landslide"), readFirst], answer: [/1994/u] },
  { calls: [search("fever virus rats"), readFirst], answer: [/marsh rats/u] },
  { calls: [search("first vaccines Stenna"), readFirst], answer: [/8,000 doses/u] },
  { calls: [search("vaccine made by company Dovrin"), readFirst], answer: [/Corvane Biologics/u] },
  { calls: [search("first in line vaccine"), readFirst], answer: [/Agneta Rusk/u] },
  { calls: [search("farmers block bridge"), readFirst], answer: [/Stenna/u, /2024-06-03/u] },
  { calls: [search("ambassador recalled"), readFirst], answer: [/Henrik Sollers/u] },
  { calls: [search("Hallam resigns acting head"), readFirst], answer: [/Judith Ferency/u] },
  { calls: [search("Tarlen Basin Conference opened"), readFirst], answer: [/Palais des Nations/u] },
  { calls: [search("Maros walks out")], answer: [/2024-10-09/u] },
  { calls: [search("Hallam denied uncle of the mark")], answer: [/Interlake, 2023-05-12/u] },
  { calls: [search("mystery fever", { sort: "oldest" }), readFirst], answer: [/more than 60/u] },
  { calls: [name("Bertil Kast")], answer: [/NFU president|president/u] },
  { calls: [name("Ilka Maros")], answer: [/foreign minister/iu] },
  { calls: [name("Oskar Pell")], answer: [/health minister/iu] },
  { calls: [name("Youssef al-Hadri")], answer: [/envoy/iu] },
  { calls: [name("Hedvig Tarn")], answer: [/virologist/iu] },
  { calls: [name("Pavel Ostrin")], answer: [/energy minister/iu] },
  { calls: [name("Tomas Verhany")], answer: [/president/iu] },
  { calls: [name("Ulrike Sand")], answer: [/Ulrike Sand \(person\)/u] },
  { calls: [name("Nobody Qwertzuiop")], answer: [/names nobody/u] },
  { calls: [said("Maros", "frogs")], answer: [/cubic metre for the frogs/u] },
  { calls: [said("al-Hadri", "spilling")], answer: [/come to talk about water/u] },
  { calls: [said("Verhany", "thirty years")], answer: [/2023-03-14/u] },
  { calls: [said("Sallai", "friendly")], answer: [/asked about my garden/u] },
  { calls: [said("Brandvold")], answer: [/garden ornament/u] },
  { calls: [said("Hallam", "uncle")], answer: [/never an uncle of the mark/u] },
  { calls: [check("A cubic metre at three in the morning is a cubic metre for the frogs", "Ilka Maros")], answer: [/^verbatim/u] },
  { calls: [check("A river that crosses a border belongs to a conversation", "Ilka Maros")], answer: [/^verbatim/u] },
  { calls: [check("A river that crosses a border belongs to a conversation", "Tomas Verhany")], answer: [/^somebody-else/u] },
  { calls: [check("We have waited forty years for this river to work for us", "Tomas Verhany")], answer: [/^altered/u, /source: thirty/u] },
  { calls: [check("The dam will be torn down before the winter comes", "Pavel Ostrin")], answer: [/^not-in-corpus/u] },
  { calls: [phrase("Today we talk about rails")], answer: [/2023-10-17/u] },
  { calls: [phrase("page 41")], answer: [/2024-02-07/u] },
  { calls: [search("zeppelin harvest festival")], answer: [/^0 articles match/u] },
];

/** Words that are counted in the texts, too. */
const counted = ["frogs", "Sallai", "railway", "vaccine", "Verhany", "Geneva", "Ferency", "Stenna"];

async function main(): Promise<void> {
  const terminal = { write: () => Promise.resolve(), complain: () => undefined, width: 120 };
  const corpus = await openForAgents(join(__dirname, "../samples"), { terminal, token: neverCancelled });
  const sizes: number[] = [];
  const wrong: string[] = [];
  let largest = 0;
  for (const { calls, answer } of questions) {
    let all = "";
    let found = "";
    for (const [tool, args] of calls) {
      const { text, ids = [] } = await ask(corpus, tool, tool === "read_article" ? { id: found, ...args } : args);
      found = ids[0] ?? "";
      largest = Math.max(largest, text.length);
      all += all === "" ? text : `\n${text}`;
    }
    sizes.push(all.length);
    if (!answer.every((one) => one.test(all))) wrong.push(`${JSON.stringify(calls)}: ${all.slice(0, 160)}`);
  }
  const totals: string[] = [];
  for (const word of counted) {
    const { text } = await ask(corpus, "search_articles", { query: `"${word}"` });
    const total = Number(/^(\d+) articles match/u.exec(text)?.[1] ?? "-1");
    const own = await articlesWithWord(corpus, word);
    if (total !== own) totals.push(`${word}: ${total}, counted ${own}`);
  }
  sizes.sort((a, b) => a - b);
  console.log(`answered in the returned text   ${questions.length - wrong.length} of ${questions.length} (goal 95 %)`);
  console.log(`characters a question, median   ${sizes[sizes.length >> 1] ?? 0} (goal <= 3,000)`);
  console.log(`largest answer                  ${largest} (goal <= 9,000)`);
  console.log(`totals exact                    ${counted.length - totals.length} of ${counted.length}`);
  for (const one of [...wrong, ...totals]) console.log(`  ${one}`);
}

async function ask(corpus: AgentCorpus, name: string, args: object): Promise<{ readonly text: string; readonly ids?: readonly string[] }> {
  const tool = agentTools.find((one) => one.name === name);
  try {
    const answer = await tool?.ask(corpus, args, { nonce: "0badcafe", token: neverCancelled });
    return { text: answer?.text ?? "", ids: answer?.structured.ids ?? [] };
  } catch (error) {
    return { text: error instanceof Error ? error.message : String(error) };
  }
}

/** Found without the index: in the text of each article as it stands, accents aside. */
async function articlesWithWord(corpus: AgentCorpus, word: string): Promise<number> {
  let count = 0;
  for (const record of corpus.corpus.articles()) {
    const document = await corpus.document(record);
    const span = document.slots[record.index]?.span;
    const text = span === undefined ? "" : document.text.slice(span.start, span.end).normalize("NFD").replace(/\p{M}/gu, "");
    if (new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu").test(text)) count++;
  }
  return count;
}

void main();
