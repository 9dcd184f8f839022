import type { Location } from "vscode-languageserver";
import { introductionOf, locationOf, locationsIn, placesOf, readPlace, tellingPlacesOf } from "../answers/entities/entityPlaces";
import { nameAt } from "../answers/entities/nameAt";
import { titleLocations } from "../answers/related/titleLinks";
import type { Feature } from "../main/services";

/** An editor that was given more would only get slow. */
const maxReferences = 20_000;

/**
 * Go to Definition leads from a listed title to its article, and from a name to where the corpus introduces who is named; Go to Implementation to the article that tells
 * most about them, Find References to every mention in all files.
 */
export const goToEntity: Feature = (connection, services) => {
  connection.onDefinition(({ textDocument: { uri }, position }): Location | Location[] | null => {
    const titled = titleLocations(services, uri, position);
    if (titled !== null) return titled;
    const found = nameAt(services, uri, position);
    const introduction = found === null ? null : introductionOf(services, found.entity);
    return introduction === null ? null : locationOf(services, introduction.place, introduction.mention);
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
    for (const place of placesOf(services, found.entity)) {
      for (const location of locationsIn(services, place)) locations.push(location);
      if (locations.length >= maxReferences) break;
      if (slices.over) await slices.next(token);
    }
    return locations;
  });
  return { definitionProvider: true, implementationProvider: true, referencesProvider: true };
};
