import { articleLookup } from "./features/articleLookup";
import { articleTree } from "./features/articleTree";
import { corpusControl } from "./features/corpusControl";
import { documentSymbols } from "./features/documentSymbols";
import { watchedFiles } from "./features/watchedFiles";
import type { Feature } from "./services";

/** All that the server does. */
export const features: readonly Feature[] = [
  corpusControl, watchedFiles, articleTree, articleLookup, documentSymbols,
];
