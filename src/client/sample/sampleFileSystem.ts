import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FilePermission,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from "vscode";
import { packagedSample, samplePaths } from "./sampleFiles";

const scheme = "corpus-navigator-sample";

/** The folder that *Open Sample Corpus* opens. */
export const sampleFolder = Uri.from({ scheme, path: "/sample-corpus" });

/** Where corrections of names are written, the only files that can be: they last as long as the window. */
const writable = "/.corpus";

/**
 * The samples in the package as a folder that can be opened, on the desktop and in the browser, with nothing copied. Its files are
 * read-only. What a correction writes into `.corpus` is held in memory.
 */
export class SampleFileSystem implements FileSystemProvider {
  readonly #extensionUri: Uri;
  readonly #changes = new EventEmitter<FileChangeEvent[]>();
  readonly #written = new Map<string, { readonly bytes: Uint8Array; readonly mtime: number }>();
  readonly #folders = new Map<string, [string, FileType][]>([["", []]]);
  readonly #sizes = new Map<string, number>();
  readonly #files = new Set(samplePaths);
  readonly onDidChangeFile = this.#changes.event;

  constructor(extensionUri: Uri) {
    this.#extensionUri = extensionUri;
    for (const path of samplePaths) {
      const parts = path.split("/");
      for (let depth = 0; depth < parts.length; depth++) {
        const parent = parts.slice(0, depth).join("/");
        const entries = this.#folders.get(parent) ?? [];
        const name = parts[depth] ?? "";
        if (entries.every(([known]) => known !== name)) entries.push([name, depth < parts.length - 1 ? FileType.Directory : FileType.File]);
        this.#folders.set(parent, entries);
      }
    }
  }

  /** Registers the folder's scheme. */
  static register(extensionUri: Uri): Disposable {
    return workspace.registerFileSystemProvider(scheme, new SampleFileSystem(extensionUri), { isCaseSensitive: true });
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  async stat(uri: Uri): Promise<FileStat> {
    const path = pathOf(uri);
    const written = this.#written.get(path);
    if (written) return { type: FileType.File, ctime: written.mtime, mtime: written.mtime, size: written.bytes.length };
    if (this.#files.has(path)) {
      // A web server does not say how large a file is.
      const size = this.#sizes.get(path) ?? (await this.readFile(uri)).length;
      this.#sizes.set(path, size);
      return { type: FileType.File, ctime: 0, mtime: 0, size, permissions: FilePermission.Readonly };
    }
    if (this.#isFolder(path)) {
      const open = `/${path}` === writable;
      return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0, ...(!open && { permissions: FilePermission.Readonly }) };
    }
    throw FileSystemError.FileNotFound(uri);
  }

  readDirectory(uri: Uri): [string, FileType][] {
    const path = pathOf(uri);
    if (!this.#isFolder(path)) throw FileSystemError.FileNotFound(uri);
    const below = path === "" ? "" : `${path}/`;
    const written = [...this.#written.keys()].filter((file) => file.startsWith(below)).map((file) => file.slice(below.length));
    const more = written.map((rest): [string, FileType] =>
      rest.includes("/") ? [rest.slice(0, rest.indexOf("/")), FileType.Directory] : [rest, FileType.File],
    );
    return [...new Map([...(this.#folders.get(path) ?? []), ...more])];
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const path = pathOf(uri);
    const written = this.#written.get(path);
    if (written) return written.bytes;
    if (!this.#files.has(path)) throw FileSystemError.FileNotFound(uri);
    return workspace.fs.readFile(packagedSample(this.#extensionUri, path));
  }

  writeFile(uri: Uri, bytes: Uint8Array): void {
    const path = this.#writablePath(uri);
    const known = this.#written.get(path);
    this.#written.set(path, { bytes, mtime: (known?.mtime ?? 0) + 1 });
    this.#changes.fire([{ type: known ? FileChangeType.Changed : FileChangeType.Created, uri }]);
  }

  createDirectory(uri: Uri): void {
    if (`/${pathOf(uri)}` !== writable) throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): void {
    if (!this.#written.delete(this.#writablePath(uri))) throw FileSystemError.FileNotFound(uri);
    this.#changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from: Uri, to: Uri): void {
    const path = this.#writablePath(from);
    const written = this.#written.get(path);
    if (!written) throw FileSystemError.FileNotFound(from);
    this.writeFile(to, written.bytes);
    this.delete(from);
  }

  #isFolder(path: string): boolean {
    return this.#folders.has(path) || `/${path}` === writable;
  }

  #writablePath(uri: Uri): string {
    const path = pathOf(uri);
    if (!`/${path}`.startsWith(`${writable}/`)) throw FileSystemError.NoPermissions(uri);
    return path;
  }
}

/** A path below the sample folder, without a slash at its beginning; "" is the folder. Throws FileNotFound for one beside it. */
function pathOf(uri: Uri): string {
  const { path } = uri;
  if (path === sampleFolder.path) return "";
  if (!path.startsWith(`${sampleFolder.path}/`)) throw FileSystemError.FileNotFound(uri);
  return path.slice(sampleFolder.path.length + 1).replace(/\/$/, "");
}
