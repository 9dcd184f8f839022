import type { NameModel } from "../../src/core/entities/recognise/model";
import { recogniseNames } from "../../src/core/entities/recognise/recognise";
import type { Span } from "../../src/core/text/span";
import type { TrainingDocument, TrainingName } from "./document";

/** Names are voted on when seen so often, and the winner needs such a share. */
const fewest = 4;
const majority = 0.75;

/** Silver documents labelled anew; both have all texts, and between them all zones. */
export interface Relabelled {
  /** Lines on which the model and the old labels agree. */
  readonly agreed: readonly TrainingDocument[];
  /** Lines on which they do not, with the names of both. */
  readonly contested: readonly TrainingDocument[];
}

/**
 * Puts the model's names and the old ones of silver documents together: each name gets the kind that most of its
 * occurrences have, old and new, where the majority is clear; where two names cross, the model's stands.
 */
export function relabel(documents: readonly TrainingDocument[], model: NameModel): Relabelled {
  const votes = new Map<string, Map<string, number>>();
  const vote = (document: TrainingDocument, names: readonly TrainingName[]): void => {
    for (const name of names) {
      const key = document.text.slice(name.start, name.end);
      const count = votes.get(key) ?? new Map<string, number>();
      votes.set(key, count.set(name.type, (count.get(name.type) ?? 0) + 1));
    }
  };
  const found = documents.map((document) => {
    const names = recogniseNames(document.text, document.zones, model)
      .filter((name) => name.type !== "MISC")
      .map(({ start, end, type }) => ({ start, end, type }));
    vote(document, names);
    vote(document, document.names);
    return names;
  });
  const elected = (document: TrainingDocument, name: TrainingName): TrainingName => {
    const ranked = [...(votes.get(document.text.slice(name.start, name.end)) ?? [])].sort((a, b) => b[1] - a[1]);
    const total = ranked.reduce((sum, [, n]) => sum + n, 0);
    const [type, n] = ranked[0] ?? [name.type, 0];
    return total >= fewest && n / total >= majority ? { ...name, type } : name;
  };
  const agreed: TrainingDocument[] = [];
  const contested: TrainingDocument[] = [];
  documents.forEach((document, at) => {
    const fresh = (found[at] ?? []).map((name) => elected(document, name));
    const old = document.names.filter((name) => /^\p{Lu}/u.test(document.text.slice(name.start))).map((name) => elected(document, name));
    const names = [...fresh, ...old.filter((name) => !fresh.some((other) => overlaps(name, other)))];
    const agree = (zone: Span): boolean => sameNames(within(fresh, zone), within(old, zone));
    agreed.push({ ...document, names, zones: document.zones.filter(agree) });
    contested.push({ ...document, names, zones: document.zones.filter((zone) => !agree(zone)) });
  });
  return { agreed, contested };
}

function within(names: readonly TrainingName[], zone: Span): TrainingName[] {
  return names.filter((name) => name.start >= zone.start && name.end <= zone.end);
}

function sameNames(a: readonly TrainingName[], b: readonly TrainingName[]): boolean {
  const keys = new Set(a.map((name) => `${name.start}:${name.end}:${name.type}`));
  return a.length === b.length && b.every((name) => keys.has(`${name.start}:${name.end}:${name.type}`));
}

function overlaps(a: TrainingName, b: TrainingName): boolean {
  return a.start < b.end && b.start < a.end;
}
