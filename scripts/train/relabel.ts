import type { NameModel } from "../../src/core/entities/recognise/model";
import { recogniseNames } from "../../src/core/entities/recognise/recognise";
import type { TrainingDocument, TrainingName } from "./document";

/** Names are voted on when seen so often, and the winner needs such a share. */
const fewest = 4;
const majority = 0.75;

const overlaps = (a: TrainingName, b: TrainingName): boolean => a.start < b.end && b.start < a.end;

/**
 * Silver documents with better labels: the model's names, and of the old names those that the model has nothing
 * against; then each name gets the kind that most of its occurrences have, old and new, where the majority is clear.
 */
export function relabel(documents: readonly TrainingDocument[], model: NameModel): TrainingDocument[] {
  const votes = new Map<string, Map<string, number>>();
  const vote = (document: TrainingDocument, names: readonly TrainingName[]): void => {
    for (const name of names) {
      const key = document.text.slice(name.start, name.end);
      const count = votes.get(key) ?? new Map<string, number>();
      votes.set(key, count.set(name.type, (count.get(name.type) ?? 0) + 1));
    }
  };
  const found = documents.map((document) => {
    const names = recogniseNames(document.text, document.zones, model).filter((name) => name.type !== "MISC").map(({ start, end, type }) => ({ start, end, type }));
    vote(document, names);
    vote(document, document.names);
    return names;
  });
  return documents.map((document, at) => {
    const fresh = found[at] ?? [];
    const kept = document.names.filter((name) => !fresh.some((other) => overlaps(name, other)) && /^\p{Lu}/u.test(document.text.slice(name.start)));
    const names = [...fresh, ...kept].map((name) => {
      const count = votes.get(document.text.slice(name.start, name.end));
      const ranked = [...(count ?? [])].sort((a, b) => b[1] - a[1]);
      const total = ranked.reduce((sum, [, n]) => sum + n, 0);
      const [type, n] = ranked[0] ?? [name.type, 0];
      return total >= fewest && n / total >= majority ? { ...name, type } : name;
    });
    return { ...document, names };
  });
}
