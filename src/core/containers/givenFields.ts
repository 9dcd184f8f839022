import type { Article, Author, Field } from "../article/article";
import { readAuthors } from "../article/byline";
import { readDateline } from "../article/dateline";
import { envelopeDate, settledByUrl } from "../article/dating";
import { displayPlace } from "../article/placeName";
import { explicitPublisher } from "../article/publisher";
import type { Span } from "../text/span";
import type { GivenField, GivenFields } from "./container";

/** What stands in the record counts before what the text seems to say; an article's own dateline stays. */
export function withGivenFields(article: Article, fields: GivenFields): Article {
  if (fields.size === 0) return article;
  const title = given(fields, "title");
  const author = given(fields, "author");
  const source = given(fields, "source");
  const date = dateGiven(fields, article.url?.value ?? null);
  const place = article.dateline === null ? given(fields, "dateline") : null;
  const isName = source !== null && !/^(?:https?:|www\.)|^[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}$/.test(source.value);
  return {
    ...article,
    ...(title === null ? {} : { headline: field(title), displayTitle: title.value, displayTitleKind: "headline" as const }),
    ...(author === null ? {} : { byline: field(author), authors: authorsOf(author) }),
    ...(source !== null && isName && source.value.length <= 120 ? { publisher: explicitPublisher(source.value, source.span) } : {}),
    ...(date === null ? {} : { datePublished: date }),
    ...(place === null ? {} : datelineOf(place)),
    url: urlOf(article, fields),
  };
}

function given(fields: GivenFields, name: string): GivenField | null {
  const found = fields.get(name);
  return found === undefined || found.value === "" ? null : found;
}

function field({ value, span }: GivenField): Field<string> {
  return { value, origin: "explicit", span };
}

function urlOf({ url }: Article, fields: GivenFields): Article["url"] {
  const found = given(fields, "url");
  return found === null || !/^(?:https?:\/\/|www\.)/i.test(found.value) ? url : field(found);
}

function dateGiven(fields: GivenFields, url: string | null): Article["datePublished"] {
  const found = given(fields, "date") ?? given(fields, "updated");
  const date = found === null ? null : envelopeDate(found.value);
  return date === null ? null : { ...settledByUrl(date, url), span: found?.span ?? null };
}

function authorsOf({ value, span }: GivenField): Author[] {
  const nowhere: Span = { start: 0, end: 0 };
  const text = value.slice(0, 400).replace(/^\s*by\s+(?=\S)/i, "");
  const { authors } = readAuthors(text);
  if (authors.length > 0) return authors.map(({ name, kind }) => ({ name, kind, span: span ?? nowhere }));
  const plain = text.trim();
  return plain === "" || plain.length > 60
    ? []
    : [{ name: plain, kind: /\s/.test(plain) ? "person" : "organization", span: span ?? nowhere }];
}

function datelineOf({ value, span }: GivenField): Partial<Article> {
  const bare = value.replace(/[\s–—-]{1,99}$/, "");
  const read = readDateline(`${bare} - `);
  const place = read?.place?.text ?? bare.replace(/\s{0,99}[,(].*/s, "");
  if (place === "" || place.length > 80) return {};
  const cities = read?.place?.cities ?? place.split("/").map((city) => displayPlace(city.trim()));
  const agency = read?.agency?.name;
  return {
    dateline: { text: place, cities, span: span ?? { start: 0, end: 0 } },
    ...(agency === undefined ? {} : { agency: { value: agency, origin: "explicit" as const, span } }),
  };
}
