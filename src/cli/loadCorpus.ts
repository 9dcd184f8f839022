import * as path from "node:path";
import { promises as fs } from "node:fs";
import { terminalText } from "../core/text/escape";
import { URI } from "vscode-uri";
import type { CancellationToken } from "../core/util/cancellation";
import { articleRecord } from "../core/corpus/articleRecord";
import { withCutNotice } from "../core/corpus/cutArticles";
import { Corpus } from "../core/corpus/corpus";
import { parseDocument } from "../core/corpus/parseDocument";
import { messageOf } from "../core/util/errorText";
import type { FoundFile } from "../server/files/fileSource";
import { readInOrder, type ReadFile } from "../server/files/io/readInOrder";
import { NodeFileSource } from "../server/files/node/nodeFileSource";
import type { SkippedFile } from "../protocol/corpus";
import type { Context } from "./context";
import type { CorpusFile } from "./corpusFile";
import { Failure } from "./failure";
import type { CorpusIndex } from "./index/corpusIndex";
import type { SavedFile } from "./index/savedFiles";
import { UnreadFile } from "./index/unreadFile";
import { readAs, type Reading } from "./readAs";
import { readWithSharedLines } from "./sharedLines";

export interface LoadedCorpus {
  /** In the order of their paths. */
  readonly files: readonly CorpusFile[];
  readonly corpus: Corpus;
  /** How many files were named as skipped. */
  readonly skipped: number;
}

/** A little less than V8's longest string. */
export const MAX_FILE_SIZE = 512_000_000;

/**
 * Reads every article below `folder` (or of that file), save the file `except`. What is skipped is named on the
 * terminal, and so is what a file lost in decoding. Files that `index` knows are not read.
 * Each article is read with the lines that its folder or host shares, if `together`: not where an index keeps what it was made
 * of, which each file that comes would change. Fails where the folder itself cannot be
 * read, or when cancelled.
 */
export async function loadCorpus(
  folder: string,
  { terminal, token, encoding = null }: Context,
  except: string | null = null,
  index: CorpusIndex | null = null,
  together = true,
): Promise<LoadedCorpus> {
  if (encoding !== null && index !== null)
    throw new Failure("An index holds the files as their own bytes say: --encoding cannot be used with it.");
  const root = path.resolve(folder);
  const stats = await fs.stat(root).catch(() => {
    throw new Failure(`${terminalText(folder)}: no such file or folder.`);
  });
  const base = stats.isDirectory() ? root : path.dirname(root);
  const files: CorpusFile[] = [];
  const corpus = new Corpus();
  let skipped = 0;
  const relative = (uri: string): string => path.relative(base, URI.parse(uri).fsPath).split(path.sep).join("/") || terminalText(folder);
  const unread = new Map<string, number>();
  const skip = ({ uri, detail }: Pick<SkippedFile, "uri" | "detail">): void => {
    skipped++;
    terminal.complain(`${terminalText(relative(uri))}: skipped. ${terminalText(detail)}`);
  };
  const exceptUri = except === null ? null : URI.file(except).toString();
  const source = new NodeFileSource();
  source.askedEncoding = () => encoding;
  // A file that was named itself is read whatever it looks like.
  const read = stats.isDirectory() ? readAs : readAsNamed;
  const found = source.list(
    URI.file(root).toString(),
    (file) => {
      if (file.reason === "other-kind") unread.set(file.detail, (unread.get(file.detail) ?? 0) + 1);
      else skip(file);
    },
    token,
  );
  for await (const {
    found: { uri },
    known,
    result,
  } of readUnknown(source, found, index, token)) {
    if (uri === exceptUri) continue;
    const name = relative(uri);
    if (known !== null) {
      if (known.left !== null) {
        skip({ uri, detail: known.left });
        continue;
      }
      corpus.setDocument(
        uri,
        known.articles.map(({ record }) => record),
      );
      files.push(new UnreadFile(uri, name, known.stamp, (text, fileName) => read(text, fileName, token)));
      if (known.notice !== null) terminal.complain(`${terminalText(name)}: ${known.notice}`);
      continue;
    }
    if (!result.ok) {
      skip(result.skipped);
      continue;
    }
    const { text } = result.file;
    let { notice } = result.file;
    const fileName = path.basename(name);
    try {
      const { document, reason } = read(text, fileName, token);
      if (document === null) {
        skip({ uri, detail: reason });
        index?.left(uri, reason);
        continue;
      }
      corpus.setDocument(
        uri,
        document.slots.map((slot, index) => articleRecord(uri, document, index, slot, document.article(index), corpus.pool)),
      );
      files.push({ uri, path: name, document });
      notice = withCutNotice(notice, document);
      index?.read(uri, notice);
    } catch (error) {
      // Parsing never fails; if it does, that is a fault here, and no reason to lose the other files.
      skip({ uri, detail: `This program failed on it: ${messageOf(error)}` });
      continue;
    }
    if (notice !== null) terminal.complain(`${terminalText(name)}: ${notice}`);
  }
  if (token.isCancellationRequested) throw new Failure("Cancelled.");
  if (together) readWithSharedLines(files, corpus);
  if (unread.size > 0) terminal.complain(unreadLine(unread));
  return { files, corpus, skipped };
}

type Loaded = { readonly found: FoundFile; readonly known: SavedFile; readonly result: null } | (ReadFile & { readonly known: null });

/** Reads the files, save those that the index knows. In their order. */
async function* readUnknown(
  source: NodeFileSource,
  files: AsyncIterable<FoundFile>,
  index: CorpusIndex | null,
  token: CancellationToken,
): AsyncGenerator<Loaded, void, undefined> {
  const limits = { maxFileSize: MAX_FILE_SIZE };
  if (index === null) {
    for await (const read of readInOrder(source, files, limits, token)) yield { ...read, known: null };
    return;
  }
  const all: { readonly found: FoundFile; readonly known: Promise<SavedFile | null> }[] = [];
  for await (const found of files) all.push({ found, known: index.find(found.uri) });
  const asked = await Promise.all(all.map(async ({ found, known }) => ({ found, known: await known })));
  const unread = readInOrder(
    source,
    asked.filter(({ known }) => known === null).map(({ found }) => found),
    limits,
    token,
  );
  for (const { found, known } of asked) {
    if (known !== null) yield { found, known, result: null };
    else {
      const next = await unread.next();
      if (next.done !== true) yield { ...next.value, known: null };
    }
    if (token.isCancellationRequested) return;
  }
}

function readAsNamed(text: string, fileName: string, token: CancellationToken): Reading {
  return { document: parseDocument(text, { fileName }, token), reason: null };
}

/** `Not read for their extension: 12 .jpg, 1 .pdf.` */
function unreadLine(counts: ReadonlyMap<string, number>): string {
  const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([extension, count]) => `${count} .${terminalText(extension)}`);
  return `Not read for their extension: ${parts.join(", ")}.`;
}
