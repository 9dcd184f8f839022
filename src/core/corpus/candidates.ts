/** What texts are saved as: plain, in Markdown, by news readers and in data sets (".story"), and the bundles. */
const extensions: ReadonlySet<string> = new Set(["txt", "text", "md", "markdown", "story", "article", "news", "bundle"]);

/** What may hold many articles in rows, records or tags, and is read only where it does. */
const recordExtensions: ReadonlySet<string> = new Set([
  "csv",
  "tsv",
  "tab",
  "psv",
  "json",
  "jsonl",
  "ndjson",
  "xml",
  "sgml",
  "sgm",
  "wet",
  "warc",
  "trec",
]);

/** What holds text in another form, which has to be taken out of it: pages, documents of word processors, archives of any of these. */
const pageExtensions: ReadonlySet<string> = new Set(["html", "htm", "xhtml"]);
const extractedExtensions: ReadonlySet<string> = new Set([...pageExtensions, "docx", "rtf", "zip"]);

/** Folders that hold programs and what they made, never a corpus. */
const ignoredFolders: ReadonlySet<string> = new Set([
  "node_modules",
  "bower_components",
  "vendor",
  "dist",
  "out",
  "build",
  "target",
  "__pycache__",
  "site-packages",
  "venv",
]);

/** Names that every source tree has and that are no articles, in lower case and without extension. */
const projectFiles: ReadonlySet<string> = new Set([
  "readme",
  "license",
  "licence",
  "changelog",
  "contributing",
  "authors",
  "notice",
  "copying",
  "makefile",
  "dockerfile",
  "jenkinsfile",
  "gemfile",
  "rakefile",
  "procfile",
  "code_of_conduct",
  "security",
  "requirements",
  "robots",
  "cmakelists",
]);

/** Why a file is left out for its name, one sentence for all of them. */
export const namedAsNoArticle = "It has a name that no article has (readme, license and the like).";

/** Whether a file called `name` (without its folder) may hold articles, so that a look into it is worth while. */
export function isCandidateName(name: string): boolean {
  return unreadBecause(name) === null && !isHidden(name);
}

/**
 * Why a file of a corpus folder is not read, by its name: `namedAsNoArticle`, or an extension that is not one of texts
 * (in lower case, without its dot). Null for what is read, and for hidden files, which nobody looks for.
 */
export function unreadBecause(name: string): { readonly detail: typeof namedAsNoArticle } | { readonly extension: string } | null {
  if (isHidden(name)) return null;
  const dot = extensionDot(name);
  const extension = dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
  if (projectFiles.has((dot < 0 ? name : name.slice(0, dot)).toLowerCase())) return { detail: namedAsNoArticle };
  const isRead = dot < 0 || extensions.has(extension) || recordExtensions.has(extension) || extractedExtensions.has(extension);
  return isRead ? null : { extension };
}

/** Whether the text of a file called `name` has to be taken out of it, so that it is not what an editor shows of the file. */
export function isExtractedName(name: string): boolean {
  return extractedExtensions.has(extensionOf(name));
}

/** Whether a file called `name` is a page of the web. */
export function isPageName(name: string): boolean {
  return pageExtensions.has(extensionOf(name));
}

/** The extension of a name in lower case, without its dot; empty for none. */
export function extensionOf(name: string): string {
  const dot = extensionDot(name);
  return dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
}

/** Whether a file called `name` may hold articles only as rows, records or tagged documents, never as a plain text. */
export function isRecordName(name: string): boolean {
  const dot = extensionDot(name);
  return dot >= 0 && recordExtensions.has(name.slice(dot + 1).toLowerCase());
}

function isHidden(name: string): boolean {
  return name.startsWith(".") || name.startsWith("~");
}

/** Where the extension begins, or -1: what has a blank or only digits is part of a title ("Mr. Smith", "2013.11.17"). */
function extensionDot(name: string): number {
  const dot = name.lastIndexOf(".");
  return /^\.\d*[a-z_-][\w-]{0,15}$/i.test(name.slice(Math.max(0, dot))) ? dot : -1;
}

/** Why a folder is left out with all that is below it, one sentence for all of them. */
export const namedAsNoCorpus = "A folder with this name is not read (node_modules, build and the like).";

/** Whether a folder called `name` is left out with all that is below it. */
export function isIgnoredFolder(name: string): boolean {
  return name.startsWith(".") || ignoredFolders.has(name.toLowerCase());
}
