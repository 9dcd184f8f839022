/** Where an article of a bundle goes, relative to the folder, with "/". */
export interface SplitPath {
  readonly key: string;
  readonly path: string;
}

/** In bytes of UTF-8; most file systems take 255, and "~2" and the like must fit behind it. */
const LONGEST_NAME = 240;
const MOST_FOLDERS = 32;
/** What a device is called on Windows, whatever its extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)\s*(?:\.|$)/i;
/** Controls, line ends of all kinds, what turns the direction of text around, and halves of surrogate pairs, which no file system keeps. */
const UNWRITABLE = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\\]|\p{Surrogate}/gu;

/**
 * One path for each of `keys`, in order: no two of them alike on a file system that ignores case, none of them a folder
 * of another, none hidden (a bundle must not write ".git/hooks"), none that `platform` cannot bear. Keys that are fine
 * stay as they are; those of nameless articles ("#1") get an extension.
 */
export function splitPaths(keys: readonly string[], platform: NodeJS.Platform): SplitPath[] {
  const safe = keys.map((key) => safePath(key, platform));
  const folders = new Set(safe.flatMap(foldersOf).map(sameName));
  const files = new Set<string>();
  return safe.map((wanted, index) => {
    let path = wanted;
    for (let count = 2; files.has(sameName(path)) || folders.has(sameName(path)); count++) path = numbered(wanted, count);
    files.add(sameName(path));
    return { key: keys[index] ?? "", path };
  });
}

function safePath(key: string, platform: NodeJS.Platform): string {
  const segments = key
    .split("/")
    .map((segment) => safeSegment(segment, platform))
    .filter((segment) => segment !== "");
  const folders = segments.slice(0, -1);
  const name = segments.at(-1) ?? "unnamed.txt";
  // What is deeper than any real folder goes into the last one that may be.
  return [...folders.slice(0, MOST_FOLDERS), /^#\d+(?:~\d+)?$/.test(key) ? `${name}.txt` : name].join("/");
}

function safeSegment(segment: string, platform: NodeJS.Platform): string {
  if (segment === "") return "";
  let safe = segment.replace(UNWRITABLE, "_").replace(/^\.+/, (dots) => "_".repeat(dots.length));
  // What nobody sees is no name.
  if (/^[\s\p{Cf}]*$/u.test(safe)) safe = "_";
  if (platform !== "win32") return shortened(safe);
  safe = shortened(safe.replace(/[<>:"|?*]/g, "_"));
  if (DEVICE.test(safe)) safe = `_${safe}`;
  // Windows takes dots and blanks at the end away.
  let end = safe.length;
  while (end > 0 && (safe.charAt(end - 1) === "." || safe.charAt(end - 1) === " ")) end--;
  return end < safe.length ? `${safe.slice(0, end)}_` : safe;
}

/** Cut in the middle of the name, so that its extension stays. */
function shortened(segment: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(segment).length <= LONGEST_NAME) return segment;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(segment)?.[0] ?? "";
  const room = new Uint8Array(LONGEST_NAME - extension.length);
  const { read } = encoder.encodeInto(segment.slice(0, segment.length - extension.length), room);
  return segment.slice(0, read) + extension;
}

/** "a.txt" and 2 give "a~2.txt". */
function numbered(path: string, count: number): string {
  const dot = path.lastIndexOf(".");
  return dot > path.lastIndexOf("/") + 1 ? `${path.slice(0, dot)}~${count}${path.slice(dot)}` : `${path}~${count}`;
}

function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) folders.push(path.slice(0, slash));
  return folders;
}

/** How a file system that ignores case and composes accents sees a path. */
function sameName(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
