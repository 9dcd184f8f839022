import type { FromView, ViewState } from "./messages";

/** What VS Code gives to a webview, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromView): void;
  getState(): ViewState | undefined;
  setState(state: ViewState): void;
};

/** The extension, as the view sees it. */
export const host = acquireVsCodeApi();
