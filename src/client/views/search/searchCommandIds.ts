/** The commands of searching; titles and guards are in package.json. */
export const searchCommand = {
  /** Puts the focus into the box of the view. (`corpusNavigator.search.focus` is VS Code's own, and knows no box.) */
  box: "corpusNavigator.search.box",
  /** `[query?: string]`: searches for it, or for what is selected. */
  searchFor: "corpusNavigator.search.for",
  quick: "corpusNavigator.searchCorpus",
  next: "corpusNavigator.search.nextResult",
  previous: "corpusNavigator.search.previousResult",
  clear: "corpusNavigator.search.clear",
  copy: "corpusNavigator.search.copyResults",
  export: "corpusNavigator.search.exportResults",
  openInEditor: "corpusNavigator.search.openInEditor",
  save: "corpusNavigator.search.save",
  /** `[uri, range]`: what a line of a report leads to. */
  openPlace: "corpusNavigator.search.openPlace",
} as const;

/** `[search?: { name: string }]`: the one with that name; without it, one is picked. */
export const savedSearchCommand = {
  run: "corpusNavigator.savedSearches.run",
  rename: "corpusNavigator.savedSearches.rename",
  delete: "corpusNavigator.savedSearches.delete",
} as const;

export const searchViewId = "corpusNavigator.search";

/** The keys that `when` clauses ask for. */
export const searchContextKey = {
  /** There is something that was searched for. (A view's id with `.active` behind it is VS Code's own key.) */
  active: "corpusNavigator.searching",
  hasResults: "corpusNavigator.search.hasResults",
  /** The page of the view has been loaded. */
  isUp: "corpusNavigator.search.isUp",
  /** There are saved searches. */
  hasSaved: "corpusNavigator.hasSavedSearches",
} as const;
