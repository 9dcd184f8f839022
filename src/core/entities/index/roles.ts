import type { Entity, EntityView } from "./entityView";

/** A role phrase of an entity over all its articles. */
export interface RoleCount {
  /** The spelling that most articles use. */
  readonly phrase: string;
  /** How many articles use it, in whatever spelling. */
  readonly articles: number;
  /** Ids of the articles, in no particular order. */
  readonly articleIds: readonly string[];
}

/** Two spellings of one role have the same key: case, determiners, dots of acronyms and apostrophes do not count. */
export function roleKey(phrase: string): string {
  return phrase
    .replace(/[’‘]/g, "'")
    .replace(/\b((?:\p{L}\.){2,})/gu, (dotted) => dotted.replace(/\./g, ""))
    .toLowerCase()
    .replace(/^(?:the|a|an|its|his|her|their|our)\s+/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** What the corpus says an entity is, most used first. Each article counts once. */
export function rolesOf(view: EntityView, entity: Entity): readonly RoleCount[] {
  const found = new Map<string, { readonly articles: Set<string>; readonly spellings: Map<string, number> }>();
  for (const { articleId, local } of view.places(entity)) {
    const article = view.index.article(articleId);
    for (const role of article?.names.roles ?? []) {
      if (article?.localOf[role.mention] !== local) continue;
      const phrase = role.phrase.replace(/^(?:the|a|an)\s+/i, "");
      const key = roleKey(phrase);
      const entry = found.get(key) ?? { articles: new Set<string>(), spellings: new Map<string, number>() };
      found.set(key, entry);
      entry.articles.add(articleId);
      entry.spellings.set(phrase, (entry.spellings.get(phrase) ?? 0) + 1);
    }
  }
  return [...found]
    .map(([key, { articles, spellings }]) => ({
      key,
      phrase: [...spellings].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? key,
      articles: articles.size,
      articleIds: [...articles],
    }))
    .sort((a, b) => b.articles - a.articles || a.phrase.length - b.phrase.length || (a.key < b.key ? -1 : 1))
    .map(({ phrase, articles, articleIds }) => ({ phrase, articles, articleIds }));
}
