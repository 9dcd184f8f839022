const endings = ["an", "ian", "ean", "ese", "i", "ish", "ite"];

/** The words that English makes from a place's name for its people, lower case ("Ardelian" and "Ardelians" from "Ardelia"). */
export function peopleOf(place: string): readonly string[] {
  const stem = place.replace(/(?:ia|[aeiou])$/u, "");
  if (stem.length < 3) return [];
  return endings
    .flatMap((ending) => [stem, place].flatMap((base) => [base + ending, `${base}${ending}s`]))
    .concat(`${place}n`, `${place}ns`);
}

/** All places of whose people a word may be the name by `peopleOf`, and others. */
export function* mayBePeopleOf(word: string): Generator<string, void, undefined> {
  for (const people of word.endsWith("s") ? [word, word.slice(0, -1)] : [word]) {
    if (people.endsWith("n")) yield people.slice(0, -1);
    for (const ending of endings) {
      if (!people.endsWith(ending)) continue;
      const stem = people.slice(0, -ending.length);
      yield stem;
      for (const end of ["ia", "a", "e", "i", "o", "u"]) yield stem + end;
    }
  }
}
