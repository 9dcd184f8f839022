/** Commands about related articles that only the client knows; those that the server names are in `protocol/related.ts`. */
export const relatedClientCommand = {
  goTo: "corpusNavigator.goToRelatedArticle",
  peek: "corpusNavigator.peekRelated",
  toggleTypography: "corpusNavigator.toggleCompareTypography",
  timeline: "corpusNavigator.showStoryTimeline",
} as const;

export const relatedViewId = "corpusNavigator.related";
/** The scheme of read-only documents that hold an article's paragraphs alone. */
export const bodyScheme = "corpus-body";
export const storyTimelineType = "corpusNavigator.storyTimeline";
