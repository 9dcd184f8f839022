import type { Span } from "../text/span";
import type { Field, RelatedTitle } from "./article";
import { findDates } from "./dateText";
import type { Extent } from "./extent";
import { readRelatedLabel } from "./relatedLabel";
import type { Role } from "./role";
import type { Unit } from "./unit";

/** Whole lines of each run of units with the role `wanted`; drawn lines do not end a run. */
export function mergedRuns(units: readonly Unit[], roles: ReadonlyMap<number, Role>, wanted: Role, extent: Extent): Span[] {
  const runs: Span[] = [];
  let first: Unit | null = null;
  let last: Unit | null = null;
  const close = (): void => {
    if (first !== null && last !== null) runs.push(extent.of(first, last));
    first = last = null;
  };
  for (const [i, role] of roles) {
    const unit = units[i];
    if (unit === undefined) continue;
    if (role === wanted) {
      first ??= unit;
      last = unit;
    } else if (role !== "rule") close();
  }
  close();
  return runs;
}

/** A related title without the date that some lists put behind it: "Ferry to Come (Oct 3, 2044)". */
function withoutTrailingDate(title: string): string {
  const behind = /\s{0,99}\(([^()]{6,40})\)$/.exec(title);
  return behind !== null && findDates(behind[1] ?? "").length > 0 ? title.slice(0, behind.index) : title;
}

/** The related titles, and the first related list with its label in whole lines. */
export function readRelated(
  units: readonly Unit[],
  roles: ReadonlyMap<number, Role>,
  extent: Extent,
): { list: Span | null; related: RelatedTitle[] } {
  const related: RelatedTitle[] = [];
  let first: Unit | null = null;
  let last: Unit | null = null;
  let closed = false;
  for (const [i, role] of roles) {
    const unit = units[i];
    if (unit === undefined) continue;
    if (role === "relatedLabel" || role === "related") {
      if (!closed) {
        first ??= unit;
        last = unit;
      }
      const rest = readRelatedLabel(unit.plain)?.rest;
      const title = role === "relatedLabel" ? (rest ?? "") : rest !== undefined && rest !== "" ? rest : unit.withoutBullet;
      const tidy = withoutTrailingDate(title);
      if (tidy !== "" && !/^https?:/.test(tidy)) related.push({ title: tidy, span: unit.locate(tidy) });
    } else if (first !== null && role !== "rule") closed = true;
  }
  return { list: first !== null && last !== null ? extent.of(first, last) : null, related };
}

/** The first run of credits, as one line. */
export function readCredit(units: readonly Unit[], roles: ReadonlyMap<number, Role>): Field<string> | null {
  let first: Unit | null = null;
  let last: Unit | null = null;
  let value = "";
  for (const [i, role] of roles) {
    const unit = units[i];
    if (unit === undefined) continue;
    if (role === "credit") {
      first ??= unit;
      last = unit;
      value += value === "" ? unit.plain : ` ${unit.plain}`;
    } else if (first !== null) break;
  }
  return first === null || last === null ? null : { value, origin: "explicit", span: { start: first.start, end: last.end } };
}
