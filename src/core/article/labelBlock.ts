import { readAuthors, readByline } from "./byline";
import { findDates } from "./dateText";
import { type LabelRole, type ReadLabel, readLabel, roleOfLabel } from "./labels";
import { isTitleLike } from "./outlets";
import type { Unit } from "./unit";

/** Labels that also begin headlines and sentences: they need company or capitals. */
const weak = new Set(
  (
    "city state country person company organization industry people companies notes image correction graphic graphics article story text via place location site website web head title summary abstract " +
    "description highlight original source body lead content data id type topic subject edition series page pages medium journal link by status priority features format desk webpage firstposted published posted updated date writer location " +
    "from to comments media paper feed host domain provider identifier column volume issue contributor correspondent credit magazine score label split index views document name references rights lists art highlights links " +
    "created added filed sender classification reporter 文"
  ).split(" "),
);
const alwaysFine = new Set(
  "title date source by published posted updated original link summary body description webpage firstposted subject".split(" "),
);

const factiva: Readonly<Record<string, LabelRole>> = {
  HD: "headline",
  BY: "byline",
  PD: "date",
  SN: "publisher",
  LP: "body",
  TD: "body",
  SE: "metadata",
  WC: "metadata",
  ET: "metadata",
  SC: "metadata",
  ED: "metadata",
  CR: "metadata",
  VOL: "metadata",
  RF: "metadata",
  CT: "metadata",
  PG: "metadata",
  LA: "metadata",
  CY: "metadata",
  CO: "metadata",
  IN: "metadata",
  NS: "metadata",
  RE: "metadata",
  PUB: "metadata",
  AN: "metadata",
  CLM: "metadata",
  IPC: "metadata",
  IPD: "metadata",
  ART: "metadata",
};
const factivaLine = /^([A-Z]{2,3})(?:\s+(?=\S|$)|$)(.*)$/s;

/** Reads a field of Factiva by its two or three letters ("PD  4 March 2031"); null where there is none. */
export function readFactiva(plain: string): ReadLabel | null {
  const match = factivaLine.exec(plain);
  const key = match?.[1] ?? "";
  const role = factiva[key];
  if (match === null || role === undefined) return null;
  const value = match[2] ?? "";
  return { role, key: key.toLowerCase(), value, valueAt: plain.length - value.length };
}

/** Whether a colon, or a bar that stands for one, is near enough to the beginning; cheap, for most units are paragraphs. */
function mayBeLabel(unit: Unit): boolean {
  const end = Math.min(unit.end, unit.start + 60);
  for (let at = unit.start; at < end; at++) {
    const code = unit.text.charCodeAt(at);
    if (code === 58 || code === 0xff1a || code === 0xff5c || code === 0x4e28 || (code === 47 && at === unit.start + 1)) return true;
  }
  return false;
}

function startsWithCode(unit: Unit): boolean {
  return unit.length < 1000 && /^[A-Z]{2,3}(?:\s|$)/.test(unit.text.slice(unit.start, Math.min(unit.end, unit.start + 4)));
}

/** Whether the fields among the first `count` units are those of Factiva, by letters. */
export function hasFactivaCodes(units: readonly Unit[], count: number): boolean {
  let codes = 0;
  for (let i = 0; i < count && codes < 3; i++) {
    const unit = units[i];
    if (unit !== undefined && startsWithCode(unit) && readFactiva(unit.plain) !== null) codes++;
  }
  return codes >= 3;
}

const bare =
  /^(?:by|author|authors|written by|reporter|byline|published|published on|publication date|posted|posted on|date|source|publication|autore?|autor(?:in)?|auteure?|автор|datum|fecha|publié|作者|记者|記者|来源|來源|时间|時間|日期|发布时间)$/iu;

/** A label alone on its line, without a colon, whose value stands below it: "Author", then the name. */
function readBareLabel(unit: Unit, next: Unit | undefined): ReadLabel | null {
  if (unit.length > 24 || next === undefined || next.length > 160 || !bare.test(unit.plain)) return null;
  const known = roleOfLabel(unit.plain);
  if (known === null) return null;
  const below = next.plain;
  const fits =
    known.role === "date"
      ? next.publishedLine !== null || (findDates(below).length === 1 && below.length <= 60)
      : known.role === "byline"
        ? readByline(below) === null &&
          readAuthors(below).authors.some(({ kind }) => kind === "person") &&
          next.words <= 16 &&
          !next.endsSentence
        : next.words <= 6 && isTitleLike(below) && !next.endsSentence;
  return fits ? { ...known, value: "", valueAt: unit.plain.length } : null;
}

/**
 * The metadata labels among the first `count` units, by unit: "Title: …", "HEADLINE: …", Factiva's two-letter codes, "Author"
 * above a name. A word that is also an ordinary one counts only in company of others or in capitals.
 */
export function readLabels(units: readonly Unit[], count: number): Map<number, ReadLabel> {
  const found = new Map<number, ReadLabel>();
  const head = units.slice(0, count);
  const isFactiva = hasFactivaCodes(units, count);
  let fields = 0;
  for (const [i, unit] of head.entries()) {
    const label = unit.length <= 24 ? readBareLabel(unit, head[i + 1]) : null;
    if (label !== null) {
      found.set(i, label);
      continue;
    }
    // Nexis Uni sets no colon behind it.
    if (fields >= 2 && unit.length <= 9 && /^(?:body|full text)$/i.test(unit.plain)) {
      found.set(i, { role: "body", key: "body", value: "", valueAt: unit.length });
      break;
    }
    if (!mayBeLabel(unit) && !(isFactiva && startsWithCode(unit))) continue;
    const { plain } = unit;
    const read = isFactiva ? (readFactiva(plain) ?? readLabel(plain)) : readLabel(plain);
    if (read === null) continue;
    fields++;
    const isAddress = /^<?(?:https?:|www\.)/i.test(read.value);
    found.set(
      i,
      isAddress && (read.role === "publisher" || read.role === "host" || (read.role === "metadata" && read.key === "links"))
        ? { ...read, role: read.role === "metadata" ? "metadata" : "url" }
        : read,
    );
  }
  // "To:" and "Subject:" are a letter's only with its sender and date; elsewhere a subject is what an archive files it under.
  const isMail = [...found.values()].some(({ key }) => key === "from" || key === "messageid" || key === "newsgroups");
  const hasTitle = [...found.values()].some(({ key, role }) => role === "headline" && key !== "subject");
  for (const [i, label] of found) {
    if (label.key === "subject" && (hasTitle || !isMail)) found.set(i, { ...label, role: "metadata" });
    if (label.key === "from" && !isMail) found.delete(i);
    if (isFactiva || !weak.has(label.key) || alwaysFine.has(label.key) || label.key === "body") continue;
    const shouted = /^[^\p{L}]*\p{Lu}{3}/u.test(head[i]?.plain ?? "");
    if (!shouted && !found.has(i - 1) && !found.has(i + 1)) found.delete(i);
  }
  return found;
}
