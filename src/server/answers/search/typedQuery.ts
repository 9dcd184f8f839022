import type { ParsedQuery } from "../../../core/search/query/ast";
import { withBegunWord } from "../../../core/search/query/begunWord";
import { parseQuery } from "../../../core/search/query/parser";
import type { Services } from "../../main/services";

/** A query as the reader means it who may still be typing it. All that is asked with it understands it alike. */
export function typedQuery({ search: { engine } }: Services, query: string): ParsedQuery {
  return withBegunWord(parseQuery(query), (word) => engine.isBegun(word, true));
}
