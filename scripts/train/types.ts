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
const trailingSmall = /(?:\s+[^\p{Lu}\s]*\p{Ll}[^\p{Lu}\s]*)+$/u;

/**
 * The document with the types that the model knows. Years in front and common nouns behind ("airport") are cut off;
 * what remains of the event "Tarsk talks" or "G20 summit" is the place or the organisation, as newswire corpora have it.
 */
export function withOurTypes(document: TrainingDocument, lists: OurLists): TrainingDocument {
  const names: TrainingName[] = [];
  for (const name of document.names) {
    const written = document.text.slice(name.start, name.end);
    const type = mapType(name, written, lists.demonyms);
    if (type === null || !/\p{Lu}/u.test(written)) continue;
    const leading = type === "PER" ? 0 : (leadingSmall.exec(written)?.[0].length ?? 0);
    const start = name.start + leading;
    const end = name.end - (trailingSmall.exec(written)?.[0].length ?? 0);
    const core = document.text.slice(start, end);
    if (type !== "EVENT" || end === name.end) names.push({ start, end, type });
    else if (lists.places.has(core)) names.push({ start, end, type: "LOC" });
    else if (lists.organizations.has(core)) names.push({ start, end, type: "ORG" });
  }
  return { ...document, names };
}

/** The hand-made and packaged lists that decide what a shortened event's name is, as written. */
export interface OurLists {
  readonly demonyms: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly organizations: ReadonlySet<string>;
}
