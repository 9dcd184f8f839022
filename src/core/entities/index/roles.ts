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

/** What a phrase says only beside other sentences: "its chief negotiator", "who heads the union". */
const leansOnText = /^(?:its|his|her|their|our|who|whose|which)\s/i;

/** Kin and rivals of somebody whom the phrase does not name, and clauses. */
const dangles =
  /^(?:who|whose|which|that)\s|^(?:its|his|her|their|our)\s+(?:[\p{L}-]+\s+){0,3}(?:wife|husband|son|daughter|brother|sister|father|mother|uncle|aunt|cousin|nephew|niece|widow|widower|grandson|granddaughter|grandfather|grandmother|friend|colleague|ally|rival|opponent|enemy|author|owner|neighbou?r|successor|predecessor)$/iu;

/** Of two phrases that are used as often, what can be read alone comes first, then the shorter one. */
function byReadability(a: string, b: string): number {
  return Number(leansOnText.test(a)) - Number(leansOnText.test(b)) || a.length - b.length;
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
      // "his wife", "whose audit began the affair": away from its text it says nothing.
      if (role.local !== local || dangles.test(role.phrase)) continue;
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
      phrase: [...spellings].sort((a, b) => b[1] - a[1] || byReadability(a[0], b[0]) || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? key,
      articles: articles.size,
      numbers: [...articles],
    }))
    .sort((a, b) => b.articles - a.articles || byReadability(a.phrase, b.phrase) || (a.key < b.key ? -1 : 1))
    .map(({ phrase, articles, numbers }) => ({ phrase, articles, numbers }));
}
