import type { Connection } from "vscode-languageserver";
import { method } from "../../../protocol/corpus";
import { relatedMethod } from "../../../protocol/related";
import { throttled } from "../../reading/throttle";
import type { RelatedService } from "./relatedService";
import type { StoryService } from "./storyService";

/** At most two notifications a second: views ask for a lot then. */
const interval = 500;

/** Tells the client when its views should ask again, and logs faults. */
export function announceRelated(
  connection: Connection,
  service: RelatedService,
  stories: StoryService,
  refreshesLenses: () => boolean,
): void {
  const announce = throttled(() => {
    void connection.sendNotification(relatedMethod.relatedChanged);
    if (refreshesLenses()) void connection.sendRequest("workspace/codeLens/refresh").catch(() => undefined);
  }, interval);
  service.changed.on(announce);
  stories.changed.on(() => {
    announce();
    // The Articles view may be grouped by story.
    void connection.sendNotification(method.corpusChanged);
  });
  stories.failed.on((message) => {
    connection.console.error(message);
  });
}
