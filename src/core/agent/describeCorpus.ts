import { articleId, sourceOf } from "../corpus/articleRecord";
import { agentLine } from "../text/escape";
import type { AgentCorpus } from "./agentCorpus";
import type { Answer } from "./answerText";

/** The query language on a few lines, for who has to write a query. */
export const queryLanguage = `words: all are wanted, inflections count; few hits are followed by partial ones
"peace talks": a phrase; -war or -"cold war": without; talks OR summit; ( )
confer*: beginnings; lavrof~: spelt alike; peace NEAR/5 talks: at most five words apart
title: body: author: source: agency: place: file: person: org: entity: what stands in a field
said:name: what somebody said; said:name ceasefire: with words in it; quote:"we have waited": words between quotation marks
date:2013-11, date:2013-05..2013-11, date:<2012, undated:
lang:en; is:duplicate; story:word of its label`;

/** `describe_corpus`: size, dates, outlets, languages, and how to ask. */
export function describeCorpus({ corpus, door: { library } }: AgentCorpus): Answer {
  const outlets = new Map<string, number>();
  const years = new Map<string, number>();
  const languages = new Map<string, number>();
  let first = "";
  let last = "";
  for (const record of corpus.articles()) {
    const day = corpus.dateOf(record);
    count(outlets, sourceOf(record));
    count(years, day?.slice(0, 4) ?? "undated");
    count(languages, library.known(articleId(record))?.fields.language ?? null);
    if (day === null) continue;
    if (first === "" || day < first) first = day;
    if (day > last) last = day;
  }
  const total = corpus.articleCount;
  return {
    text: [
      `${total} articles${first === "" ? "" : `, ${first} to ${last}`}.`,
      `Outlets: ${counted(outlets, 20)}.`,
      `Years: ${counted(years, 20)}.`,
      `Languages: ${counted(languages, 10)}.`,
      `Queries:\n${queryLanguage}`,
    ].join("\n"),
    structured: { total },
  };
}

function count(counts: Map<string, number>, name: string | null): void {
  counts.set(name ?? "unknown", (counts.get(name ?? "unknown") ?? 0) + 1);
}

function counted(counts: ReadonlyMap<string, number>, most: number): string {
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const rest = sorted.length > most ? `, and ${sorted.length - most} more` : "";
  return (
    sorted
      .slice(0, most)
      .map(([name, count]) => `${agentLine(name, 60)} ${count}`)
      .join(", ") + rest
  );
}
