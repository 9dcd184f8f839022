import { pageRoot } from "./page/pageRoot";
import { host } from "./search/host";
import type { ToView } from "./search/messages";
import { SearchPanel } from "./search/searchPanel";

/** The search view: is set up by the extension's first message. */
const root = pageRoot();
let panel: SearchPanel | undefined;

window.addEventListener("message", ({ data }: MessageEvent<ToView>) => {
  root.setAttribute("aria-busy", "false");
  if (data.type === "setUp") {
    document.documentElement.lang = data.language;
    panel = new SearchPanel(root, data);
  } else panel?.hear(data);
});
host.postMessage({ type: "ready" });
