import { AgentCorpus, type AgentDoor } from "../core/agent/agentCorpus";
import type { EntityView } from "../core/entities/index/entityView";
import type { Story } from "../core/related/relatedCorpus";
import type { Context } from "./context";
import { drive } from "./drive";
import { loadCorpus } from "./loadCorpus";
import { correctionsOf, type LoadedEntities, readEntities } from "./readEntities";
import { readModel } from "./readModel";
import { type LoadedRelated, readRelated } from "./readRelated";
import { SearchedCorpus } from "./searchedCorpus";

/** Names are counted in the articles that were found, while all names have not been read, if they are not more. */
const mostReadForFacets = 200;
const nameFields = ["person", "org", "place", "entity", "said"];

/** A folder as the tools ask it. What takes long is read when it is first asked for, and once; and kept, where an index is kept. */
export async function openForAgents(folder: string, context: Context): Promise<AgentCorpus> {
  const loaded = await loadCorpus(folder, context);
  await loaded.keep();
  const corrections = await correctionsOf(folder);
  const files = new Map(loaded.files.map((file) => [file.uri, file]));
  const searched = new SearchedCorpus(loaded, context);
  let entities: Promise<LoadedEntities> | null = null;
  let related: Promise<LoadedRelated> | null = null;
  let stories: Promise<readonly Story[]> | null = null;
  let hasNames = false;
  let described = "";

  const named = (): Promise<LoadedEntities> =>
    (entities ??= readEntities(loaded, corrections, context).then(async (read) => {
      hasNames = true;
      await loaded.keep();
      return read;
    }));
  const compared = (): Promise<LoadedRelated> =>
    (related ??= readRelated(loaded, context).then(async (read) => {
      await drive(read.related.relatedness.train(), context);
      return read;
    }));
  const door: AgentDoor = {
    library: loaded.library,
    pathOf: (uri) => files.get(uri)?.path ?? uri,
    document: (uri) => Promise.resolve(files.get(uri)?.document ?? null),
    names: async (): Promise<EntityView> => (await named()).view,
    model: () => Promise.resolve(readModel()),
    related: async () => (await compared()).related,
    stories: async () => {
      const read = await compared();
      return await (stories ??= drive(read.related.stories(), context));
    },
    prepare: async (fields) => {
      if (nameFields.some((field) => fields.has(field)) || hasNames) searched.knowNames(await named());
      await searched.readCopies();
      if (fields.has("story")) await searched.readStories();
      const now = `${String(hasNames)} ${String(fields.has("story"))}`;
      if (described !== now) await searched.describe();
      described = now;
    },
    countNames: async (ids) => {
      if (hasNames) return true;
      if (ids.size > mostReadForFacets) return false;
      await searched.readNames(corrections, ids);
      await searched.describe(ids);
      described = "";
      return true;
    },
    drive: (work, token) => drive(work, { ...context, token }),
    behind: () => null,
  };
  return new AgentCorpus(door);
}
