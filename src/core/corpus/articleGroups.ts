import { fold } from "../text/fold";
import { sourceOf, type ArticleRecord } from "./articleRecord";
import type { Corpus } from "./corpus";
import { folderOf, placeLabel } from "./places";

export type Grouping = "date" | "publisher" | "folder" | "story" | "none";

/** The running story of an article as a group; null for an article without one. */
export type StoryGroupOf = (record: ArticleRecord) => GroupKey | null;

/** A set of articles under one label. `order` sorts it among its siblings, by code units. */
export interface GroupKey {
  readonly id: string;
  readonly label: string;
  readonly order: string;
  /** From when to when its articles are, as `YYYY-MM-DD`, where its label says nothing of it. */
  readonly span?: DateSpan;
}

export interface DateSpan {
  readonly newest: string;
  readonly oldest: string;
}

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Sorts behind everything. */
const last = "\uffff";

/** The groups of an article from the root down; empty where nothing is grouped. `roots` shorten the labels of places. */
export function groupsOf(
  record: ArticleRecord,
  by: Grouping,
  corpus: Corpus,
  roots: readonly string[],
  storyOf: StoryGroupOf = noStory,
): readonly GroupKey[] {
  switch (by) {
    case "date":
      return dateGroups(corpus.dateOf(record));
    case "publisher":
      return [publisherGroup(sourceOf(record))];
    case "folder":
      return [placeGroup(record, roots)];
    case "story":
      return [storyOf(record) ?? { id: "story:", label: "Other articles", order: last }];
    case "none":
      return [];
  }
}

function noStory(): null {
  return null;
}

/** Year, then month, newest first; what has no date comes last. */
function dateGroups(date: string | null): readonly GroupKey[] {
  if (date === null) return [{ id: "date:undated", label: "Undated", order: last }];
  const year = date.slice(0, 4);
  const month = date.slice(5, 7);
  return [
    { id: `date:${year}`, label: year, order: descending(year) },
    { id: `date:${year}-${month}`, label: monthNames[Number(month) - 1] ?? month, order: descending(month) },
  ];
}

/** Digits turned round, so that the largest sorts first. */
function descending(digits: string): string {
  let order = "";
  for (const digit of digits) order += String(9 - Number(digit));
  return order;
}

function publisherGroup(publisher: string | null): GroupKey {
  if (publisher === null) return { id: "publisher:", label: "Unknown publisher", order: last };
  const folded = fold(publisher);
  return { id: `publisher:${folded}`, label: publisher, order: folded };
}

/** The bundle of a bundled article, the folder of any other. */
function placeGroup(record: ArticleRecord, roots: readonly string[]): GroupKey {
  const place = record.key === null ? folderOf(record.uri) : record.uri;
  const label = placeLabel(place, roots);
  return { id: `folder:${place}`, label, order: fold(label) };
}
