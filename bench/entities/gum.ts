import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { countryNamed } from "../../src/core/entities/names/country";
import { isUnionOfStates } from "../../src/core/entities/names/organizationName";
import type { Span } from "../../src/core/text/span";
import type { GoldSpan } from "./scoring";

/** A name with the entity that its set links it to, if it does. */
export interface LinkedName extends GoldSpan {
  readonly entity?: string;
}

export interface LinkedDocument {
  readonly id: string;
  readonly text: string;
  /** One a paragraph. */
  readonly zones: readonly Span[];
  readonly gold: readonly LinkedName[];
}

/** Half of a set is looked at, the other half only measured: by the first bit of the SHA-256 of the document's id. */
export function isDevelopment(id: string): boolean {
  return (createHash("sha256").update(id).digest()[0] ?? 0) < 128;
}

interface Token {
  readonly form: string;
  readonly isName: boolean;
  readonly start: number;
  readonly end: number;
}

/** A noun phrase that refers to an entity, by its tokens, `last` inclusive; `head` is among them. */
interface Referent {
  readonly kind: string;
  readonly first: number;
  last: number;
  readonly head: number;
  readonly identity: string;
}

const kinds: Readonly<Record<string, string>> = { person: "PER", organization: "ORG", place: "LOC", event: "EVENT" };
const joints = new Set("of the for and in on to & - – / ' 's de la del al".split(" "));
const ranks = new Set(
  (
    "mr. mrs. ms. dr. prof. professor president vice prime minister premier chancellor secretary senator sen. rep. congressman governor gov. mayor general gen. lt. colonel captain judge justice king queen " +
    "prince princess pope archbishop bishop sir lord lady director chairman spokesman spokeswoman ambassador commissioner attorney us u.s. uk"
  ).split(" "),
);

/**
 * The news of GUM (Zeldes 2017; texts from Wikinews, CC BY 2.5, annotations CC BY 4.0) in a folder of its `.conllu` files.
 * GUM marks noun phrases, not names: a name is the run of proper nouns around the head of a phrase that refers to a person,
 * an organisation, a place or an event, longer where the linked Wikipedia title is; offices before persons are cut off and
 * countries are places. So the gold is derived by rule, and no more exact than that.
 */
export function readGum(folder: string): LinkedDocument[] {
  return readdirSync(folder)
    .filter((file) => /^GUM_news_.*\.conllu$/.test(file))
    .sort()
    .map((file) => readDocument(file.slice(0, -".conllu".length), readFileSync(join(folder, file), "utf8")));
}

function readDocument(id: string, conllu: string): LinkedDocument {
  let text = "";
  const zones: { start: number; end: number }[] = [];
  const tokens: Token[] = [];
  const referents: Referent[] = [];
  const open: { group: string; referent: Referent }[] = [];
  for (const line of conllu.split("\n")) {
    if (line.startsWith("# newpar") && !line.startsWith("# newpar_block")) {
      if (text !== "") text = `${text.trimEnd()}\n\n`;
      zones.push({ start: text.length, end: text.length });
    }
    const columns = line.split("\t");
    if (columns.length !== 10 || !/^\d+$/.test(columns[0] ?? "")) continue;
    const [, form = "", , , part, , , , , misc = ""] = columns;
    tokens.push({ form, isName: part === "NNP" || part === "NNPS", start: text.length, end: text.length + form.length });
    text += form + (misc.includes("SpaceAfter=No") ? "" : " ");
    const zone = zones.at(-1);
    if (zone !== undefined) zone.end = text.trimEnd().length;
    readEntities(/(?:^|\|)Entity=([^|]+)/.exec(misc)?.[1] ?? "", tokens.length - 1, open, referents);
  }
  return { id, text, zones: zones.filter(({ start, end }) => end > start), gold: namesOf(text, tokens, referents) };
}

/** "(3-organization-new-sssss-cf1-5-coref-Some_Team" opens, "3)" closes, "(…)" does both. */
function readEntities(field: string, token: number, open: { group: string; referent: Referent }[], referents: Referent[]): void {
  for (const piece of field.match(/\([^()]+\)?|[^()]+\)/g) ?? []) {
    if (piece.startsWith("(")) {
      const [group = "", kind = "", , , , heads = "1", , ...identity] = piece.replace(/[()]/g, "").split("-");
      const referent = {
        kind,
        first: token,
        last: token,
        head: token + Number(heads.split(",")[0]) - 1,
        identity: identity.join("-").replaceAll("_", " "),
      };
      referents.push(referent);
      if (!piece.endsWith(")")) open.push({ group, referent });
    } else {
      const at = open.findLastIndex(({ group }) => group === piece.slice(0, -1));
      const [closed] = at < 0 ? [] : open.splice(at, 1);
      if (closed !== undefined) closed.referent.last = token;
    }
  }
}

function namesOf(text: string, tokens: readonly Token[], referents: readonly Referent[]): LinkedName[] {
  const names: LinkedName[] = [];
  for (const referent of referents) {
    const type = kinds[referent.kind];
    const run = type === undefined ? null : nameWithin(tokens, referent);
    const start = run === null ? undefined : tokens[run.first]?.start;
    const end = run === null ? undefined : tokens[run.last]?.end;
    if (type === undefined || start === undefined || end === undefined) continue;
    const entity = referent.identity === "" ? {} : { entity: referent.identity };
    names.push({ start, end, type: isState(text.slice(start, end)) ? "LOC" : type, ...entity });
  }
  const longest = names.sort((a, b) => a.start - b.start || b.end - a.end);
  return longest.filter((name, at) => !longest.slice(0, at).some((other) => other.start <= name.start && name.end <= other.end));
}

function isState(name: string): boolean {
  return countryNamed(name) !== null && !isUnionOfStates(name);
}

function nameWithin(tokens: readonly Token[], { kind, first, last, head, identity }: Referent): { first: number; last: number } | null {
  const isName = (at: number): boolean => at >= first && at <= last && tokens[at]?.isName === true;
  // "student Jon Vael": the name stands behind the noun that heads the phrase.
  const seed = isName(head) ? head : kind === "person" && isName(head + 1) ? head + 1 : null;
  if (seed === null) return null;
  let from = seed;
  let to = seed;
  for (;;) {
    if (isName(from - 1)) from--;
    else if (isName(to + 1)) to++;
    else if (joins(tokens, to + 1, kind, identity) && isName(to + 2)) to += 2;
    else if (joins(tokens, to + 1, kind, identity) && joins(tokens, to + 2, kind, identity) && isName(to + 3)) to += 3;
    else if (joins(tokens, from - 1, kind, identity) && isName(from - 2)) from -= 2;
    else break;
  }
  if (kind === "person")
    for (let at = to - 1; at >= from; at--)
      if (ranks.has(tokens[at]?.form.toLowerCase() ?? "")) {
        from = at + 1;
        break;
      }
  return { first: from, last: to };
}

/** Whether a small word joins proper nouns to one name: where the linked title has it, and "of" in an organisation's. */
function joins(tokens: readonly Token[], at: number, kind: string, identity: string): boolean {
  const form = tokens[at]?.form ?? "";
  return (
    form === "-" ||
    (kind === "organization" && /^(?:of|for|the)$/.test(form)) ||
    (joints.has(form) && identity.includes(` ${form} `)) ||
    (form === "'s" && identity.includes("'s"))
  );
}
