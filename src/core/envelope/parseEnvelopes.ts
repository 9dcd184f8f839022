import type { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";
import { type CancellationToken, neverCancelled } from "../util/cancellation";
import { nonBlankRuns, withoutBlankEnds } from "./blankLines";
import type { EnvelopeArticle, Envelopes } from "./envelope";
import { EnvelopeProblems } from "./envelopeProblems";
import { type Closer, contradicts, findingMarkers, markersAtOnce, type Marker, type Opener } from "./markers";
import { namedPairs } from "./namedPairs";
import { ProblemList } from "./problemList";
import { makingUnique, safeKey } from "./uniqueKeys";

/** What a text without markers is. */
export const noBundle: Envelopes = { isBundle: false, articles: [], outside: [], problems: [] };

/** An article between its markers: 0-based lines, `nextLine` behind its last. */
interface Piece {
  readonly opener: Opener;
  readonly closer: Closer | null;
  readonly nextLine: number;
}

/**
 * Reads `text` (with its `lines`) as a bundle of articles between `<<<FILE …>>>` markers, in one linear pass. Never
 * fails: what is wrong with the markers is in `problems`, by offset. When `token` is cancelled the result is no bundle.
 */
export function parseEnvelopes(text: string, lines: LineIndex, token: CancellationToken = neverCancelled): Envelopes {
  const work = readingEnvelopes(text, lines);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (token.isCancellationRequested) return noBundle;
  }
}

/** The same, to be driven in slices. */
export function* readingEnvelopes(text: string, lines: LineIndex): Generator<undefined, Envelopes> {
  const markers = yield* findingMarkers(text, lines);
  if (!makesBundle(markers)) return noBundle;
  const say = new EnvelopeProblems(lines);
  const problems = new ProblemList();
  const pieces = yield* pair(markers, lines, say, problems);
  const articles = yield* describe(pieces, text, lines, say, problems);
  reportMissingClosers(pieces, articles, lines, say, problems);
  return {
    isBundle: true,
    articles,
    outside: yield* outsideOf(pieces, text, lines),
    problems: problems.inOrder(),
  };
}

/** One opener with a name, a number or an attribute; or nameless openers with a closer or a second opener. */
function makesBundle(markers: readonly Marker[]): boolean {
  let openers = 0;
  let closers = 0;
  for (const marker of markers) {
    if (marker.kind === "open") {
      const { ordinal, attributes } = marker.specification;
      if (marker.name !== null || ordinal !== null || attributes.size > 0) return true;
      openers++;
    } else if (!marker.onlyForName) {
      closers++;
    }
    if (openers > 1 || (openers > 0 && closers > 0)) return true;
  }
  return false;
}

function* pair(markers: readonly Marker[], lines: LineIndex, say: EnvelopeProblems, problems: ProblemList): Generator<undefined, Piece[]> {
  const pairs = yield* namedPairs(markers);
  const pieces: Piece[] = [];
  let open: Opener | null = null;
  const close = (opener: Opener, closer: Closer): void => {
    pieces.push({ opener, closer, nextLine: closer.line + 1 });
    open = null;
  };
  for (let index = 0; index < markers.length; index++) {
    if (index % markersAtOnce === 0) yield;
    const marker = markers[index];
    if (marker === undefined) continue;
    if (marker.kind === "close") {
      if (marker.onlyForName) continue;
      if (open === null) {
        problems.add("stray-closer", () => say.strayCloser(marker));
      } else {
        const opener: Opener = open;
        if (contradicts(marker, opener)) problems.add("closer-name-mismatch", () => say.closerNameMismatch(opener, marker));
        close(opener, marker);
      }
      continue;
    }
    if (open !== null) pieces.push({ opener: open, closer: null, nextLine: marker.line });
    open = marker;
    const partner = pairs.get(index);
    const closer = partner === undefined ? undefined : markers[partner];
    if (partner === undefined || closer?.kind !== "close") continue;
    const nested = markers.slice(index + 1, partner).filter((inner) => inner.kind === "open" || !inner.onlyForName);
    const firstNested = nested[0];
    if (firstNested !== undefined)
      problems.add("nested-markers-kept-as-text", () => say.nestedMarkers(marker, firstNested.span, nested.length));
    close(marker, closer);
    index = partner;
  }
  if (open !== null) pieces.push({ opener: open, closer: null, nextLine: lines.count });
  return pieces;
}

