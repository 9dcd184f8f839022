/** What a citation can name; null for what the article does not say. */
export interface CitedFacts {
  readonly byline: string | null;
  readonly title: string | null;
  readonly source: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly file: string | null;
}

/**
 * A citation in a style such as `({source}, {date})`. Facts that are missing go with the comma beside them. `escape` makes a text of the
 * corpus a piece of the document that it is written into.
 */
export function citationText(style: string, facts: CitedFacts, escape: (text: string) => string): string {
  const known = new Map(Object.entries(facts).filter((fact): fact is [string, string] => typeof fact[1] === "string" && fact[1] !== ""));
  const pieces = style.slice(0, 500).split(/(\{[a-z]+\})/u);
  const kept: string[] = [];
  for (const piece of pieces) {
    const name = /^\{([a-z]+)\}$/u.exec(piece)?.[1];
    if (name === undefined || !Object.hasOwn(facts, name)) {
      // Between a fact that is missing and the next: no second comma.
      const last = kept.at(-1);
      kept.push(last === missing && /^[,;:]\s*/u.test(piece) ? piece.replace(/^[,;:]\s*/u, "") : piece);
    } else {
      const value = known.get(name);
      if (value === undefined) {
        const before = kept.at(-1);
        if (before !== undefined && before !== missing) kept[kept.length - 1] = before.replace(/[,;:] ?$/u, "");
        // Where something was said before, what follows keeps its comma.
        if (!/[^\s([]/u.test(kept.filter((one) => one !== missing).join(""))) kept.push(missing);
      } else kept.push(escape(value));
    }
  }
  return kept.filter((one) => one !== missing).join("");
}

/** Stands for a fact that is missing at the beginning. */
const missing = "\u0000";
