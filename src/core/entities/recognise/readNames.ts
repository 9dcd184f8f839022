import type { CancellationToken } from "../../util/cancellation";
import type { Article } from "../../article/article";
import type { LineIndex } from "../../text/lineIndex";
import type { ArticleNames } from "../index/articleNames";
import { MentionTable, type ArticleBase } from "../index/mentionTable";
import type { Mention } from "../mention";
import { cleanName } from "../names/nameKey";
import type { NameModel } from "./model";
import { resolveArticle } from "../resolve/resolveArticle";
import { extractRoles } from "../roles/extractRoles";
import { namesInArticle } from "./namesInText";
import { tellingSentences } from "../index/tellingSentences";

/** A text with its lines, as parsed documents have them. */
interface LinedText {
  readonly text: string;
  readonly lines: LineIndex;
}

/** Where an article that begins at `offset` (of its markers, in a bundle) begins. */
export function baseOf(lines: LineIndex, offset: number): ArticleBase {
  return { offset, line: lines.lineAt(offset) };
}

/** Recognises the names of an article and takes them together: all that the index needs to know. */
export function readNames(document: LinedText, article: Article, base: ArticleBase, model: NameModel, token?: CancellationToken): ArticleNames {
  return namesOf(document, article, base, namesInArticle(document.text, article, model, token));
}

/** The same with names that are known already, in order and without overlaps. */
export function namesOf({ text, lines }: LinedText, article: Article, base: ArticleBase, mentions: readonly Mention[]): ArticleNames {
  const locals = resolveArticle(text, mentions);
  const roles = extractRoles(text, mentions);
  const ofEntities = new Set(locals.flatMap((local) => local.mentions));
  const headline = article.headline?.span;
  const forms: string[] = [];
  const known = new Map<string, number>();
  const formOf = Uint32Array.from(mentions, ({ start, end }) => {
    const form = cleanName(text.slice(start, end));
    let index = known.get(form);
    if (index === undefined) {
      index = forms.push(form) - 1;
      known.set(form, index);
    }
    return index;
  });
  return {
    mentions: MentionTable.of(mentions, lines, base),
    headline: headline ? { start: headline.start - base.offset, end: headline.end - base.offset } : null,
    formOf,
    forms,
    locals,
    roles: roles.filter(({ mention }) => ofEntities.has(mention)).map(({ mention, phrase }) => ({ mention, phrase })),
    sentences: tellingSentences(text, article, base, mentions, locals, roles),
  };
}
