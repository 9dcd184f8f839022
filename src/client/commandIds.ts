/** Every command of the extension; titles and guards are in package.json. */
export const command = {
  openSample: "corpusNavigator.openSampleCorpus",
  copySample: "corpusNavigator.copySampleCorpus",
  walkthroughStep: "corpusNavigator.walkthroughStep",
  useFolder: "corpusNavigator.readFolderAsCorpus",
  revealInView: "corpusNavigator.revealInCorpusView",
  treatAsArticle: "corpusNavigator.treatAsArticle",
  treatAsBundle: "corpusNavigator.treatAsBundle",
  treatAsPlainText: "corpusNavigator.treatAsPlainText",
  rebuild: "corpusNavigator.rebuild",
  clearIndex: "corpusNavigator.clearIndex",
  goToArticle: "corpusNavigator.goToArticle",
  filter: "corpusNavigator.filterArticles",
  clearFilter: "corpusNavigator.clearArticlesFilter",
  groupBy: "corpusNavigator.groupArticlesBy",
  showSkipped: "corpusNavigator.showSkippedFiles",
  readLeftOut: "corpusNavigator.readLeftOutAsArticles",
  openArticle: "corpusNavigator.openArticle",
  copyTitle: "corpusNavigator.copyTitle",
  copyCitation: "corpusNavigator.copyCitation",
  showInExplorer: "corpusNavigator.showInExplorer",
  openToSide: "corpusNavigator.openArticleToSide",
  showText: "corpusNavigator.showExtractedText",
  showSource: "corpusNavigator.showSourceFile",
} as const;

/** The Articles view's id, and the keys that `when` clauses ask for. */
export const articlesViewId = "corpusNavigator.articles";
export const contextKey = {
  /** `looking`, `none`, `indexing`, `ready` or `failed`. */
  state: "corpusNavigator.state",
  groupBy: "corpusNavigator.groupBy",
  filtered: "corpusNavigator.filtered",
  /** Whether the language server answers the tools for agents. */
  serverTools: "corpusNavigator.serverTools",
} as const;
