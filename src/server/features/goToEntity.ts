import type { Location } from "vscode-languageserver";
import { introductionOf, locationOf, locationsIn, placesOf, readPlace, tellingPlacesOf } from "../answers/entities/entityPlaces";
import { nameAt, type FoundName } from "../answers/entities/nameAt";
import { bearersOf } from "../answers/entities/summaries";
import { titleLocations } from "../answers/related/titleLinks";
import type { Entity } from "../../core/entities/index/entity";
import type { Feature, Services } from "../main/services";

/** An editor that was given more would only get slow. */
const maxReferences = 20_000;

/** Whom a name means: one, or all of whom it may mean one. */
function meant({ names }: Services, { article, mention, entity }: FoundName): readonly Entity[] {
  const several = bearersOf(names, article, mention);
  return several.length === 0 ? [entity] : several;
}

/**
 * Go to Definition leads from a listed title to its article, and from a name to where the corpus introduces who is named; Go to
 * Implementation to the article that tells
 * most about them, Find References to every mention in all files.
 */
export const goToEntity: Feature = (connection, services) => {
  connection.onDefinition(({ textDocument: { uri }, position }): Location | Location[] | null => {
    const titled = titleLocations(services, uri, position);
    if (titled !== null) return titled;
    const found = nameAt(services, uri, position);
    const introductions = found === null ? [] : meant(services, found).flatMap((entity) => introductionOf(services, entity) ?? []);
    const locations = introductions.map(({ place, mention }) => locationOf(services, place, mention));
    return locations.length > 1 ? locations : (locations[0] ?? null);
  });

  connection.onImplementation(({ textDocument: { uri }, position }): Location | null => {
    const found = nameAt(services, uri, position);
    const [most] = found === null ? [] : tellingPlacesOf(services, found.entity);
    const place = most === undefined ? null : readPlace(services, most);
    const mention = place?.mentions[0];
    return place === null || mention === undefined ? null : locationOf(services, place, mention);
  });

  connection.onReferences(async ({ textDocument: { uri }, position }, token): Promise<Location[] | null> => {
    const found = nameAt(services, uri, position);
    if (found === null) return null;
    const locations: Location[] = [];
    const slices = services.scheduler.slices();
    const several = meant(services, found);
    // A name that may be one of several people is with them all, and stands for none of them elsewhere.
    for (const entity of several.length > 1 ? [...several, found.entity] : several) {
      for (const place of placesOf(services, entity)) {
        for (const location of locationsIn(services, place)) locations.push(location);
        if (locations.length >= maxReferences) return locations;
        if (slices.over) await slices.next(token);
      }
    }
    return locations;
  });
  return { definitionProvider: true, implementationProvider: true, referencesProvider: true };
};