function* describe(
  pieces: readonly Piece[],
  text: string,
  lines: LineIndex,
  say: EnvelopeProblems,
  problems: ProblemList,
): Generator<undefined, EnvelopeArticle[]> {
  const safe: (ReturnType<typeof safeKey> | null)[] = [];
  for (const { opener } of pieces) {
    if (safe.length % markersAtOnce === 0) yield;
    safe.push(opener.name === null ? null : safeKey(opener.name));
  }
  const wanted = pieces.map(({ opener }, index) => {
    const key = safe[index]?.key ?? "";
    return key === "" ? `#${opener.specification.ordinal ?? index + 1}` : key;
  });
  const keys = yield* makingUnique(wanted);
  const articles: EnvelopeArticle[] = [];
  for (const [index, { opener, closer, nextLine }] of pieces.entries()) {
    if (index % markersAtOnce === 0) yield;
    const { name, nameSpan, header, specification } = opener;
    const key = keys[index] ?? "";
    const bodyLine = header?.nextLine ?? opener.line + 1;
    const raw = { start: lines.startOf(bodyLine), end: closer?.span.start ?? lines.startOf(nextLine) };
    const content = withoutBlankEnds(text, raw);
    if (opener.shortFence || closer?.shortFence)
      problems.add("short-fence", () => say.shortFence(opener.shortFence ? opener : (closer ?? opener)));
    if (safe[index]?.changed) problems.add("unsafe-path", () => say.unsafePath(opener, key));
    if (name !== null && key !== wanted[index]) problems.add("duplicate-name", () => say.duplicateName(opener, key));
    if (content === null) problems.add("empty-body", () => say.emptyBody(opener));
    articles.push({
      name,
      nameSpan,
      key,
      ordinal: specification.ordinal,
      attributes: merge(header?.attributes, specification.attributes),
      opener: opener.span,
      header: header?.span ?? null,
      raw,
      content,
      closer: closer?.span ?? null,
    });
  }
  return articles;
}

/** Only a bundle that closes some of its articles owes a closer to the others. */
function reportMissingClosers(
  pieces: readonly Piece[],
  articles: readonly EnvelopeArticle[],
  lines: LineIndex,
  say: EnvelopeProblems,
  problems: ProblemList,
): void {
  if (pieces.every(({ closer }) => closer === null)) return;
  pieces.forEach(({ opener, closer }, index) => {
    if (closer !== null) return;
    const next = pieces[index + 1];
    if (next !== undefined) {
      problems.add("missing-closer", () => say.missingCloser(opener, next.opener));
      return;
    }
    const { end } = articles[index]?.content ?? opener.span;
    problems.add("missing-closer-at-eof", () => say.missingCloserAtEnd(opener, lines.spanOf(lines.lineAt(end))));
  });
}

function* outsideOf(pieces: readonly Piece[], text: string, lines: LineIndex): Generator<undefined, Span[]> {
  const outside: Span[] = [];
  let line = 0;
  for (const [index, { opener, nextLine }] of pieces.entries()) {
    if (index % markersAtOnce === 0) yield;
    for (const run of nonBlankRuns(text, lines, line, opener.line)) outside.push(run);
    line = nextLine;
  }
  for (const run of nonBlankRuns(text, lines, line, lines.count)) outside.push(run);
  return outside;
}

function merge(header: ReadonlyMap<string, string> | undefined, own: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return header === undefined ? own : new Map([...header, ...own]);
}
