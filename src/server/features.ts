import { articleLookup } from "./features/articleLookup";
import { articleTree } from "./features/articleTree";
import { codeActions } from "./features/codeActions";
import { corpusControl } from "./features/corpusControl";
import { diagnostics } from "./features/diagnostics";
import { documentLinks } from "./features/documentLinks";
import { documentSymbols } from "./features/documentSymbols";
import { foldingRanges } from "./features/foldingRanges";
import { documentHighlight } from "./features/documentHighlight";
import { entityLists } from "./features/entityLists";
import { entityMentions } from "./features/entityMentions";
import { entityProfile } from "./features/entityProfile";
import { goToEntity } from "./features/goToEntity";
import { hover } from "./features/hover";
import { mending } from "./features/mending";
import { occursWith } from "./features/occursWith";
import { workspaceSymbols } from "./features/workspaceSymbols";
import { quietParts } from "./features/quietParts";
import { search } from "./features/search";
import { searchOutput } from "./features/searchOutput";
import { relatedArticles } from "./features/relatedArticles";
import { relatedLenses } from "./features/relatedLenses";
import { selectionRanges } from "./features/selectionRanges";
import { semanticTokens } from "./features/semanticTokens";
import { storyLists } from "./features/storyLists";
import { watchedFiles } from "./features/watchedFiles";
import type { Feature } from "./services";

/** All that the server does, one file each. */
export const features: readonly Feature[] = [
  corpusControl, watchedFiles, articleTree, articleLookup, quietParts,
  documentSymbols, foldingRanges, selectionRanges, documentLinks, semanticTokens, diagnostics, codeActions,
  hover, goToEntity, documentHighlight, workspaceSymbols, occursWith, entityLists, entityMentions, entityProfile, mending,
  search, searchOutput,
  relatedArticles, relatedLenses, storyLists,
];
