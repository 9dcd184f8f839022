/** What a unit of an article is. */
export type Role =
  | "headline"
  | "deck"
  | "kicker"
  | "byline"
  | "date"
  | "contact"
  | "masthead"
  | "label"
  | "dateline"
  | "paragraph"
  | "subheading"
  | "credit"
  | "relatedLabel"
  | "related"
  | "urlLabel"
  | "url"
  | "site"
  | "rule"
  | "title";

/** What tells that a unit belongs to an article's head. */
export function isHeadItem(role: Role): boolean {
  return role === "byline" || role === "date" || role === "masthead" || role === "label" || role === "contact" || role === "dateline";
}
