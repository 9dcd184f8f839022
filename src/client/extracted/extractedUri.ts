import { Uri } from "vscode";
import { isExtractedName } from "../../core/corpus/candidates";

/** The scheme of read-only documents with the text that was taken out of a file: a page, a document, an archive. */
export const extractedScheme = "corpus-text";

/** What shows the text of a file of the corpus: the file itself, but where its text has to be taken out of it. */
export function shownUri(source: Uri): Uri {
  if (source.scheme === extractedScheme || !isExtractedName(source.path.slice(source.path.lastIndexOf("/") + 1))) return source;
  return Uri.from({ scheme: extractedScheme, path: `${source.path}.txt`, query: source.toString() });
}

/** The file that a document's text comes from: the server knows nothing else. */
export function sourceUri(shown: Uri): Uri {
  return shown.scheme === extractedScheme ? Uri.parse(shown.query) : shown;
}

/** `sourceUri` of a URI as text. */
export function sourceOf(uri: string): string {
  return uri.startsWith(`${extractedScheme}:`) ? sourceUri(Uri.parse(uri)).toString() : uri;
}
