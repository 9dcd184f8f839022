import type { Story } from "../../core/related/relatedCorpus";
import { relatedMethod, type StoriesAnswer, type StoryAnswer, type StorySummary } from "../../protocol/related";
import { summaryOf } from "../answers/related/relatedAnswer";
import type { Feature } from "../main/services";

const maxStories = 2000;
const maxArticles = 2000;

/** `stories`, `storyArticles` and `storyOf`: the running stories of the corpus. */
export const storyLists: Feature = (connection, services) => {
  const { stories } = services;
  const summary = (at: number, { label, from, to, articles }: Story): StorySummary => ({
    id: `${stories.edition}:${at}`,
    label,
    from,
    to,
    count: articles.length,
  });

  connection.onRequest(relatedMethod.stories, ({ limit }: { readonly limit: number }): StoriesAnswer => {
    const { stories: all } = stories.current;
    return {
      stories: all.slice(0, Math.min(limit, maxStories)).map((story, at) => summary(at, story)),
      total: all.length,
      isReady: stories.isReady,
    };
  });

  connection.onRequest(relatedMethod.storyArticles, ({ id }: { readonly id: string }): StoryAnswer | null => {
    const [edition, at] = id.split(":").map(Number);
    const story = edition === stories.edition ? stories.current.stories[at ?? -1] : undefined;
    if (story === undefined) return null;
    return {
      story: summary(at ?? 0, story),
      articles: story.articles.slice(0, maxArticles).flatMap((article) => summaryOf(services, article)),
    };
  });

  connection.onRequest(relatedMethod.storyOf, ({ id }: { readonly id: string }): StorySummary | null => {
    const { stories: all, ofArticle } = stories.current;
    const at = ofArticle.get(id);
    const story = at === undefined ? undefined : all[at];
    return at === undefined || story === undefined ? null : summary(at, story);
  });
  return {};
};
