import type { LocalQuotation } from "../../quotations/localQuotation";
import { readQuotations, writeQuotations } from "../../quotations/packedQuotations";
import { VarintReader, type VarintWriter } from "../../util/varints";
import { groupId, type EntityType, type LocalEntity } from "../resolve/localEntity";
import type { ArticleNames, LocalSentence } from "./articleNames";
import { MentionTable } from "./mentionTable";
import type { StringTable } from "../../util/stringTable";

/** In place of the index of a local entity, for a mention of none. */
const none = 0;

/**
 * Writes an article's names, about a kilobyte, and uses its strings. What can be found again is left out: a local
 * entity's forms are those of its mentions.
 */
export function writeNames(names: ArticleNames, strings: StringTable, writer: VarintWriter): void {
  const { mentions, headline, formOf, forms, locals, roles } = names;
  writeQuotations(names.quotations, strings, writer);
  writeSentences(names.sentences, writer);
  mentions.write(writer);
  // One more than its length, so that there is a 0 for none.
  writer.put(headline === null ? 0 : headline.end - headline.start + 1);
  if (headline !== null) writer.put(headline.start);
  writer.put(forms.length);
  for (const form of forms) writer.put(strings.use(form));
  const localOf = localsOfMentions(names);
  for (let mention = 0; mention < mentions.count; mention++) {
    writer.put(formOf[mention] ?? 0);
    writer.put((localOf[mention] ?? -1) + 1);
  }
  writer.put(locals.length);
  for (const local of locals) {
    writer.put(strings.use(groupId(local)));
    writer.put((local.aliases.length << 1) | Number(local.bare));
    for (const alias of local.aliases) writer.put(strings.use(alias));
    writer.put(local.because.length);
    for (const reason of local.because) writer.put(strings.use(reason));
  }
  writer.put(roles.length);
  for (const { mention, phrase } of roles) {
    writer.put(mention);
    writer.put(strings.use(phrase));
  }
}

/** A sentence that tells of several entities stands once. */
function writeSentences(sentences: readonly LocalSentence[], writer: VarintWriter): void {
  const distinct = new Map<number, { readonly at: number; readonly sentence: LocalSentence }>();
  for (const sentence of [...sentences].sort((a, b) => a.start - b.start)) {
    if (!distinct.has(sentence.start)) distinct.set(sentence.start, { at: distinct.size, sentence });
  }
  writer.put(distinct.size);
  let before = 0;
  for (const {
    sentence: { start, end, hash },
  } of distinct.values()) {
    writer.put(start - before);
    writer.put(end - start);
    writer.put(hash);
    before = start;
  }
  writer.put(sentences.length);
  for (const { local, score, start } of sentences) {
    writer.put(local);
    writer.put(Math.round(score * 2));
    writer.put(distinct.get(start)?.at ?? 0);
  }
}

/** The quotations of an article: what `writeNames` wrote begins with them. */
export function readSaid(reader: VarintReader, strings: StringTable): readonly LocalQuotation[] {
  return readQuotations(reader, strings);
}

/** The sentences of an article. */
export function readSentences(reader: VarintReader): readonly LocalSentence[] {
  reader.block();
  return sentencesFrom(reader);
}

function sentencesFrom(reader: VarintReader): readonly LocalSentence[] {
  let start = 0;
  const distinct = times(reader.next(), () => {
    start += reader.next();
    return { start, end: start + reader.next(), hash: reader.next() >>> 0 };
  });
  return times(reader.next(), (): LocalSentence => {
    const local = reader.next();
    const score = reader.next() / 2;
    return { local, score, ...(distinct[reader.next()] ?? { start: 0, end: 0, hash: 0 }) };
  });
}

/** The mentions of an article, with the index of the local entity of each: the rest is not read. */
export function readMentions(reader: VarintReader): ArticleMentions {
  reader.block();
  for (const width of [3, 3]) for (let left = width * reader.next(); left > 0; left--) reader.next();
  const mentions = MentionTable.read(reader);
  readHeadline(reader);
  for (let left = reader.next(); left > 0; left--) reader.next();
  const localOf = new Int32Array(mentions.count);
  for (let mention = 0; mention < mentions.count; mention++) {
    reader.next();
    localOf[mention] = reader.next() - 1;
  }
  return { mentions, localOf };
}

/** The index into `locals` for each mention; -1 for a name of no entity. */
export function localsOfMentions({
  mentions,
  locals,
}: {
  readonly mentions: { readonly count: number };
  readonly locals: readonly LocalEntity[];
}): Int32Array {
  const localOf = new Int32Array(mentions.count).fill(-1);
  for (const [at, local] of locals.entries()) for (const mention of local.mentions) localOf[mention] = at;
  return localOf;
}

/** Where the names of an article stand. */
export interface ArticleMentions {
  readonly mentions: MentionTable;
  /** For each mention the index of its local entity; -1 for a name of no entity. */
  readonly localOf: Int32Array;
}

interface OpenLocal {
  readonly type: EntityType;
  readonly key: string;
  readonly bare: boolean;
  readonly forms: Map<string, number>;
  readonly aliases: readonly string[];
  readonly mentions: number[];
  readonly because: readonly string[];
}

/** Reads what `writeNames` wrote. `seen` gets the number of each string, as often as it was used. */
export function readPacked(reader: VarintReader, strings: StringTable, seen?: (string: number) => void): ArticleNames {
  const text = (): string => {
    const number = reader.next();
    seen?.(number);
    return strings.text(number);
  };
  const quotations = readQuotations(reader, strings, seen);
  const sentences = sentencesFrom(reader);
  const mentions = MentionTable.read(reader);
  const headline = readHeadline(reader);
  const forms = times(reader.next(), text);
  const formOf = new Uint32Array(mentions.count);
  const localOf = new Int32Array(mentions.count);
  for (let mention = 0; mention < mentions.count; mention++) {
    formOf[mention] = reader.next();
    localOf[mention] = reader.next();
  }
  const locals = times(reader.next(), (): OpenLocal => {
    const id = text();
    const colon = id.indexOf(":");
    const flags = reader.next();
    const aliases = times(flags >> 1, text);
    return {
      type: id.slice(0, colon) as EntityType,
      key: id.slice(colon + 1),
      bare: (flags & 1) === 1,
      forms: new Map(),
      aliases,
      mentions: [],
      because: times(reader.next(), text),
    };
  });
  for (const [mention, at] of localOf.entries()) {
    const local = at === none ? undefined : locals[at - 1];
    if (local === undefined) continue;
    const form = forms[formOf[mention] ?? 0] ?? "";
    local.mentions.push(mention);
    local.forms.set(form, (local.forms.get(form) ?? 0) + 1);
  }
  const roles = times(reader.next(), () => ({ mention: reader.next(), phrase: text() }));
  return { mentions, headline, formOf, forms, locals, roles, sentences, quotations };
}

function readHeadline(reader: VarintReader): ArticleNames["headline"] {
  const length = reader.next() - 1;
  if (length < 0) return null;
  const start = reader.next();
  return { start, end: start + length };
}

function times<T>(count: number, make: () => T): T[] {
  const made: T[] = [];
  for (let left = count; left > 0; left--) made.push(make());
  return made;
}
