const extensions: ReadonlySet<string> = new Set(["txt", "text", "md", "news", "bundle"]);

/** Folders that hold programs and what they made, never a corpus. */
const ignoredFolders: ReadonlySet<string> = new Set([
  "node_modules", "bower_components", "vendor", "dist", "out", "build", "target", "__pycache__", "site-packages", "venv",
]);

/** Names that every source tree has and that are no articles, in lower case and without extension. */
const projectFiles: ReadonlySet<string> = new Set([
  "readme", "license", "licence", "changelog", "contributing", "authors", "notice", "copying", "makefile", "dockerfile", "jenkinsfile",
  "gemfile", "rakefile", "procfile", "code_of_conduct", "security", "requirements", "robots", "cmakelists",
]);

/** Whether a file called `name` (without its folder) may hold articles, so that a look into it is worth while. */
export function isCandidateName(name: string): boolean {
  if (name.startsWith(".") || name.startsWith("~")) return false;
  const dot = extensionDot(name);
  if (projectFiles.has((dot < 0 ? name : name.slice(0, dot)).toLowerCase())) return false;
  return dot < 0 || extensions.has(name.slice(dot + 1).toLowerCase());
}

/** Where the extension begins, or -1: what has a blank or only digits is part of a title ("Mr. Smith", "2013.11.17"). */
function extensionDot(name: string): number {
  const dot = name.lastIndexOf(".");
  return /^\.\d*[a-z_-][\w-]{0,15}$/i.test(name.slice(Math.max(0, dot))) ? dot : -1;
}

/** Whether a folder called `name` is left out with all that is below it. */
export function isIgnoredFolder(name: string): boolean {
  return name.startsWith(".") || ignoredFolders.has(name.toLowerCase());
}
