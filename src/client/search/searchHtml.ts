import { env, Uri, type Webview } from "vscode";

/** The frame of the search view: nothing is in it, and the policy lets in our own script and style sheet alone. */
export function searchHtml(webview: Webview, extensionUri: Uri): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const resource = (name: string): string => webview.asWebviewUri(Uri.joinPath(extensionUri, "dist", "webview", name)).toString();
  return `<!DOCTYPE html>
<html lang="${env.language.replace(/[^\w-]/g, "")}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${resource("search.css")}">
</head>
<body>
  <script nonce="${nonce}" src="${resource("search.js")}"></script>
</body>
</html>`;
}
