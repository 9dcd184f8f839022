import { element } from "./entityPage/dom";
import { host } from "./search/host";
import type { ToView } from "./search/messages";
import { SearchPanel } from "./search/searchPanel";

/** The search view: is set up by the extension's first message. */
const root = element("main");
document.body.append(root);
let panel: SearchPanel | undefined;

window.addEventListener("message", ({ data }: MessageEvent<ToView>) => {
  if (data.type === "setUp") panel = new SearchPanel(root, data);
  else panel?.hear(data);
});
host.postMessage({ type: "ready" });
