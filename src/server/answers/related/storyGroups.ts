import type { StoryGroupOf } from "../../../core/corpus/articleGroups";
import { articleId } from "../../../core/corpus/articleRecord";
import type { StoryService } from "./storyService";

/** The stories as groups of the Articles tree, the longest first; an id holds while a story's first article is the same. */
export function storyGroups(stories: StoryService): StoryGroupOf {
  const { stories: all, ofArticle } = stories.current;
  return (record) => {
    const at = ofArticle.get(articleId(record));
    const story = at === undefined ? undefined : all[at];
    if (at === undefined || story === undefined) return null;
    const { label, from, to, articles } = story;
    const span = from === null || to === null ? {} : { span: { newest: to, oldest: from } };
    return { id: `story:${articles[0] ?? at}`, label, order: String(at).padStart(9, "0"), ...span };
  };
}
