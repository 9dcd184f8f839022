import "./page/validLanguage";
import { Contexts } from "./entityPage/contexts";
import type { PageState, ToPage } from "./entityPage/messages";
import { showProfile } from "./entityPage/profile";
import { SaidList } from "./entityPage/saidList";
import { host } from "./entityPage/host";
import { element } from "./page/dom";
import { pageRoot } from "./page/pageRoot";

/** The entity page: asks the extension for what to show, and shows it. */
const page = pageRoot();
const state: PageState = { id: page.dataset["subject"] ?? "" };
host.setState(state);

const profile = element("div");
const contexts = new Contexts();
const [said, about] = [new SaidList(false), new SaidList(true)];
page.append(profile, said.root, about.root, contexts.root);

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  page.setAttribute("aria-busy", "false");
  switch (data.type) {
    case "profile":
      showProfile(profile, data);
      for (const part of [said, about, contexts]) part.setLabels(data.labels, data.language);
      break;
    case "mentions":
      contexts.show(data);
      break;
    case "said":
      (data.about ? about : said).show(data);
      break;
    case "gone":
      profile.replaceChildren(element("p", { text: data.text, role: "status" }));
      for (const part of [said, about, contexts]) part.clear();
      break;
  }
});
host.postMessage({ type: "ready" });
