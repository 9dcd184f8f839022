import type { Connection } from "vscode-languageserver";
import { searchMethod } from "../../../protocol/search";
import { throttled } from "../../reading/throttle";
import type { SearchService } from "./searchService";

/** At most so often the client is told, in milliseconds: an open view asks again each time. */
const interval = 500;

/** Tells the client when questions may be answered otherwise, and how far the index is. */
export function announceSearch(connection: Connection, search: SearchService): void {
  search.changed.on(throttled(() => void connection.sendNotification(searchMethod.searchChanged, search.state), interval));
}
