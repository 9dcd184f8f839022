import type { Connection } from "vscode-languageserver";
import { entityMethod } from "../../../protocol/entities";
import type { LiveEntitySettings } from "../../settings";
import { throttled } from "../../reading/throttle";
import type { NameService } from "./nameService";

/** At most four notifications a second for progress, two for views, which ask for more. */
const progressInterval = 250;
const viewsInterval = 500;

/** Tells the client how far the names are, and when its views should ask again. */
export function announceNames(connection: Connection, names: NameService, settings: Pick<LiveEntitySettings, "refreshesTokens">): void {
  const progress = throttled(() => void connection.sendNotification(entityMethod.entitiesState, names.state), progressInterval);
  const views = throttled(() => {
    void connection.sendNotification(entityMethod.entitiesChanged);
    // Colours of names changed with them.
    if (settings.refreshesTokens) void connection.languages.semanticTokens.refresh();
  }, viewsInterval);
  names.progressed.on(progress);
  names.changed.on(views);
}
