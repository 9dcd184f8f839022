import { counted } from "../../../core/text/readableCount";
import { readableDate } from "../../../core/dates/readableDate";
import { comparableWords } from "../../../core/check/comparableWords";
import type { DiffPart } from "../../../core/check/finding";
import { findNear } from "../../../core/check/quotationMatch";
import type { QuotationInCorpus } from "../../../core/quotations/corpusQuotations";
import type { LocalQuotation } from "../../../core/quotations/localQuotation";
import type { SpokenQuotation } from "../../../core/quotations/spokenIn";
import { markdownLabel, markdownText } from "../../../core/text/escape";
import { oneLine } from "../../../core/text/oneLine";
import { entityCommand } from "../../../protocol/entities";
import type { SaidPlace } from "../../../protocol/quotations";
import { commandLink } from "../entities/markdown";
import type { OpenArticle } from "../entities/nameService";
import type { Services } from "../../main/services";
import { type QuotationService, type ReadQuotation, speakerOf } from "./quotationService";

const placesShown = 5;
const placesRead = 12;
const otherwiseShown = 3;
/** Two wordings of one quotation share so much. */
const leastLike = 0.3;
/** Of a comparison so many words stand around what differs. */
const around = 6;

const kinds = { direct: "quoted", indirect: "reported", mixed: "reported, in part quoted" } as const;

/** The quotation of an open article that an offset of its document is in, the innermost; null for none. */
export function quotationAt({ article, base }: OpenArticle, offset: number): LocalQuotation | null {
  const at = offset - base.offset;
  const around = article.names.quotations.filter(({ start, end }) => start <= at && at <= end);
  return around.reduce<LocalQuotation | null>(
    (best, one) => (best === null || one.end - one.start < best.end - best.start ? one : best),
    null,
  );
}

/** Who says it, where else it stands, and where it is worded otherwise: as Markdown. */
export async function quotationCard(
  { names, quotations }: Pick<Services, "names"> & { readonly quotations: QuotationService },
  text: string,
  { article, base }: OpenArticle,
  quotation: LocalQuotation,
): Promise<string> {
  const mention = quotation.speaker?.mention ?? null;
  const speaker = mention === null ? null : names.entityOf(article, mention);
  const form = mention === null ? null : (article.names.forms[article.names.formOf[mention] ?? -1] ?? null);
  const spoken: SpokenQuotation = { quotation, speaker, form };
  const who = speakerOf(spoken);
  const { cue } = quotation;
  const verb =
    cue === null ? "" : ` · *${markdownText(oneLine(text, { start: cue.start + base.offset, end: cue.end + base.offset }, 40))}*`;
  const name =
    who === null
      ? "**Said by somebody whom this article does not name**"
      : who.id === null
        ? `**${markdownLabel(who.name)}**`
        : `**${commandLink(who.name, entityCommand.openPage, { id: who.id })}**`;
  const parts = [`❝ ${name} · ${kinds[quotation.kind]}${verb}`];
  const others = quotations.elsewhere(article, quotation);
  const read = (await Promise.all(others.slice(0, placesRead).map(async (one) => ({ one, read: await quotations.read(one) })))).flatMap(
    ({ one, read: found }) => (found === null ? [] : [{ one, found }]),
  );
  const own = text.slice(quotation.start + base.offset, quotation.end + base.offset);
  const words = comparableWords(own).words.join(" ");
  const same = read.filter(({ found }) => comparableWords(found.written).words.join(" ") === words);
  const hidden = others.length - read.length;
  if (same.length > 0) {
    const shown = same.slice(0, placesShown).map(({ found }) => placeLink(found.place));
    const more = same.length - shown.length + hidden;
    parts.push(`Also in ${shown.join(" · ")}${more > 0 ? ` · ${counted(more, "more place")}` : ""}`);
  }
  parts.push(
    ...otherwise(
      own,
      read.filter((one) => !same.includes(one)),
    ),
  );
  return parts.join("\n\n");
}

/** Each other wording once: what is left out struck through, what is put in bold. */
function otherwise(own: string, read: readonly { readonly one: QuotationInCorpus; readonly found: ReadQuotation }[]): readonly string[] {
  const seen = new Map<string, { readonly diff: string; readonly places: SaidPlace[] }>();
  for (const { found } of read) {
    const words = comparableWords(found.written);
    const key = words.words.join(" ");
    const known = seen.get(key);
    if (known !== undefined) {
      known.places.push(found.place);
      continue;
    }
    const near = findNear(found.written, words, own, leastLike);
    if (near === null) continue;
    // What the other has in front of and behind what is alike.
    const { written } = found;
    const before = written.slice(0, words.starts[near.from] ?? written.length).trim();
    const behind = near.to === 0 ? "" : written.slice(words.ends[near.to - 1] ?? written.length).trim();
    const more = (piece: string): readonly DiffPart[] => {
      const text = piece.replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, "");
      return text === "" ? [] : [{ kind: "source", text }];
    };
    const diff = [...more(before), ...near.diff, ...more(behind)];
    seen.set(key, { diff: diff.map(inWords).join(" "), places: [found.place] });
  }
  return [...seen.values()]
    .slice(0, otherwiseShown)
    .map(({ diff, places }) => `Otherwise in ${places.slice(0, placesShown).map(placeLink).join(" · ")}: “${diff}”`);
}

function inWords({ kind, text }: DiffPart): string {
  if (kind === "draft") return `~~${markdownText(text)}~~`;
  const words = text.replace(/\s+/gu, " ").split(" ");
  if (kind === "source")
    return `**${markdownText(words.length <= 4 * around ? words.join(" ") : `${words.slice(0, 4 * around).join(" ")} …`)}**`;
  return markdownText(words.length <= 2 * around + 1 ? text : `${words.slice(0, around).join(" ")} … ${words.slice(-around).join(" ")}`);
}

function placeLink({ uri, range, source, date, title }: SaidPlace): string {
  const words = [source ?? title, date === null ? "" : readableDate(date)].filter((part) => part !== "").join(", ");
  return commandLink(words, entityCommand.openAt, { uri, range });
}
