import { randomFrom } from "./random";
import type { TrainingDocument } from "./document";

const small = new Set("a an the of in on to for and at by with from as or but is".split(" "));

function titleCase(text: string): string {
  return text.replace(/\p{L}[\p{L}\p{M}'’.-]*/gu, (word, at: number) =>
    at > 0 && small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );
}

/**
 * Sentences of the documents written as headlines are: `upper` of them in capitals, `title` of them with capitals in
 * front and without the full stop, each a document of its own. Texts keep their length, so names keep their places.
 */
export function headlines(documents: readonly TrainingDocument[], upper: number, title: number, seed: number): TrainingDocument[] {
  const random = randomFrom(seed);
  const made: TrainingDocument[] = [];
  for (const document of documents) {
    for (const zone of document.zones) {
      const text = document.text.slice(zone.start, zone.end);
      const draw = random();
      const words = text.split(" ").length;
      if (draw >= upper + title || words < 4 || words > 25) continue;
      const changed = draw < upper ? text.toUpperCase() : titleCase(text);
      if (changed.length !== text.length) continue;
      const end = draw >= upper && text.endsWith(".") && !text.endsWith("..") ? text.length - 1 : text.length;
      const names = document.names
        .filter((name) => name.start >= zone.start && name.end <= zone.start + end)
        .map((name) => ({ start: name.start - zone.start, end: name.end - zone.start, type: name.type }));
      made.push({ id: `${document.id}#${zone.start}`, text: changed, zones: [{ start: 0, end }], names });
    }
  }
  return made;
}
