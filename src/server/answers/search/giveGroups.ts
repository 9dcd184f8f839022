import type { RelatedService } from "../related/relatedService";
import type { StoryService } from "../related/storyService";
import type { SearchService } from "./searchService";

/** Lets search know near-duplicates as soon as they have been found, and stories once somebody has asked for them. */
export function giveGroups(search: SearchService, service: RelatedService, stories: StoryService): void {
  let hasStories = false;
  search.groupsOf = (id) => {
    const { related } = service;
    const hasCopies = related.duplicates.of(id).some(({ kind }) => kind !== "excerpt");
    const { stories: known, ofArticle } = hasStories ? stories.current : { stories: [], ofArticle: new Map<string, number>() };
    return { duplicates: hasCopies ? related.groupOf(id) : null, story: known[ofArticle.get(id) ?? -1]?.label ?? null };
  };
  service.changed.on(() => {
    search.groupsChanged();
  });
  stories.changed.on(() => {
    hasStories = true;
    search.groupsChanged();
  });
}
