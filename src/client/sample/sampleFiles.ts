import { Uri } from "vscode";

/**
 * The paths of all files in `samples`, which the build puts here: in the browser the extension lies on a web server,
 * whose files can be read and not listed.
 */
declare const SAMPLE_FILES: readonly string[];

/** The paths of the sample corpus's files, relative to its folder, with `/`. */
export const samplePaths = SAMPLE_FILES;

/** A file of the sample corpus as it lies in the extension. */
export function packagedSample(extensionUri: Uri, path: string): Uri {
  return Uri.joinPath(extensionUri, "samples", path);
}
