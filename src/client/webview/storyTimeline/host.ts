import type { FromTimeline } from "./messages";

/** What VS Code gives to a webview, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromTimeline): void;
};

/** The extension, as the page sees it. */
export const host = acquireVsCodeApi();
