/** The commands that concern drafts; titles and guards are in package.json. */
export const draftCommand = {
  /** `[uri?]`: checks an open text, the active one unless another is named. */
  check: "corpusNavigator.checkText",
  stop: "corpusNavigator.stopCheckingText",
  /** `[format?]`: `markdown`, `csv` or `json`; asks for it unless it is given. */
  report: "corpusNavigator.openCheckReport",
  /** `[uri, key]`: from a quick fix. */
  ignore: "corpusNavigator.ignorePassage",
  showIgnored: "corpusNavigator.showIgnoredPassages",
} as const;

export const draftContextKey = {
  /** Whether the active editor's text is checked. */
  checked: "corpusNavigator.textIsChecked",
} as const;
