import * as path from "node:path";
import { promises as fs } from "node:fs";
import { terminalText } from "../core/text/escape";
import { URI } from "vscode-uri";
import type { CancellationToken } from "../core/util/cancellation";
import { articleRecord } from "../core/corpus/articleRecord";
import { withCutNotice } from "../core/corpus/cutArticles";
import { Corpus } from "../core/corpus/corpus";
import { parseDocument, type ParsedDocument } from "../core/corpus/parseDocument";
import { isWithin } from "../core/corpus/places";
import type { FileFacts } from "../core/library/keptDocument";
import type { Library } from "../core/library/library";
import { messageOf } from "../core/util/errorText";
import type { FoundFile } from "../server/files/fileSource";
import { readInOrder, type ReadFile } from "../server/files/io/readInOrder";
import { stampOf } from "../server/files/node/fileStamp";
import { NodeFileSource } from "../server/files/node/nodeFileSource";
import type { SkippedFile } from "../protocol/corpus";
import type { Context } from "./context";
import { type CorpusFile, UnreadFile } from "./corpusFile";
import { drive } from "./drive";
import { Failure } from "./failure";
import { keptReading, type KeptReading, keptStamp } from "./keptFile";
import { indexPlace, type IndexPlace, KeptIndex, libraryOf } from "./keptIndex";
import { readAs, type Reading } from "./readAs";
import { useSharedLines } from "./sharedLines";

/** A file of the folder that gives no articles. */
export interface LeftOut {
  /** Relative to the folder, with "/". */
  readonly file: string;
  /** Why, in a sentence. */
  readonly reason: string;
}

/** A corpus with its texts. */
export interface LoadedTexts {
  /** In the order of their paths. */
  readonly files: readonly CorpusFile[];
  readonly corpus: Corpus;
  /** What was named as skipped, in the order in which it was found. */
  readonly leftOut: readonly LeftOut[];
}

/** A corpus in a library. */
export interface LoadedCorpus extends LoadedTexts {
  /** The URI of the folder or file that was asked for. */
  readonly root: string;
  readonly library: Library;
  /** Keeps what has been found out since, where an index is kept. Done at the end of a command by itself. */
  readonly keep: () => Promise<void>;
  /** Where an index is kept. */
  readonly kept: KeptIndex | null;
}

/** A little less than V8's longest string. */
export const MAX_FILE_SIZE = 512_000_000;

/**
 * Reads every article below `folder` (or of that file), save the file `except`. What is skipped is named on the
 * terminal, and so is what a file lost in decoding. Each article is read with the lines that its folder or host shares.
 * Fails where the folder itself cannot be read, or when cancelled.
 */
export async function loadTexts(folder: string, context: Context, except: string | null = null): Promise<LoadedTexts> {
  const root = await rootOf(folder);
  const { files, leftOut, unread } = await gather(root, context, except, null, indexPlace(root.path, context));
  const corpus = new Corpus();
  useSharedLines(
    files.map(({ file }) => file),
    corpus.pool,
  );
  for (const { file } of files) {
    const { uri, document } = file;
    corpus.setDocument(
      uri,
      document.slots.map((slot, index) => articleRecord(uri, document, index, slot, document.article(index), corpus.pool)),
    );
  }
  tellUnread(unread, context);
  return { files: files.map(({ file }) => file), corpus, leftOut };
}

/**
 * The same, with the corpus in a library. Where an index is kept, the files that are as they were are not read, and their texts only
 * once somebody asks for them.
 */
export async function loadCorpus(folder: string, context: Context, except: string | null = null): Promise<LoadedCorpus> {
  const root = await rootOf(folder);
  const rootUri = URI.file(root.path).toString();
  const place = indexPlace(root.path, context);
  const { library, index } =
    place === null ? { library: libraryOf(rootUri), index: null } : await KeptIndex.open(place.folder, rootUri, context);
  if (![...library.files()].every(([uri]) => isWithin(uri, rootUri)))
    context.terminal.complain(`${terminalText(place?.folder ?? "")}: is of another folder; it is made anew.`);
  const { files, leftOut, unread, seen } = await gather(root, context, except, library, place);
  for (const [uri] of [...library.files()]) if (!seen.has(uri)) library.forget(uri);
  for (const { file, facts } of files) if (facts !== null) await take(file, facts, library, context);
  await drive(library.forgetGone(), context);
  await readShared(files, library, context);
  await drive(library.describe(), context);
  tellUnread(unread, context);
  const keep = async (): Promise<void> => {
    await index?.save();
  };
  context.atEnd?.push(keep);
  return { root: rootUri, files: files.map(({ file }) => file), corpus: library.corpus, library, leftOut, keep, kept: index };
}

