import type { TrainingDocument, TrainingName } from "./document";

const eventWord =
  "War|Wars|Conference|Summit|Olympics|Olympic Games|Games|World Cup|Cup|Championship|Championships|Tournament|Revolution|Uprising|Rebellion|Battle|Siege|" +
  "Massacre|Genocide|Holocaust|Crisis|Festival|election|elections|Election|referendum|Referendum|Congress|Convention|Treaty Conference|Conflict|Invasion|" +
  "Hurricane|Typhoon|Cyclone|Tropical Storm|Earthquake|Tsunami|Open|Grand Prix|Super Bowl|World Series|Expo|Spring|Intifada|Operation|Campaign|campaign|Talks|Awards?";
const event = new RegExp(`(?:^|[ -])(?:${eventWord})(?:$|[ -])|^World War|^Operation `, "u");
/** Names of things that hold an event word but are none. */
const noEvent = /Prize|Medal|Party|Memorial|Bank|Act|Minister|Department|Union|Democratic|Office/u;

/**
 * A type of one of the sets as ours: geo-political adjectives and works are none of ours (nationality words are looked
 * up), and what a set calls miscellaneous is an event where it has an event's word.
 */
function mapType(name: TrainingName, written: string, demonyms: ReadonlySet<string>): string | null {
  switch (name.type) {
    case "PER":
    case "ORG":
    case "EVENT":
      return name.type;
    case "LOC":
    case "GPE":
      return demonyms.has(written) ? null : "LOC";
    default:
      return event.test(written) && !noEvent.test(written) ? "EVENT" : null;
  }
}

const leadingSmall = /^(?:[^\p{Lu}\s]+\s+)+(?=\S*\p{Lu})/u;

/** The document with the types that the model knows; an event's leading year or small words are cut off. */
export function withOurTypes(document: TrainingDocument, demonyms: ReadonlySet<string>): TrainingDocument {
  const names: TrainingName[] = [];
  for (const name of document.names) {
    const written = document.text.slice(name.start, name.end);
    const type = mapType(name, written, demonyms);
    if (type === null) continue;
    const cut = type === "EVENT" ? (leadingSmall.exec(written)?.[0].length ?? 0) : 0;
    if (/\p{Lu}/u.test(written)) names.push({ start: name.start + cut, end: name.end, type });
  }
  return { ...document, names };
}
