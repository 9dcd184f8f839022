/** The words that English makes from a place's name for its people, lower case ("Ardelian" and "Ardelians" from "Ardelia"). */
export function peopleOf(place: string): readonly string[] {
  const stem = place.replace(/(?:ia|[aeiou])$/u, "");
  if (stem.length < 3) return [];
  return ["an", "ian", "ean", "ese", "i", "ish", "ite"]
    .flatMap((ending) => [stem, place].flatMap((base) => [base + ending, `${base}${ending}s`]))
    .concat(`${place}n`, `${place}ns`);
}
