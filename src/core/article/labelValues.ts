import type { Span } from "../text/span";
import type { FrontMatter } from "./frontMatter";
import type { Head } from "./head";
import { readFactiva } from "./labelBlock";
import { type LabelRole, readLabel } from "./labels";
import type { Role } from "./role";
import type { Unit } from "./unit";

/** The value of a label or of a key in the front matter. */
export interface LabelValue {
  readonly role: LabelRole;
  readonly key: string;
  readonly text: string;
  /** The unit it stands in; null for the front matter. */
  readonly unit: number | null;
  /** Where a part of it stands. */
  readonly locate: (part: string) => Span;
}

/** Where `part` stands in `span` of `text`; all of `span` where it does not stand there as it is. */
function within(text: string, span: Span, part: string): Span {
  const at = text.slice(span.start, span.end).indexOf(part);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + part.length };
}

/** All that labels say, what comes first in the text first: front matter, head, tail. */
export function labelValues(
  text: string,
  units: readonly Unit[],
  head: Head,
  tail: ReadonlyMap<number, Role>,
  front: FrontMatter | null,
): LabelValue[] {
  const values: LabelValue[] = [];
  for (const { role, key, text: value, span } of front?.values ?? [])
    values.push({ role, key, text: value, unit: null, locate: (part) => within(text, span, part) });
  for (const [i, { role, key, value }] of head.labels) {
    const unit = units[i];
    if (i > head.lead || unit === undefined) continue;
    const below = units[i + 1];
    const carriesOn = head.roles[i + 1] === "label" && !head.labels.has(i + 1);
    if (value !== "") values.push({ role, key, text: value, unit: i, locate: (part) => unit.locate(part) });
    else if (carriesOn && below !== undefined)
      values.push({ role, key, text: below.plain, unit: i + 1, locate: (part) => below.locate(part) });
  }
  const isArchive = values.some(({ key }) => key === "fulltext") || [...head.labels.values()].some(({ key }) => key === "fulltext");
  for (const [i, role] of tail) {
    const unit = units[i];
    if (
      unit === undefined ||
      i <= head.lead ||
      !(role === "label" || (role === "site" && isArchive && unit.text.startsWith("CREDIT:", unit.start)))
    )
      continue;
    const label = (head.isFactiva ? readFactiva(unit.plain) : null) ?? readLabel(unit.plain);
    if (label !== null && label.value !== "" && label.key !== "subject")
      values.push({ role: label.role, key: label.key, text: label.value, unit: i, locate: (part) => unit.locate(part) });
  }
  return values;
}
