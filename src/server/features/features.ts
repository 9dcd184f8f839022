import { agentTools } from "./agentTools";
import { articleLookup } from "./articleLookup";
import { articleTree } from "./articleTree";
import { codeActions } from "./codeActions";
import { corpusControl } from "./corpusControl";
import { diagnostics } from "./diagnostics";
import { documentLinks } from "./documentLinks";
import { documentSymbols } from "./documentSymbols";
import { extractedText } from "./extractedText";
import { fileEncoding } from "./fileEncoding";
import { foldingRanges } from "./foldingRanges";
import { documentHighlight } from "./documentHighlight";
import { draftCheck } from "./draftCheck";
import { entityLists } from "./entityLists";
import { entityMentions } from "./entityMentions";
import { entityProfile } from "./entityProfile";
import { goToEntity } from "./goToEntity";
import { hover } from "./hover";
import { correction } from "./correction";
import { occursWith } from "./occursWith";
import { workspaceSymbols } from "./workspaceSymbols";
import { quotations } from "./quotations";
import { quietParts } from "./quietParts";
import { search } from "./search";
import { searchOutput } from "./searchOutput";
import { relatedArticles } from "./relatedArticles";
import { relatedLenses } from "./relatedLenses";
import { selectionRanges } from "./selectionRanges";
import { semanticTokens } from "./semanticTokens";
import { storyLists } from "./storyLists";
import { watchedFiles } from "./watchedFiles";
import type { Feature } from "../main/services";

/** All that the server does, one file each. */
export const features: readonly Feature[] = [
  corpusControl,
  watchedFiles,
  articleTree,
  articleLookup,
  quietParts,
  extractedText,
  fileEncoding,
  documentSymbols,
  foldingRanges,
  selectionRanges,
  documentLinks,
  semanticTokens,
  diagnostics,
  codeActions,
  hover,
  goToEntity,
  documentHighlight,
  workspaceSymbols,
  occursWith,
  entityLists,
  entityMentions,
  entityProfile,
  quotations,
  draftCheck,
  correction,
  search,
  searchOutput,
  relatedArticles,
  relatedLenses,
  storyLists,
  agentTools,
];
