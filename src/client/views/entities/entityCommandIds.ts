/** The commands about names beyond those that a hover may link to (`entityCommand` of the protocol). */
export const namesCommand = {
  show: "corpusNavigator.showEntity",
  filter: "corpusNavigator.filterEntities",
  clearFilter: "corpusNavigator.clearEntitiesFilter",
  sortBy: "corpusNavigator.sortEntitiesBy",
  toggleColors: "corpusNavigator.toggleNameColors",
  showMore: "corpusNavigator.showMoreEntities",
  openToSide: "corpusNavigator.openEntityToSide",
  copy: "corpusNavigator.copyEntity",
  next: "corpusNavigator.nextMention",
  previous: "corpusNavigator.previousMention",
  occursWith: "corpusNavigator.occursWith",
  exportEntity: "corpusNavigator.exportEntity",
  merge: "corpusNavigator.mergeEntity",
  split: "corpusNavigator.splitEntity",
  rename: "corpusNavigator.renameEntity",
  changeKind: "corpusNavigator.changeEntityKind",
  hide: "corpusNavigator.notAName",
  pin: "corpusNavigator.pinAlias",
  undo: "corpusNavigator.undoLastCorrection",
} as const;

/** The Entities view's id, the entity page's, and the keys that `when` clauses ask for. */
export const entitiesViewId = "corpusNavigator.entities";
export const entityPageType = "corpusNavigator.entityPage";
export const namesContextKey = {
  filtered: "corpusNavigator.entitiesFiltered",
  /** Whether there is a correction to undo. */
  canUndo: "corpusNavigator.canUndoCorrection",
} as const;
