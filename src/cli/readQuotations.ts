import type { QuotationKind, SpeakerForm } from "../core/quotations/quotation";
import { quotationWords, sameQuotations } from "../core/quotations/sameQuotations";
import { quotationsOfArticle } from "../core/quotations/quotationsOfArticle";
import type { CancellationToken } from "../core/util/cancellation";
import { fold } from "../core/text/fold";
import { Failure } from "./failure";
import type { LoadedEntities } from "./readEntities";

export interface QuotationPlace {
  readonly file: string;
  readonly key: string | null;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What `quotations --json` says of one quotation; the names are a promise. Lines are 1-based. */
export interface QuotationRecord extends QuotationPlace {
  readonly kind: QuotationKind;
  readonly text: string;
  readonly cue: TextSpan | null;
  readonly speaker: (TextSpan & { readonly entity: string | null; readonly kind: SpeakerForm }) | null;
  readonly places: readonly QuotationPlace[];
}

/** All quotations of a corpus in the order of its texts; with `speaker`, only those of the entities that it names. */
export function quotationsIn(loaded: LoadedEntities, speaker: string | null, token: CancellationToken): readonly QuotationRecord[] {
  const { files, corpus, index, view } = loaded;
  const records: QuotationRecord[] = [];
  const dates: string[] = [];
  for (const { uri, path, document } of files) {
    if (token.isCancellationRequested) throw new Failure("Cancelled.");
    for (const [at, record] of corpus.articlesOf(uri).entries()) {
      const named = index.articleAt(uri, at);
      const slot = document.slots[at];
      if (named === null || slot === undefined) continue;
      const text = document.text;
      const date = record.date?.iso ?? "9999";
      const spanOf = ({ start, end }: { readonly start: number; readonly end: number }): TextSpan => ({
        start,
        end,
        text: text.slice(start, end),
      });
      for (const quotation of quotationsOfArticle(named.names, slot.span.start)) {
        const mention = quotation.speaker?.mention ?? null;
        const entity = mention === null ? null : view.idOfMention(named, mention);
        records.push({
          file: path,
          key: record.key,
          line: document.lines.lineAt(quotation.start) + 1,
          kind: quotation.kind,
          ...spanOf(quotation),
          cue: quotation.cue === null ? null : spanOf(quotation.cue),
          speaker: quotation.speaker === null ? null : { ...spanOf(quotation.speaker), entity, kind: quotation.speaker.form },
          places: [],
        });
        dates.push(date);
      }
    }
  }
  const group = sameQuotations(records.map(({ text }) => ({ words: quotationWords(text) })));
  const members = new Map<number, number[]>();
  for (const [at, root] of group.entries()) {
    const list = members.get(root);
    if (list === undefined) members.set(root, [at]);
    else list.push(at);
  }
  const wanted = speaker === null ? null : speakersNamed(loaded, speaker);
  const needle = speaker === null ? "" : fold(speaker);
  const result: QuotationRecord[] = [];
  for (const [at, record] of records.entries()) {
    if (wanted !== null) {
      const { entity = null, text = "" } = record.speaker ?? {};
      if (!(entity !== null ? wanted.has(entity) : ` ${fold(text)} `.includes(` ${needle} `))) continue;
    }
    const places = (members.get(group[at] ?? at) ?? [])
      .filter((other) => other !== at)
      .sort((a, b) => ((dates[a] ?? "") < (dates[b] ?? "") ? -1 : dates[a] === dates[b] ? a - b : 1))
      .flatMap((other): QuotationPlace[] => {
        const one = records[other];
        return one === undefined || (one.file === record.file && one.key === record.key)
          ? []
          : [{ file: one.file, key: one.key, line: one.line, start: one.start, end: one.end }];
      });
    result.push({ ...record, places });
  }
  return result;
}

/** The ids of the entities that a reader means by `name`: one of their names is this, or has its words. */
function speakersNamed({ view }: LoadedEntities, name: string): ReadonlySet<string> {
  const needle = ` ${fold(name)} `;
  const exact = new Set<string>();
  const partly = new Set<string>();
  for (const id of view.ids()) {
    const entity = view.entity(id);
    if (entity === null) continue;
    const names = [entity.name, ...entity.forms.map(([form]) => form)].map((one) => ` ${fold(one)} `);
    if (id === name || names.includes(needle)) exact.add(id);
    else if (names.some((one) => one.includes(needle))) partly.add(id);
  }
  return exact.size > 0 ? exact : partly;
}
