import type { CheckedCorpus } from "../core/check/checkedCorpus";
import { knownCorpus } from "../core/check/knownCorpus";
import type { Context } from "./context";
import type { LoadedEntities } from "./readEntities";

/** A corpus as a check asks it, with the texts of its files. */
export function checkedCorpus({ library, view, files }: LoadedEntities, { token }: Context): CheckedCorpus {
  const byUri = new Map(files.map((file) => [file.uri, file]));
  return knownCorpus({ library, view, document: (uri) => byUri.get(uri)?.document ?? null, token });
}
