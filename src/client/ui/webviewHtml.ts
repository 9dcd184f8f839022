import { env, Uri, type Webview } from "vscode";
import { htmlAttribute, htmlText } from "../../core/text/escape";

/** Our scripts, style sheets and pictures for webviews: all that a page may load. */
export function webviewFiles(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, "dist", "webview");
}

/** Nothing yet, with the strictest policy. */
export const emptyHtml = '<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="default-src \'none\'">';

/**
 * The frame of a page with the script and the style sheet of that name in `dist/webview`; `title` is words of ours, for
 * screen readers. Nothing of the corpus is in it but what a page is to find in its `data-subject`, escaped: the script fills
 * `#page` with text nodes. The policy lets our own files in and nothing else, neither inline nor from the network.
 */
export function webviewHtml(webview: Webview, extensionUri: Uri, name: string, title: string, subject = ""): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const resource = (file: string): string => htmlAttribute(webview.asWebviewUri(Uri.joinPath(webviewFiles(extensionUri), file)).toString());
  return `<!DOCTYPE html>
<html lang="${env.language.replace(/[^\w-]/g, "")}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${htmlAttribute(webview.cspSource)}; script-src 'nonce-${nonce}'">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${htmlText(title)}</title>
  <link rel="stylesheet" href="${resource(`${name}.css`)}">
</head>
<body>
  <main id="page" data-subject="${htmlAttribute(subject)}" aria-busy="true"></main>
  <script nonce="${nonce}" src="${resource(`${name}.js`)}"></script>
</body>
</html>`;
}
