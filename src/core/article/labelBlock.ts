import { type LabelRole, type ReadLabel, readLabel } from "./labels";
import type { Unit } from "./unit";

/** Labels that also begin headlines and sentences: they need company or capitals. */
const weak = new Set(
  ("city state country person company organization industry people companies notes image correction graphic graphics article story text via place location site website web head title summary abstract " +
    "description highlight original source body lead content data id type topic subject edition series page pages medium journal link by status priority features format desk web-page first-posted published posted updated date writer location").split(" "),
);
const alwaysFine = new Set("title date source by published posted updated original link summary body description web-page first-posted subject".split(" "));

const factiva: Readonly<Record<string, LabelRole>> = {
  HD: "headline", BY: "byline", PD: "date", SN: "publisher", LP: "body", TD: "body", SE: "metadata", WC: "metadata", ET: "metadata", SC: "metadata", ED: "metadata",
  PG: "metadata", LA: "metadata", CY: "metadata", CO: "metadata", IN: "metadata", NS: "metadata", RE: "metadata", PUB: "metadata", AN: "metadata", CR: "metadata", CLM: "metadata", IPC: "metadata", IPD: "metadata",
};
const factivaLine = /^([A-Z]{2,3})(?:\s+|$)(.*)$/s;

function readFactiva(plain: string): ReadLabel | null {
  const match = factivaLine.exec(plain);
  const key = match?.[1] ?? "";
  const role = factiva[key];
  if (match === null || role === undefined) return null;
  const value = match[2] ?? "";
  return { role, key: key.toLowerCase(), value, valueAt: plain.length - value.length };
}

/** Whether a colon stands near enough to the beginning; cheap, for most units are paragraphs. */
function mayBeLabel(unit: Unit): boolean {
  const end = Math.min(unit.end, unit.start + 60);
  for (let at = unit.start; at < end; at++) {
    const code = unit.text.charCodeAt(at);
    if (code === 58 || code === 0xff1a) return true;
  }
  return false;
}

function startsWithCode(unit: Unit): boolean {
  return unit.length < 1000 && /^[A-Z]{2,3}(?:\s|$)/.test(unit.text.slice(unit.start, Math.min(unit.end, unit.start + 4)));
}

/**
 * The metadata labels among the first `count` units, by unit: "Title: …", "HEADLINE: …", a YAML front matter, Factiva's
 * two-letter codes. A word that is also an ordinary one counts only in company of others or in capitals.
 */
export function readLabels(units: readonly Unit[], count: number): Map<number, ReadLabel> {
  const found = new Map<number, ReadLabel>();
  const head = units.slice(0, count);
  const frontMatter = head[0]?.raw === "---";
  let codes = 0;
  for (const unit of head) if (startsWithCode(unit) && readFactiva(unit.plain) !== null) codes++;
  for (const [i, unit] of head.entries()) {
    if (!mayBeLabel(unit) && !(codes >= 3 && startsWithCode(unit))) continue;
    const plain = unit.plain;
    const label = codes >= 3 ? (readFactiva(plain) ?? readLabel(plain)) : readLabel(plain);
    if (label !== null) found.set(i, label.role === "publisher" && /^<?(?:https?:|www\.)/i.test(label.value) ? { ...label, role: "url" } : label);
    else if (frontMatter && i > 0 && unit.block === head[0]?.block && /^[\w-]{1,30}:(?:\s|$)/.test(plain)) found.set(i, { role: "metadata", key: "other", value: "", valueAt: plain.length });
  }
  for (const [i, label] of found) {
    if (frontMatter || codes >= 3 || !weak.has(label.key) || alwaysFine.has(label.key)) continue;
    const shouted = /^[^\p{L}]*\p{Lu}{3}/u.test(head[i]?.plain ?? "");
    if (!shouted && !found.has(i - 1) && !found.has(i + 1)) found.delete(i);
  }
  return found;
}
