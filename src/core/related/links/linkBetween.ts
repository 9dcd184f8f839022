import type { LinkState } from "../similarity/reasons";
import type { RelatedCorpus } from "../relatedCorpus";

/** Whether an article lists another by its title, or is listed by it. */
export function linkBetween(corpus: RelatedCorpus, id: string, other: string): LinkState {
  if (lists(corpus, id, other)) return "listed";
  return lists(corpus, other, id) ? "lists" : "none";
}

function lists(corpus: RelatedCorpus, from: string, to: string): boolean {
  return corpus.facts(from)?.listed.some((title) => corpus.resolve(title, from).some((match) => match.id === to)) ?? false;
}
