import { atOnce } from "../../util/atOnce";
import { termsOf } from "../analyse/analyser";
import type { WordNode } from "../query/ast";
import { isEmpty, withValues, type Evaluation } from "./evaluate";
import { valueFields } from "./prepare";

/**
 * Whether a word looks half typed: neither it nor an inflection of it stands anywhere (in a value of its field, where it
 * has such a field), but words that begin with it do.
 */
export function isBegun({ text, field }: WordNode, { dictionary, values, articles }: Pick<Evaluation, "dictionary" | "values" | "articles">): boolean {
  const terms = termsOf(text);
  const last = terms.at(-1);
  if (last === undefined) return false;
  const fields = field === null ? undefined : valueFields[field];
  if (fields !== undefined) {
    const stands = (words: string): boolean => {
      const having = atOnce(values.having(fields, words));
      return having.includes(1) && !isEmpty(withValues(having, articles));
    };
    const words = ` ${terms.join(" ")}`;
    return !stands(`${words} `) && stands(words);
  }
  const isAlive = (number: number): boolean => dictionary.frequency(number) > 0;
  // The words of a phrase stand for no inflections.
  const known = terms.length > 1 ? [dictionary.find(last) ?? 0] : dictionary.sameStem(last);
  return !known.some(isAlive) && dictionary.withPrefix(last).some(isAlive);
}
