import { URI } from "vscode-uri";

/** `uri` in the spelling that everything here is keyed by: clients differ in what they escape. Unreadable ones stay as they are. */
export function normalUri(uri: string): string {
  try {
    return URI.parse(uri, true).toString();
  } catch {
    return uri;
  }
}
