import type { EntityProfile, RolePhrase, TellingSentence } from "../../../protocol/entities";
import { element, group, linkButton, list, section } from "../page/dom";
import { host } from "./host";
import type { Labels, PageCommand, ToPage } from "./messages";
import { readableDay } from "../page/readableDay";
import { timeline } from "./timeline";

/** Aliases beyond these say nothing new. */
const mostForms = 24;

/** Fills `root` with who this is: name, roles, forms, timeline, company, reasons. */
export function showProfile(root: HTMLElement, { profile, labels, language }: Extract<ToPage, { readonly type: "profile" }>): void {
  const { summary, roles, occursWith, because, corrections, sentences } = profile;
  const parts = [
    header(profile, labels),
    section(labels.roles, list(roles.map(role), "roles")),
    section(
      labels.aliases,
      list(
        otherForms(profile).map(({ text, count }) => group(text, " ", quiet(`${count}×`))),
        "inline",
      ),
    ),
    section(labels.timeline, timeline(profile, labels, language)),
    section(
      labels.occursWith,
      list(
        occursWith.map(({ entity, articles }) => {
          const open = linkButton(entity.name, () => {
            host.postMessage({ type: "openEntity", id: entity.id });
          });
          if (entity.role) open.title = entity.role;
          return group(open, " ", quiet(String(articles)));
        }),
        "inline",
      ),
    ),
    section(
      labels.sentences,
      list(
        sentences.map((sentence) => telling(sentence, labels, language)),
        "sentences",
      ),
    ),
    section(labels.because, list(because.map(({ reason, articles }) => group(reason, " ", quiet(`${articles}×`))))),
    section(labels.corrections, list(corrections.map((text) => group(text)))),
  ];
  document.title = summary.name;
  // The buttons are made anew: keep the focus where it was, by its place in the order.
  const focused = [...root.querySelectorAll("button")].findIndex((button) => button === document.activeElement);
  root.replaceChildren(...parts.filter((part) => part !== null));
  if (focused >= 0) root.querySelectorAll("button")[focused]?.focus();
}

function header({ summary }: EntityProfile, labels: Labels): HTMLElement {
  const run = (text: string, command: PageCommand): HTMLElement =>
    linkButton(text, () => {
      host.postMessage({ type: "run", command });
    });
  return element(
    "header",
    {},
    element("h1", {}, summary.name, " ", quiet(labels.kind)),
    element("p", { className: "lead", text: summary.role ?? "" }),
    element("p", { text: labels.counts }),
    element(
      "nav",
      { label: summary.name },
      run(labels.allMentions, "mentions"),
      run(labels.articlesAbout, "articles"),
      run(labels.search, "search"),
      run(labels.correct, "correct"),
      element(
        "span",
        { className: "exports" },
        quiet(labels.exportAs),
        " ",
        run("Markdown", "export:markdown"),
        " ",
        run("CSV", "export:csv"),
        " ",
        run("JSON", "export:json"),
      ),
    ),
  );
}

function otherForms({ summary, forms }: EntityProfile): EntityProfile["forms"] {
  return forms.filter(({ text }) => text !== summary.name).slice(0, mostForms);
}

/** `Foreign Minister  12× · 2012–2014`. */
function role({ phrase, articles, from, to }: RolePhrase): HTMLElement {
  const years = from === null ? "" : to === null || from === to ? ` · ${from}` : ` · ${from}–${to}`;
  return group(phrase, " ", quiet(`${articles}×${years}`));
}

function telling({ text, uri, range, title, source, date }: TellingSentence, labels: Labels, language: string): HTMLElement {
  const open = linkButton(
    text,
    () => {
      host.postMessage({ type: "open", uri, range });
    },
    "sentence",
  );
  open.title = title;
  return group(open, " ", quiet([source, date === null ? labels.undated : readableDay(date, language)].filter(Boolean).join(", ")));
}

function quiet(text: string): HTMLElement {
  return element("span", { className: "quiet", text });
}
