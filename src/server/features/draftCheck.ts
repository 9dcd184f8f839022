import type { CancellationToken } from "vscode-languageserver";
import { draftMethod, type CheckTextParams, type CheckTextResult } from "../../protocol/drafts";
import { checkText } from "../answers/drafts/libraryChecker";
import type { Feature } from "../main/services";

/** `checkText`: what of a text stands in the corpus, and what stands there otherwise. */
export const draftCheck: Feature = (connection, services) => {
  connection.onRequest(draftMethod.checkText, (params: CheckTextParams, token: CancellationToken): Promise<CheckTextResult> =>
    checkText(services, params, token),
  );
  return {};
};
