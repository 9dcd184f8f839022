import { bearerOf, type Bearer } from "../../src/core/entities/resolve/bearer";
import { EntityResolver } from "../../src/core/entities/resolve/entityResolver";
import type { LocalEntity } from "../../src/core/entities/resolve/localEntity";
import { hashText } from "../../src/core/entities/recognise/hash";

/** An article with its names taken together. */
export interface NamedArticle {
  readonly id: string;
  /** `YYYY-MM-DD`; null for none. */
  readonly date: string | null;
  readonly locals: readonly LocalEntity[];
}

/** What became of full names of which only the last name was left. */
export interface Found {
  /** Last names that several people bear and none dominates. */
  open: number;
  /** Of those: names of people whom no other article names in full, so that nothing would be right. */
  strangers: number;
  right: number;
  wrong: number;
  /** How many of the strangers were taken for somebody. */
  wrongStrangers: number;
}

interface Hidden {
  readonly article: number;
  readonly word: string;
  readonly full: Bearer;
  readonly local: LocalEntity;
}

function bearerOfLocal({ type, key }: LocalEntity): Bearer | null {
  return type === "PER" ? bearerOf(key, (text) => text) : null;
}

/** Leaves only the last name of some persons whom an article names in full, and who are the only ones of that name there. */
function hide(
  articles: readonly NamedArticle[],
  share: number,
  draw: string,
): { readonly locals: readonly (readonly LocalEntity[])[]; readonly hidden: readonly Hidden[] } {
  const hidden: Hidden[] = [];
  const locals = articles.map(({ id, locals: own }, article) => {
    const words = own.map((local) => bearerOfLocal(local)?.single ?? (local.type === "PER" ? local.key : ""));
    return own.map((local) => {
      const full = bearerOfLocal(local);
      if (
        full === null ||
        words.filter((word) => word === full.single).length > 1 ||
        hashText(`${draw} ${id} ${local.key}`) % 1000 >= share * 1000
      )
        return local;
      hidden.push({ article, word: full.single, full, local });
      return { ...local, key: full.single, bare: true, aliases: [], forms: new Map([[full.single, local.mentions.length]]) };
    });
  });
  return { locals, hidden };
}

/**
 * Hides a share of the full names of articles, and adds to `found` whom the last names were taken for. A name that differs in the rest
 * of the given name, or a middle one, is right.
 */
export function findHidden(articles: readonly NamedArticle[], share: number, draw: string, found: Found): void {
  const { locals, hidden } = hide(articles, share, draw);
  const numbers: (readonly number[])[] = [];
  const resolver = new EntityResolver(undefined, {
    articleCount: () => articles.length,
    localCount: (article) => numbers[article]?.length ?? 0,
    eachLocal: (article, visit) => {
      for (const group of numbers[article] ?? []) visit(group);
    },
    rolesOf: () => [],
    idOf: String,
    formsOf: (article, local) => locals[article]?.[local]?.forms ?? [],
    originOf: (article) => ({ date: articles[article]?.date ?? null, makers: [] }),
  });
  for (const [article, own] of locals.entries()) numbers[article] = resolver.add(article, own);
  const linked = resolver.linked();
  for (const { article, word, full, local } of hidden) {
    const name = resolver.get("PER", word);
    const people = new Set(resolver.bearersOf(word).map(({ number }) => linked.rootNumber(number)));
    if (people.size < 2 || name?.number !== linked.rootNumber(name?.number ?? -1)) continue;
    found.open++;
    const truth = linked.rootNumber(resolver.get("PER", local.key)?.number ?? -1);
    const isStranger = !people.has(truth);
    if (isStranger) found.strangers++;
    const reading = linked.readingOf(name.number, article);
    if (reading === null) continue;
    if (reading.root === truth || resolver.withNumber(reading.root)?.bearer?.given.charAt(0) === full.given.charAt(0)) found.right++;
    else if (isStranger) found.wrongStrangers++;
    else found.wrong++;
  }
}
