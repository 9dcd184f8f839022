import { markdownLabel, markdownText } from "../../../core/text/escape";
import { counted, readableNumber } from "../../../core/text/readableCount";
import { readableDate } from "../../../core/dates/readableDate";
import type { Entity } from "../../../core/entities/index/entity";
import type { IndexedArticle } from "../../../core/entities/index/entityIndex";
import type { RoleInTime } from "../../../core/entities/index/overview";
import { sparkline } from "../../../core/entities/index/timeline";
import { entityCommand, kindNames, type TellingSentence } from "../../../protocol/entities";
import { commandLink, lineBreak } from "./markdown";
import type { NameService } from "./nameService";
import { aliasesOf, type Summaries, type TakenName } from "./summaries";

const icons = { PER: "◉", ORG: "▣", LOC: "⌖", EVENT: "◆" } as const;
const mostRoles = 3;
const mostAliases = 4;
const mostCompanions = 4;
const longestQuote = 200;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** What a card shows beside the entity itself. */
export interface CardContext {
  readonly names: NameService;
  readonly summaries: Summaries;
  readonly sentences: readonly TellingSentence[];
  /** What it said last; null for nothing. */
  readonly said: Pick<TellingSentence, "text" | "uri" | "range" | "source" | "date"> | null;
  /** The form as written where the reader points; null for none. */
  readonly form: string | null;
  /** The article that the reader has before them. */
  readonly here: IndexedArticle | null;
  /** Why that form was taken for this person; null where it says so itself. */
  readonly taken: TakenName | null;
}

/** Who an entity is in this corpus, as Markdown of at most a dozen lines; what matters first. */
export function entityCard(entity: Entity, context: CardContext): string {
  const { names, summaries, sentences, said } = context;
  const overview = summaries.overview(entity);
  const kind = entity.id.startsWith("LOC:{") ? "country" : kindNames[entity.type];
  const lines = [`**${icons[entity.type]} ${markdownLabel(entity.name)}** · ${kind}`];
  const roles = overview.roles.slice(0, mostRoles).map(roleInWords);
  if (roles.length > 0) lines.push(roles.join(" · "));
  const aliases = aliasesOf(entity).slice(0, mostAliases);
  if (aliases.length > 0) lines.push(`also *${aliases.map((alias) => markdownLabel(alias)).join(", ")}*`);
  const copies =
    overview.copies === 0
      ? ""
      : overview.copies === 1
        ? ", 2 of them copies of one"
        : `, ${readableNumber(overview.copies)} of them copies of others`;
  const outlets = overview.outlets > 1 ? ` of ${readableNumber(overview.outlets)} outlets` : "";
  const period = periodInWords(overview.firstDate, overview.lastDate);
  const bars = sparkline(overview.timeline, 24);
  lines.push(
    [`${counted(entity.mentions, "mention")} in ${counted(entity.articles, "article")}${outlets}${copies}`, period, bars]
      .filter((part) => part !== "")
      .join(" · "),
  );
  const companions = summaries.companions(entity).slice(0, mostCompanions);
  if (companions.length > 0) {
    lines.push(
      `With ${companions.map(({ entity: other }) => commandLink(other.name, entityCommand.openPage, { id: other.id })).join(" · ")}`,
    );
  }
  const form = context.form ?? entity.name;
  if (context.taken !== null) lines.push(takenInWords(form, context.taken));
  const links = [
    commandLink("All mentions", entityCommand.showMentions, { id: entity.id }),
    commandLink("Articles about it", entityCommand.showArticles, { id: entity.id }),
    commandLink("Entity page", entityCommand.openPage, { id: entity.id }),
    commandLink("Search", entityCommand.search, { id: entity.id, name: entity.name }),
    commandLink("Not right?", entityCommand.correct, { id: entity.id, form }),
  ].join(" · ");
  const { done, total } = names.state;
  const parts = [
    lines.join(lineBreak),
    ...(said === null ? [] : [`**Said** ${sentenceInWords(said)}`]),
    ...sentences.map(sentenceInWords),
    links,
  ];
  if (done < total) parts.push(`*Names are still being read: ${readableNumber(done)} of ${readableNumber(total)} files.*`);
  return parts.join("\n\n");
}

/** What an ambiguous name may mean, one line each. */
export function bearersCard(form: string, bearers: readonly Entity[], { summaries }: Pick<CardContext, "summaries">): string {
  const lines = [`**${bearers.length} people named ${markdownLabel(form)}** · this article does not say which`];
  for (const bearer of bearers.slice(0, 8)) {
    const role = summaries.overview(bearer).roles[0]?.phrase;
    const link = commandLink(bearer.name, entityCommand.openPage, { id: bearer.id });
    lines.push(
      `${icons[bearer.type]} ${link}${role === undefined ? "" : ` · ${markdownLabel(role)}`} · ${counted(bearer.mentions, "mention")} in ${counted(bearer.articles, "article")}`,
    );
  }
  const [first] = bearers;
  if (first !== undefined) lines.push(commandLink("Say who it is", entityCommand.correct, { id: first.id, form }));
  return lines.join("\n\n");
}

/** "One of 2 people named Berg: here with A (as in 3 other articles) and B (2)". */
function takenInWords(form: string, { bearers, with: witnesses }: TakenName): string {
  const names = witnesses.map(
    ({ entity, articles }, at) =>
      `${markdownLabel(entity.name)} (${at === 0 ? `as in ${counted(articles, "other article")}` : readableNumber(articles)})`,
  );
  const last = names.pop() ?? "";
  return `*One of ${bearers} people named ${markdownLabel(form)}: here with ${names.length === 0 ? last : `${names.join(", ")} and ${last}`}*`;
}

function roleInWords({ phrase, articles, from, to }: RoleInTime): string {
  const years = from === null ? "" : from === to ? `, ${from}` : `, ${from}–${to ?? from}`;
  return `${markdownLabel(phrase)} (${readableNumber(articles)}×${years})`;
}

function sentenceInWords({ text, uri, range, source, date }: Pick<TellingSentence, "text" | "uri" | "range" | "source" | "date">): string {
  const quote = text.length <= longestQuote ? text : `${text.slice(0, longestQuote).trimEnd()}…`;
  const label = [source ?? "", date === null ? "" : readableDate(date)].filter((part) => part !== "").join(", ");
  return `“${markdownText(quote)}” ${commandLink(label === "" ? "open" : label, entityCommand.openAt, { uri, range })}`;
}

function periodInWords(first: string | null, last: string | null): string {
  if (first === null || last === null) return "";
  if (first === last) return readableDate(first);
  const [from, to] = [monthOf(first), monthOf(last)];
  if (from === to) return from;
  return first.slice(0, 4) === last.slice(0, 4) ? `${from.slice(0, 3)} – ${to}` : `${from} – ${to}`;
}

function monthOf(iso: string): string {
  return `${months[Number(iso.slice(5, 7)) - 1] ?? ""} ${iso.slice(0, 4)}`;
}
