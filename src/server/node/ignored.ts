/** Folders of tools, in which no one keeps articles. Hidden ones (".git", ".corpus") are ignored anyway. */
const IGNORED_FOLDERS: ReadonlySet<string> = new Set(["node_modules", "bower_components", "__pycache__", "$RECYCLE.BIN", "System Volume Information"]);

const EXTENSIONS: ReadonlySet<string> = new Set([".txt", ".text", ".md", ".news", ".bundle"]);

/** Whether a folder below the corpus's root is left out, by its name. */
export function isIgnoredFolder(name: string): boolean {
  return name.startsWith(".") || IGNORED_FOLDERS.has(name);
}

/** Whether a file may hold articles, by its name: `.txt`, `.text`, `.md`, `.news`, `.bundle`, or no extension; never a hidden one. */
export function isCandidate(name: string): boolean {
  if (name.startsWith(".")) return false;
  const extension = extensionOf(name);
  return extension === "" || EXTENSIONS.has(extension);
}

/** In lower case, with its dot. What has a space or only digits is part of a title ("Mr. Smith", "2013.11.17"), not an extension. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".");
  if (dot < 0) return "";
  const extension = name.slice(dot);
  return /^\.(?=.*[a-z])[a-z0-9_-]{1,10}$/i.test(extension) ? extension.toLowerCase() : "";
}
