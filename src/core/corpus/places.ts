/** The URI of the folder that `uri` stands in, without a slash at its end. */
export function folderOf(uri: string): string {
  const slash = uri.lastIndexOf("/");
  return slash < 0 ? uri : uri.slice(0, slash);
}

/** The last segment of a URI's path, readable: `Gen%C3%A8ve.txt` is `Genève.txt`. */
export function nameOf(uri: string): string {
  return readable(uri.slice(uri.lastIndexOf("/") + 1));
}

/** Whether `uri` is `folder` or lies below it. */
export function isWithin(uri: string, folder: string): boolean {
  const base = folder.endsWith("/") ? folder.slice(0, -1) : folder;
  return uri.startsWith(base) && (uri.length === base.length || uri.charCodeAt(base.length) === 47);
}

/** Whether `uri` or a folder above it is in `uris`. */
export function hasAncestorIn(uri: string, uris: ReadonlySet<string>): boolean {
  for (let end = uri.length; end > 0; end = uri.lastIndexOf("/", end - 1)) {
    if (uris.has(uri.slice(0, end))) return true;
  }
  return false;
}

/**
 * A folder or file as a label: its path below the innermost of `roots` that it lies in, with that root's own name
 * before it where there are several roots; the name alone outside all of them.
 */
export function placeLabel(place: string, roots: readonly string[]): string {
  let root: string | null = null;
  for (const candidate of roots) {
    if (isWithin(place, candidate) && (root === null || candidate.length > root.length)) root = candidate;
  }
  if (root === null) return nameOf(place);
  const base = root.endsWith("/") ? root.slice(0, -1) : root;
  const below = readable(place.slice(base.length + 1));
  if (below === "") return nameOf(base);
  return roots.length > 1 ? `${nameOf(base)}/${below}` : below;
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
