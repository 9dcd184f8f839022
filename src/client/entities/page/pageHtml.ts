import { env, Uri, type Webview } from "vscode";

/**
 * The frame of an entity page. Nothing of the corpus is in it but the entity's id, encoded:
 * the script fills it with text nodes. The policy lets our
 * own script and style sheet in and nothing else, neither inline nor from the network.
 */
export function pageHtml(webview: Webview, extensionUri: Uri, id: string): string {
  const nonce = newNonce();
  const resource = (name: string): string => webview.asWebviewUri(Uri.joinPath(extensionUri, "dist", "webview", name)).toString();
  return `<!DOCTYPE html>
<html lang="${env.language.replace(/[^\w-]/g, "")}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${resource("entityPage.css")}">
</head>
<body>
  <main id="page" data-entity="${encodeURIComponent(id)}" aria-busy="true"></main>
  <script nonce="${nonce}" src="${resource("entityPage.js")}"></script>
</body>
</html>`;
}

/** 128 random bits as hexadecimal digits. */
function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
