import type { DocumentSelector, TextDocument } from "vscode";

/** Our language ids: one article, and a text that holds many between envelope lines. */
export type NewsLanguage = "news-article" | "news-bundle";

export const newsSelector: DocumentSelector = [{ language: "news-article" }, { language: "news-bundle" }];

/** Whether `id` is one of ours. */
export function isNewsLanguage(id: string): id is NewsLanguage {
  return id === "news-article" || id === "news-bundle";
}

/** Whether the document is read as news, be it recognised or set by hand. */
export function isNews(document: TextDocument): boolean {
  return isNewsLanguage(document.languageId);
}
