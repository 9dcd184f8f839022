import { checkDraft } from "../check/checkDraft";
import { knownCorpus } from "../check/knownCorpus";
import { articleId, sourceOf } from "../corpus/articleRecord";
import type { ParsedDocument } from "../corpus/parseDocument";
import { findEntities } from "../entities/index/findEntities";
import type { FactsOf } from "../entities/index/articleFacts";
import { once, type QuotationInCorpus, quotationsIn } from "../quotations/corpusQuotations";
import { termsOf } from "../search/analyse/analyser";
import { agentLine } from "../text/escape";
import { fold } from "../text/fold";
import { type AgentCorpus, type Call, startOf, ToolError } from "./agentCorpus";
import { type Answer, type AnswerRecord, cursorNumber, fenced, paged } from "./answerText";

export interface QuotationArguments {
  readonly speaker?: string | undefined;
  readonly words?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export interface CheckArguments {
  readonly text: string;
  readonly speaker?: string | undefined;
}

/** So many entities may bear the speaker's name. */
const mostSpeakers = 5;
/** A check that still asks for other texts after so many rounds goes by those that it has. */
const mostRounds = 8;

/** `find_quotations`: who said what, by speaker and words; each quotation once, with where else it stands, the newest first. */
export async function findQuotations(
  corpus: AgentCorpus,
  { speaker, words, limit = 10, cursor }: QuotationArguments,
  { nonce, token }: Call,
): Promise<Answer> {
  const { library, drive, names } = corpus.door;
  const view = await names();
  const facts: FactsOf = (number) => {
    const record = corpus.numbered(view, number);
    return record === null ? null : { id: articleId(record), source: sourceOf(record), date: corpus.dateOf(record), copyOf: null };
  };
  const termsIn = (id: string, { start, end }: { readonly start: number; readonly end: number }): readonly number[] =>
    library.hasNames(id, library.known(id)?.hash ?? 0) ? Array.from(library.engine.textOf(id)?.sequence.subarray(start, end) ?? []) : [];
  const wanted = new Set(speaker === undefined ? [] : findEntities(view, speaker, mostSpeakers).map(({ id }) => id));
  const name = ` ${fold(speaker ?? "")} `;
  const isBySpeaker = (one: QuotationInCorpus): boolean =>
    speaker === undefined ||
    (one.speaker !== null ? wanted.has(one.speaker.id) : ` ${fold(one.form ?? one.quotation.phrase ?? "")} `.includes(name));
  const needles = termsOf((words ?? "").slice(0, 300));
  const hasWords = ({ id, quotation }: QuotationInCorpus): boolean => {
    if (needles.length === 0) return true;
    const text = library.engine.textOf(id);
    const said = termsIn(id, quotation.terms).map((term) => text?.dictionary.nameOf(term) ?? "");
    return needles.every((needle) => said.some((word) => word.startsWith(needle)));
  };
  const found = await drive(
    (function* () {
      const all: QuotationInCorpus[] = [];
      for (const record of corpus.corpus.articles()) {
        for (const one of quotationsIn(view, view.index.numberOf(articleId(record)), facts))
          if (isBySpeaker(one) && hasWords(one)) all.push(one);
        yield;
      }
      return all;
    })(),
    token,
  );
  const said = await drive(once(found, termsIn), token);
  const from = cursorNumber(cursor);
  const records: AnswerRecord[] = [];
  for (const { first, others } of said.slice(from, from + limit)) {
    const record = corpus.numbered(view, first.article);
    if (record === null) continue;
    const document = await corpus.document(record);
    const span = { start: startOf(document, record) + first.quotation.start, end: startOf(document, record) + first.quotation.end };
    const line = document.lines.lineAt(span.start) + 1;
    const citation = corpus.citation(record, line);
    const unresolved = first.form ?? first.quotation.phrase;
    const who =
      first.speaker !== null
        ? agentLine(first.speaker.name, 80)
        : unresolved === null
          ? "speaker not told"
          : `“${agentLine(unresolved, 80)}”`;
    const also = others.length > 0 ? ` (also in ${others.length} other place${others.length === 1 ? "" : "s"})` : "";
    const text = `${first.quotation.kind}, ${who}: ${citation}${also}\n${fenced([[line, document.text.slice(span.start, span.end)]], nonce)}`;
    records.push({ id: corpus.idOf(record), citation, text });
  }
  return paged(`${said.length} quotation${said.length === 1 ? "" : "s"}, standing in ${found.length} places; the newest first.`, records, {
    from,
    total: said.length,
  });
}

/** `check_quote`: verbatim, altered (with what differs), somebody else's, or not in the corpus. */
export async function checkQuote(corpus: AgentCorpus, { text, speaker }: CheckArguments, { nonce, token }: Call): Promise<Answer> {
  const words = text.replace(/["“”«»„]/gu, "").trim();
  if (words.split(/\s+/u).length < 3) throw new ToolError("At least three words are needed.");
  const draft = speaker === undefined ? `“${words},” it was said.` : `“${words},” ${speaker} said.`;
  const { door } = corpus;
  const view = await door.names();
  await door.prepare(new Set());
  const model = await door.model();
  // The check asks for texts as it goes: it is done again once those that were missing are read.
  const documents = new Map<string, ParsedDocument | null>();
  const check = (): { readonly findings: ReturnType<typeof checkDraft>; readonly missing: readonly string[] } => {
    const missing = new Set<string>();
    const document = (uri: string): ParsedDocument | null => {
      const known = documents.get(uri);
      if (known === undefined) missing.add(uri);
      return known ?? null;
    };
    const findings = checkDraft(draft, knownCorpus({ library: door.library, view, document, token }), model, null, token);
    return { findings, missing: [...missing] };
  };
  let { findings, missing } = check();
  for (let round = 0; round < mostRounds && missing.length > 0; round++) {
    for (const uri of missing) documents.set(uri, await door.document(uri));
    ({ findings, missing } = check());
  }
  if (token.isCancellationRequested) throw new ToolError("Cancelled.");
  const finding = findings.find(({ kind }) => kind === "quotation");
  if (finding === undefined) throw new ToolError("That is no quotation that can be checked; give the words that are quoted.");
  const records = finding.evidence.flatMap(({ article, start, text: source, diff }): AnswerRecord[] => {
    const record = corpus.corpus.article(article);
    const document = record === null ? null : (documents.get(record.uri) ?? null);
    if (record === null || document === null) return [];
    const line = document.lines.lineAt(start) + 1;
    const shown =
      diff === undefined
        ? source
        : diff
            .map((part) => (part.kind === "same" ? part.text : part.kind === "draft" ? `[yours: ${part.text}]` : `[source: ${part.text}]`))
            .join(" ");
    const citation = corpus.citation(record, line);
    return [{ id: corpus.idOf(record), citation, text: `${citation}\n${fenced([[line, shown]], nonce)}` }];
  });
  return paged(`${finding.verdict}. ${agentLine(finding.note, 300)}`, records, { from: 0, total: records.length });
}
