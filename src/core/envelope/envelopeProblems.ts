import { label } from "../text/escape";
import type { LineIndex } from "../text/lineIndex";
import type { Span } from "../text/span";
import type { Problem } from "../corpus/problem";
import type { Closer, Opener } from "./markers";

/** The envelope's problems in words. Line numbers in messages are 1-based, as a reader sees them. */
export class EnvelopeProblems {
  readonly #lines: LineIndex;

  constructor(lines: LineIndex) {
    this.#lines = lines;
  }

  missingCloser(opener: Opener, next: Opener): Problem {
    const message = `${this.#article(opener)} has no closing marker: it ends where ${nameOf(next)} begins.`;
    return { code: "missing-closer", severity: "warning", message, span: next.span };
  }

  missingCloserAtEnd(opener: Opener, lastLine: Span): Problem {
    const message = `${this.#article(opener)} has no closing marker: it runs to the end of the file, which may be cut off.`;
    return { code: "missing-closer-at-eof", severity: "warning", message, span: lastLine };
  }

  nestedMarkers(opener: Opener, firstNested: Span, count: number): Problem {
    const what = count === 1 ? "This marker is" : `This marker and ${count - 1} more are`;
    const message = `${what} text: ${this.#article(opener)} runs to the closing marker that repeats its name.`;
    return { code: "nested-markers-kept-as-text", severity: "hint", message, span: firstNested };
  }

  strayCloser(closer: Closer): Problem {
    const message = "This closing marker closes nothing: no article is open here.";
    return { code: "stray-closer", severity: "warning", message, span: closer.span };
  }

  closerNameMismatch(opener: Opener, closer: Closer): Problem {
    const { name, ordinal } = closer.specification;
    const said = name === null ? `#${ordinal ?? 0}` : quote(name);
    const message = `This closing marker names ${said}, but closes ${this.#article(opener)}.`;
    return { code: "closer-name-mismatch", severity: "warning", message, span: closer.span };
  }

  emptyBody(opener: Opener): Problem {
    const message = `There is no text in ${nameOf(opener)}.`;
    return { code: "empty-body", severity: "information", message, span: opener.span };
  }

  duplicateName(opener: Opener, key: string): Problem {
    const message = `Another article above has the name ${nameOf(opener)}; this one is kept as ${quote(key)}.`;
    return { code: "duplicate-name", severity: "warning", message, span: opener.nameSpan ?? opener.span };
  }

  unsafePath(opener: Opener, key: string): Problem {
    const message = `The name ${nameOf(opener)} could lead outside a folder; as a path it is ${quote(key)}.`;
    return { code: "unsafe-path", severity: "warning", message, span: opener.nameSpan ?? opener.span };
  }

  shortFence(marker: Opener | Closer): Problem {
    const message = "This marker has fewer closing than opening brackets.";
    return { code: "short-fence", severity: "information", message, span: marker.span };
  }

  #article(opener: Opener): string {
    return `${nameOf(opener)} (opened on line ${this.#lines.lineAt(opener.span.start) + 1})`;
  }
}

function nameOf(opener: Opener): string {
  if (opener.name !== null) return quote(opener.name);
  return opener.specification.ordinal === null ? "the unnamed article" : `article #${opener.specification.ordinal}`;
}

/** Names come from the file. */
function quote(name: string): string {
  return `“${label(name, 120)}”`;
}
