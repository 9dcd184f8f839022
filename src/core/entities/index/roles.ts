import type { Entity } from "./entity";
import type { EntityView } from "./entityView";
import { markHasRole } from "./placeMark";

/** A role phrase of an entity over all its articles. */
export interface RoleCount {
  /** The spelling that most articles use. */
  readonly phrase: string;
  /** How many articles use it, in whatever spelling. */
  readonly articles: number;
  /** The articles' numbers in the index, in no particular order. */
  readonly numbers: readonly number[];
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

interface FoundRole {
  readonly articles: Set<number>;
  readonly spellings: Map<string, number>;
}

/** What the corpus says an entity is, most used first. Each article counts once. */
export function rolesOf(view: EntityView, entity: Entity): readonly RoleCount[] {
  const found = new Map<string, FoundRole>();
  const ofPhrase = new Map<string, { readonly phrase: string; readonly role: FoundRole }>();
  view.eachPlace(entity, (article, local, _, mark) => {
    if (!markHasRole(mark)) return;
    for (const role of view.index.rolesOf(article)) {
      if (role.local !== local) continue;
      let known = ofPhrase.get(role.phrase);
      if (known === undefined) {
        const phrase = role.phrase.replace(/^(?:the|a|an)\s+/i, "");
        const key = roleKey(phrase);
        const entry = found.get(key) ?? { articles: new Set(), spellings: new Map() };
        found.set(key, entry);
        ofPhrase.set(role.phrase, (known = { phrase, role: entry }));
      }
      known.role.articles.add(article);
      known.role.spellings.set(known.phrase, (known.role.spellings.get(known.phrase) ?? 0) + 1);
    }
  });
  return [...found]
    .map(([key, { articles, spellings }]) => ({
      key,
      phrase: [...spellings].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? key,
      articles: articles.size,
      numbers: [...articles],
    }))
    .sort((a, b) => b.articles - a.articles || a.phrase.length - b.phrase.length || (a.key < b.key ? -1 : 1))
    .map(({ phrase, articles, numbers }) => ({ phrase, articles, numbers }));
}
