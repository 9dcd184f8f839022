import type { FromPage, PageState } from "./messages";

/** What VS Code gives to a webview, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: PageState): void;
};

/** The extension, as the page sees it. */
export const host = acquireVsCodeApi();