async function take({ uri, path: name, document }: CorpusFile, facts: FileFacts, library: Library, context: Context): Promise<void> {
  const left = await drive(library.take(uri, document, facts), context);
  if (left > 0)
    context.terminal.complain(
      `${terminalText(name)}: it has ${document.slots.length} articles; the last ${left} are left out of the corpus.`,
    );
}

/** Reads the articles again that share other lines with their folder or host than they were read with. */
async function readShared(files: readonly GatheredFile[], library: Library, context: Context): Promise<void> {
  const byUri = new Map(files.map(({ file }) => [file.uri, file]));
  await drive(library.share(), context);
  for (let uri = library.takeToReadAgain(); uri !== null; uri = library.takeToReadAgain()) {
    const file = byUri.get(uri);
    if (file !== undefined) await drive(library.readAgain(uri, file.document), context);
  }
}

interface Root {
  /** Absolute. */
  readonly path: string;
  readonly isFolder: boolean;
  /** As the user named it. */
  readonly name: string;
}

async function rootOf(folder: string): Promise<Root> {
  const root = path.resolve(folder);
  const stats = await fs.stat(root).catch(() => {
    throw new Failure(`${terminalText(folder)}: no such file or folder.`);
  });
  return { path: root, isFolder: stats.isDirectory(), name: folder };
}

interface GatheredFile {
  readonly file: CorpusFile;
  /** What is known of it since it was read now; null where it is as it was kept. */
  readonly facts: FileFacts | null;
}

interface Gathered {
  readonly files: readonly GatheredFile[];
  readonly leftOut: readonly LeftOut[];
  /** The files of a corpus, read or not, with those that were left out for what they are. */
  readonly seen: ReadonlySet<string>;
  /** How many files there are of each extension that is not read. */
  readonly unread: ReadonlyMap<string, number>;
}

/** Lists the files and reads those that `library` does not know as they are. Those that are no articles it is told of. */
async function gather(
  root: Root,
  { terminal, token, encoding = null }: Context,
  except: string | null,
  library: Library | null,
  place: IndexPlace | null,
): Promise<Gathered> {
  const base = root.isFolder ? root.path : path.dirname(root.path);
  const files: GatheredFile[] = [];
  const leftOut: LeftOut[] = [];
  const seen = new Set<string>();
  const unread = new Map<string, number>();
  const relative = (uri: string): string => path.relative(base, URI.parse(uri).fsPath).split(path.sep).join("/") || terminalText(root.name);
  const skip = ({ uri, detail }: Pick<SkippedFile, "uri" | "detail">): void => {
    leftOut.push({ file: relative(uri), reason: detail });
    terminal.complain(`${terminalText(relative(uri))}: skipped. ${terminalText(detail)}`);
  };
  const ignored = await ignoredBelow(root, except, place);
  const source = new NodeFileSource();
  source.askedEncoding = () => encoding;
  // A file that was named itself is read whatever it looks like.
  const read = root.isFolder ? readAs : readAsNamed;
  const way = `${encoding ?? ""} ${root.isFolder ? "member" : "named"}`;
  const found = source.list(
    URI.file(root.path).toString(),
    (file) => {
      if (ignored(file.uri)) return;
      if (file.reason === "other-kind") unread.set(file.detail, (unread.get(file.detail) ?? 0) + 1);
      else skip(file);
    },
    token,
  );
  const known = (uri: string): KeptReading | null => keptReading(library?.file(uri)?.stamp ?? null, way);
  for await (const {
    found: { uri },
    kept,
    result,
  } of readUnknown(source, found, known, ignored, token)) {
    const name = relative(uri);
    const fileName = path.basename(name);
    if (kept !== null) {
      seen.add(uri);
      const { left = null, notice = null } = library?.file(uri) ?? {};
      if (left !== null) {
        skip({ uri, detail: left });
        continue;
      }
      const parse = (text: string): ParsedDocument | null => {
        const { document } = read(text, fileName, token);
        if (document !== null) library?.useSharedLines(uri, document);
        return document;
      };
      files.push({ file: new UnreadFile(uri, name, kept.stamp, kept.encoding, parse), facts: null });
      if (notice !== null) terminal.complain(`${terminalText(name)}: ${notice}`);
      continue;
    }
    if (!result.ok) {
      skip(result.skipped);
      continue;
    }
    let { notice } = result.file;
    try {
      const { document, reason } = read(result.file.text, fileName, token);
      const stamp = keptStamp(result.file, way);
      seen.add(uri);
      if (document === null) {
        skip({ uri, detail: reason });
        library?.leave(uri, { stamp, notice, left: reason });
        continue;
      }
      // Every article is read now: what fails on one must not take the other files with it.
      for (const slot of document.slots.keys()) document.article(slot);
      notice = withCutNotice(notice, document);
      files.push({ file: { uri, path: name, document }, facts: { stamp, notice, left: null } });
    } catch (error) {
      // Parsing never fails; if it does, that is a fault here, and no reason to lose the other files.
      seen.delete(uri);
      skip({ uri, detail: `This program failed on it: ${messageOf(error)}` });
      continue;
    }
    if (notice !== null) terminal.complain(`${terminalText(name)}: ${notice}`);
  }
  if (token.isCancellationRequested) throw new Failure("Cancelled.");
  return { files, leftOut, seen, unread };
}

