import { nameKey } from "../names/nameKey";
import { organizationKey } from "../names/organizationName";
import { personName } from "../names/personName";
import type { ArticleContexts } from "./articleContexts";
import type { CountedGroup } from "./groupTally";
import { personKey } from "./linkPersons";
import type { EntityType } from "./localEntity";

/**
 * Articles that name more than this are lists: who stands beside whom says nothing there, and a list of made-up names would cost its
 * square.
 */
const mostNames = 200;

/** The groups that the name of an outlet, an agency or an author may be in. */
function keysOfMaker(name: string): readonly (readonly [type: EntityType, key: string])[] {
  const person = personName(nameKey(name));
  return [
    ["ORG", organizationKey(name)],
    ["LOC", nameKey(name)],
    ["PER", person === null ? nameKey(name) : personKey(person)],
  ];
}

/** Whom and what articles name, by the numbers of root groups. */
export class ArticleCompany {
  readonly #articles: ArticleContexts;
  readonly #roots: Int32Array;
  readonly #groupOf: (type: EntityType, key: string) => CountedGroup | undefined;
  readonly #makers = new Map<string, readonly number[]>();
  /** How many names have been looked at; who asks sets it back. */
  looked = 0;

  /** `roots` are those of all groups, by their numbers. */
  constructor(articles: ArticleContexts, roots: Int32Array, groupOf: (type: EntityType, key: string) => CountedGroup | undefined) {
    this.#articles = articles;
    this.#roots = roots;
    this.#groupOf = groupOf;
  }

  /** Calls `visit` with each root group of an article, some of them more than once; with none of a list. */
  each(article: number, visit: (root: number) => void): void {
    this.looked++;
    if (this.#articles.localCount(article) > mostNames) return;
    this.#articles.eachLocal(article, (group) => {
      this.looked++;
      visit(this.#roots[group] ?? group);
    });
  }

  /** The root groups of an article but for those of who made it. */
  of(article: number): Set<number> {
    const company = new Set<number>();
    this.each(article, (root) => company.add(root));
    for (const maker of this.#articles.originOf(article)?.makers ?? []) for (const root of this.#rootsOfMaker(maker)) company.delete(root);
    return company;
  }

  #rootsOfMaker(name: string): readonly number[] {
    const known = this.#makers.get(name);
    if (known !== undefined) return known;
    const found = keysOfMaker(name)
      .flatMap(([type, key]) => this.#groupOf(type, key) ?? [])
      .map(({ number }) => this.#roots[number] ?? number);
    this.#makers.set(name, found);
    return found;
  }
}
