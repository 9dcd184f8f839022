import type { CitedHit } from "../../../core/search/show/citedHit";
import { snippetsOf } from "../../../core/search/show/snippets";
import type { CancellationToken } from "../../../core/util/cancellation";
import type { SearchQuestion } from "../../../protocol/search";
import { throwIfCancelled } from "../../reading/scheduler";
import type { Services } from "../../main/services";
import { ask } from "./answer";
import { foundText, labelOf, type FoundText } from "./foundTexts";

/** More is no list to read or to paste; who needs all has the command line. */
const mostHits = 10_000;
const snippetsEach = 3;

/** A hit as it is cited, and its text. */
export interface Cited {
  readonly hit: CitedHit;
  readonly found: FoundText;
}

/** All hits, one after the other, each read when it is asked for. Rejects when cancelled. */
export async function* citedHits(services: Services, question: SearchQuestion, token: CancellationToken): AsyncGenerator<Cited> {
  const slices = services.scheduler.slices();
  const {
    answer: { hits, highlight },
  } = await ask(services, question, { offset: 0, limit: mostHits, fold: false }, slices, token);
  for (const { id, partial } of hits) {
    const found = await foundText(services, id, highlight, token);
    if (found !== null) yield { hit: cited(services, found, partial), found };
    if (slices.over) await slices.next(token);
    throwIfCancelled(token);
  }
}

function cited(services: Services, found: FoundText, partial: boolean): CitedHit {
  const { summary, record, rangeOf, text, matches } = found;
  const snippets = text === null ? [] : snippetsOf(text, matches, snippetsEach);
  const place = snippets.find(({ marks }) => marks.length > 0)?.place;
  const { line } = (place === undefined ? summary.selection : rangeOf(place)).start;
  return {
    title: summary.displayTitle,
    source: summary.publisher ?? summary.agency,
    date: summary.datePublished,
    url: record?.url ?? null,
    file: labelOf(services, found),
    line: line + 1,
    snippets: snippets.map(({ text: shown, marks }) => ({ text: shown, marks })),
    partial,
  };
}
