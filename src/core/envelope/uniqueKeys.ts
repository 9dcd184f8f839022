import { atOnce } from "../util/atOnce";

/** A name made safe as a relative path. */
interface SafeKey {
  /** `/` between segments; empty where nothing safe is left of the name. */
  readonly key: string;
  /** Whether something was dropped that could have led elsewhere. */
  readonly changed: boolean;
}

const driveLetter = /^[A-Za-z]:/;
// Windows ignores dots and blanks at the end of a name, so ".. " climbs as ".." does.
const dotsOnly = /^[. ]+$/;
const control = /[\u0000-\u001f\u007f]/g;

/**
 * The relative path that stands for `name` in keys: `\` becomes `/`; `.`, `..`, a leading `/`, a drive letter and
 * control characters are dropped. Empty segments go too, which is harmless ("https://" is "https:/").
 */
export function safeKey(name: string): SafeKey {
  const slashed = name.replaceAll("\\", "/");
  const clean = slashed.replace(control, "");
  let changed = clean !== slashed || clean.startsWith("/");
  const segments: string[] = [];
  for (let segment of clean.split("/")) {
    // Only what would stand first can be read as a drive; behind it a new first segment may show ("C:..").
    while (segments.length === 0 && driveLetter.test(segment)) {
      segment = segment.slice(2);
      changed = true;
    }
    if (dotsOnly.test(segment)) changed = true;
    else if (segment !== "") segments.push(segment);
  }
  return { key: segments.join("/"), changed };
}

/**
 * Keys without repetition, in the order given: the first of its kind keeps its key, the next are `key~2`, `key~3`,
 * skipping what another article already bears as its own name.
 */
export function uniqueKeys(keys: readonly string[]): string[] {
  return atOnce(makingUnique(keys));
}

/** The same, to be driven in slices. */
export function* makingUnique(keys: readonly string[]): Generator<undefined, string[]> {
  const taken = new Set<string>();
  for (const [index, key] of keys.entries()) {
    if (index % keysAtOnce === keysAtOnce - 1) yield;
    taken.add(key);
  }
  const last = new Map<string, number>();
  const unique: string[] = [];
  for (const key of keys) {
    if (unique.length % keysAtOnce === keysAtOnce - 1) yield;
    const previous = last.get(key);
    if (previous === undefined) {
      last.set(key, 1);
      unique.push(key);
      continue;
    }
    let number = previous + 1;
    while (taken.has(`${key}~${number}`)) number++;
    const own = `${key}~${number}`;
    taken.add(own);
    last.set(key, number);
    unique.push(own);
  }
  return unique;
}

/** So many keys are made in some milliseconds. */
const keysAtOnce = 4000;
