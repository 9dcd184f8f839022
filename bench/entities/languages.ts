import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../../src/core/text/span";
import type { GoldSpan } from "./scoring";

/** A document of another language than English. */
export interface LanguageDocument {
  readonly text: string;
  /** One a sentence. */
  readonly zones: readonly Span[];
  readonly gold: readonly GoldSpan[];
}

export interface LanguageSet {
  /** Two letters, ISO 639. */
  readonly language: string;
  readonly documents: readonly LanguageDocument[];
}

/**
 * Universal NER's parallel treebanks (CC BY-SA: github.com/UniversalNER, `UNER_German-PUD` and the like) in a folder of
 * their `.iob2` files, one a language: the same 1,000 sentences of news and Wikipedia in each. Empty where there is no such folder.
 */
export function languageSets(folder: string | undefined): LanguageSet[] {
  if (folder === undefined || !existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((file) => /^[a-z]{2}_pud-ud-test\.iob2$/.test(file))
    .sort();
  return files.map((file) => ({ language: file.slice(0, 2), documents: readIob(readFileSync(join(folder, file), "utf8")) }));
}

function readIob(iob: string): LanguageDocument[] {
  return iob
    .split(/^# newdoc .*$/mu)
    .slice(1)
    .map((source) => {
      let text = "";
      const zones: Span[] = [];
      const gold: { start: number; end: number; type: string }[] = [];
      for (const sentence of source.split(/\n\n+/)) {
        const written = /^# text = (.*)$/mu.exec(sentence)?.[1];
        if (written === undefined) continue;
        const from = text.length;
        text += `${written}\n`;
        let at = from;
        let open: { start: number; end: number; type: string } | null = null;
        for (const [, form = "", tag = ""] of sentence.matchAll(/^\d+\t([^\t]+)\t([^\t]+)/gmu)) {
          const start = text.indexOf(form, at);
          if (start < 0) continue;
          at = start + form.length;
          if (tag.startsWith("I-") && open !== null) open.end = at;
          else if (tag.startsWith("B-")) {
            open = { start, end: at, type: tag.slice(2) };
            gold.push(open);
          } else open = null;
        }
        zones.push({ start: from, end: text.length - 1 });
      }
      return { text, zones, gold };
    });
}