/** Which files are not looked at: the one that is not part of the corpus, and indexes that are kept below it. */
async function ignoredBelow(root: Root, except: string | null, place: IndexPlace | null): Promise<(uri: string) => boolean> {
  const exceptUri = except === null ? null : URI.file(except).toString();
  const outer = place === null ? null : await realPath(place.outer);
  const below = outer === null ? "" : path.relative(await realPath(root.path), outer);
  const isInside = below !== "" && below !== ".." && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below);
  const indexUri = isInside ? URI.file(path.join(root.path, below)).toString() : null;
  return (uri) => uri === exceptUri || (indexUri !== null && isWithin(uri, indexUri));
}

async function realPath(place: string): Promise<string> {
  return await fs.realpath(place).catch(() => place);
}

type Read = { readonly found: FoundFile; readonly kept: KeptReading; readonly result: null } | (ReadFile & { readonly kept: null });

/** So many files are looked at, at a time, to see whether they are as they were. */
const checkedAtOnce = 256;

/** Reads the files, save those that are `known` and as they were. In their order. */
async function* readUnknown(
  source: NodeFileSource,
  files: AsyncIterable<FoundFile>,
  known: (uri: string) => KeptReading | null,
  ignored: (uri: string) => boolean,
  token: CancellationToken,
): AsyncGenerator<Read, void, undefined> {
  const asked: { readonly found: FoundFile; readonly kept: KeptReading | null }[] = [];
  let checks: { readonly found: FoundFile; readonly kept: Promise<KeptReading | null> }[] = [];
  const settle = async (): Promise<void> => {
    for (const { found, kept } of checks) asked.push({ found, kept: await kept });
    checks = [];
  };
  for await (const found of files) {
    if (ignored(found.uri)) continue;
    checks.push({ found, kept: asItWas(found.uri, known(found.uri)) });
    if (checks.length >= checkedAtOnce) await settle();
  }
  await settle();
  // What one file leaves in doubt, those beside it decide.
  for (const { found, kept } of asked) if (kept?.isDoubtful === false) source.noteEncoding(found.uri, kept.encoding);
  const limits = { maxFileSize: MAX_FILE_SIZE };
  const unread = readInOrder(
    source,
    asked.filter(({ kept }) => kept === null).map(({ found }) => found),
    limits,
    token,
  );
  for (const { found, kept } of asked) {
    if (kept !== null) yield { found, kept, result: null };
    else {
      const next = await unread.next();
      if (next.done !== true) yield { ...next.value, kept: null };
    }
    if (token.isCancellationRequested) return;
  }
}

async function asItWas(uri: string, kept: KeptReading | null): Promise<KeptReading | null> {
  return kept !== null && (await stampOf(uri))?.text === kept.stamp ? kept : null;
}

function readAsNamed(text: string, fileName: string, token: CancellationToken): Reading {
  return { document: parseDocument(text, { fileName }, token), reason: null };
}

/** `Not read for their extension: 12 .jpg, 1 .pdf.` */
function tellUnread(counts: ReadonlyMap<string, number>, { terminal }: Context): void {
  if (counts.size === 0) return;
  const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([extension, count]) => `${count} .${terminalText(extension)}`);
  terminal.complain(`Not read for their extension: ${parts.join(", ")}.`);
}
