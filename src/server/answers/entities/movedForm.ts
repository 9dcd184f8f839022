import type { CancellationToken } from "vscode-languageserver";
import type { Entity } from "../../../core/entities/index/entity";
import type { EntitySummary, CorrectionOperation } from "../../../protocol/entities";
import type { Services } from "../../main/services";
import { placesOf, readPlace } from "./entityPlaces";

interface Counts {
  mentions: number;
  readonly articles: Set<number>;
}

type Needed = Pick<Services, "names" | "summaries" | "scheduler">;

/**
 * What is left of the entities that a split or a pin concerns, in `planCorrection`'s order, the entity that the form goes to first.
 * Nothing has to be resolved anew to say it: only the mentions that have the form move.
 */
export async function afterMove(
  services: Needed,
  operation: Extract<CorrectionOperation, { readonly type: "split" | "pin" }>,
  entities: readonly Entity[],
  token: CancellationToken,
): Promise<readonly EntitySummary[]> {
  const { summaries } = services;
  const [first, ...others] = entities;
  if (first === undefined) return [];
  const { form } = operation;
  const going: Counts = { mentions: 0, articles: new Set() };
  const left: EntitySummary[] = [];
  for (const entity of operation.type === "split" ? [first] : others) {
    const staying = await divide(services, entity, form, going, token);
    const summary = summaries.summary(entity);
    if (staying.mentions > 0)
      left.push({
        ...summary,
        mentions: staying.mentions,
        articles: staying.articles.size,
        aliases: summary.aliases.filter((alias) => !isForm(alias, form)),
      });
  }
  const target = summaries.summary(first);
  if (operation.type === "split")
    return [{ ...target, name: form.trim(), role: null, aliases: [], mentions: going.mentions, articles: going.articles.size }, ...left];
  for (const { number } of placesOf(services, first)) going.articles.add(number);
  return [{ ...target, mentions: target.mentions + going.mentions, articles: going.articles.size }, ...left];
}

/** Counts the mentions of an entity that have a form into `going`, and gives the counts of the others. */
async function divide(services: Needed, entity: Entity, form: string, going: Counts, token: CancellationToken): Promise<Counts> {
  const staying: Counts = { mentions: 0, articles: new Set() };
  const slices = services.scheduler.slices();
  for (const place of placesOf(services, entity)) {
    const read = readPlace(services, place);
    for (const mention of read?.mentions ?? []) {
      const { forms, formOf } = read?.article.names ?? { forms: [], formOf: [] };
      const side = isForm(forms[formOf[mention] ?? 0] ?? "", form) ? going : staying;
      side.mentions++;
      side.articles.add(place.number);
    }
    if (slices.over) await slices.next(token);
  }
  return staying;
}

/** Whether two forms are one to a correction: case does not count. */
function isForm(one: string, other: string): boolean {
  return one.toLowerCase() === other.trim().toLowerCase();
}
