import { findEntities, isOneSlipAway } from "../entities/index/findEntities";
import { rolesOf } from "../entities/index/roles";
import { singular } from "../entities/roles/roleWords";
import { fold } from "../text/fold";
import type { CheckedCorpus, Checking } from "./checkedCorpus";
import type { Draft } from "./draft";
import type { Evidence, Finding } from "./finding";

/** The entities of the corpus that a name of the draft can mean, by any form that the draft gives it. */
export function entitiesOf({ text, mentions, locals, localOf }: Draft, mention: number, corpus: CheckedCorpus): ReadonlySet<string> {
  const { names } = corpus;
  const own = mentions[mention];
  if (names === null || own === undefined) return new Set();
  const forms = [...(locals[localOf[mention] ?? -1]?.forms.keys() ?? [text.slice(own.start, own.end)])].sort((a, b) => b.length - a.length);
  for (const form of forms) {
    const ids = names.withForm(form);
    if (ids.length > 0) return new Set(ids);
  }
  const word = forms[0]?.split(" ").at(-1) ?? "";
  return new Set(own.type === "PER" ? names.bearers(fold(word)).map(({ id }) => id) : []);
}

/** Checks the names of a draft, and what it says their bearers are. */
export function* checkNames(draft: Draft, corpus: CheckedCorpus): Checking<readonly Finding[]> {
  const { names } = corpus;
  if (names === null) return [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const [index, { start, end, type }] of draft.mentions.entries()) {
    if (type !== "PER" && type !== "ORG") continue;
    const text = draft.text.slice(start, end);
    const key = fold(text);
    const ids = known(draft, index, corpus);
    const base = { kind: "name", start, end, text } as const;
    yield [];
    if (ids.size > 0) {
      if (!seen.has(key))
        findings.push({
          ...base,
          verdict: "as-in-corpus",
          evidence: yield* firstOf([...ids].slice(0, 3), corpus),
          note: knownNote([...ids], corpus),
        });
    } else {
      const near = nearName(text, type, corpus);
      if (near !== null) {
        findings.push({
          ...base,
          verdict: "spelled-otherwise",
          wording: near.form,
          evidence: yield* firstOf([near.id], corpus),
          note: `The corpus spells it “${near.form}”.`,
        });
      } else if (!seen.has(key))
        findings.push({ ...base, verdict: "not-in-corpus", evidence: [], note: "No article of the corpus has this name." });
    }
    seen.add(key);
  }
  return [...findings, ...(yield* checkRoles(draft, corpus))];
}

/** The entities that have a name of the draft as it is spelled: whole, or as the last name of somebody. */
function known({ text, mentions }: Draft, mention: number, { names }: CheckedCorpus): ReadonlySet<string> {
  const own = mentions[mention];
  if (names === null || own === undefined) return new Set();
  const form = text.slice(own.start, own.end).replace(/\s+/gu, " ");
  const ids = names.withForm(form);
  if (ids.length > 0) return new Set(ids);
  if (own.type !== "PER" || form.includes(" ")) return new Set();
  return new Set(names.bearers(fold(form)).map(({ id }) => id));
}

function knownNote(ids: readonly string[], { names }: CheckedCorpus): string {
  const all = ids.flatMap((id) => names?.entity(id)?.name ?? []);
  return all.length === 1 ? `The corpus has ${all[0] ?? ""}.` : `The corpus has several of this name: ${all.slice(0, 4).join(", ")}.`;
}

function* firstOf(ids: readonly string[], corpus: CheckedCorpus): Checking<readonly Evidence[]> {
  const places = ids.flatMap((id) => corpus.firstMention(id) ?? []);
  yield places.map(({ article }) => article);
  return places.flatMap(({ article: id, start, end }) => {
    const article = corpus.article(id);
    if (article === null) return [];
    const span = { start: article.start + start, end: article.start + end };
    return [{ article: id, ...span, text: article.text.slice(span.start, span.end) }];
  });
}

const mostNear = 12;

/** A name of the corpus that differs from `text` in a slip of a key or two, word by word; null for none. */
function nearName(text: string, type: "PER" | "ORG", { names }: CheckedCorpus): { readonly id: string; readonly form: string } | null {
  if (names === null) return null;
  const words = fold(text).split(/\s+/u);
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), "");
  const offered = new Map<string, ReturnType<typeof findEntities>[number]>();
  for (const word of new Set([words.at(-1) ?? "", words[0] ?? "", longest])) {
    if (word.length < 4) continue;
    for (const entity of findEntities(names, word, mostNear, type)) offered.set(entity.id, entity);
  }
  let best: { readonly id: string; readonly form: string; readonly slips: number; readonly count: number } | null = null;
  for (const { id, forms } of offered.values()) {
    for (const [form, count] of forms) {
      const slips = slipsBetween(words, fold(form).split(/\s+/u));
      if (slips === null || slips === 0) continue;
      if (best === null || slips < best.slips || (slips === best.slips && count > best.count)) best = { id, form, slips, count };
    }
  }
  return best;
}

/** How many words differ by a slip of a key; null where the names differ by more. */
function slipsBetween(a: readonly string[], b: readonly string[]): number | null {
  if (a.length !== b.length) return null;
  let slips = 0;
  for (const [at, word] of a.entries()) {
    const other = b[at] ?? "";
    if (word === other) continue;
    // A daughter's name, and short words that are others' names.
    if (word.length < 4 || other.length < 4 || `${word}a` === other || `${other}a` === word || `${word}s` === other || `${other}s` === word)
      return null;
    if (!isOneSlipAway(word, other)) return null;
    slips++;
  }
  return slips <= Math.max(1, a.length - 1) ? slips : null;
}

/** Words that do not tell one office from another. */
const emptyWords = new Set("the a an of for and in at its his her their new current then-".split(" "));
const past = /^(?:former|ex-|late|then-?|previous|past|outgoing|onetime)/iu;

function roleWords(phrase: string): ReadonlySet<string> {
  return new Set(
    fold(phrase)
      .replace(/['’]s\b/gu, "")
      .split(/[^\p{L}\p{N}-]+/u)
      .filter((word) => word !== "" && !emptyWords.has(word) && !past.test(word))
      .map(singular),
  );
}

/** Whether one phrase says what the other does, perhaps in fewer words. */
export function sameRole(a: string, b: string): boolean {
  const [one, other] = [roleWords(a), roleWords(b)];
  if (one.size === 0 || other.size === 0) return false;
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  return [...small].every(
    (word) => large.has(word) || [...large].some((long) => long.startsWith(word.slice(0, 5)) && word.length >= 5 && long.length >= 5),
  );
}

function* checkRoles(draft: Draft, corpus: CheckedCorpus): Checking<readonly Finding[]> {
  const { names } = corpus;
  if (names === null) return [];
  const findings: Finding[] = [];
  for (const { start, end, phrase, kind, mention } of draft.roles) {
    if (kind === "modifier" || kind === "of-phrase" || draft.mentions[mention]?.type !== "PER") continue;
    const ids = [...entitiesOf(draft, mention, corpus)];
    if (ids.length === 0) continue;
    yield [];
    const base = { kind: "role", start, end, text: draft.text.slice(start, end) } as const;
    const name = names.entity(ids[0] ?? "")?.name ?? "";
    const roles = ids.flatMap((id) => {
      const entity = names.entity(id);
      return entity === null
        ? []
        : rolesOf(names, entity).map((role) => ({
            ...role,
            id,
            newest: newestOf(role.numbers, corpus),
            oldest: oldestOf(role.numbers, corpus),
          }));
    });
    if (roles.length === 0) {
      findings.push({
        ...base,
        verdict: "not-in-corpus",
        evidence: yield* firstOf(ids.slice(0, 1), corpus),
        note: `The corpus does not say what ${name} is.`,
      });
      continue;
    }
    const matching = roles.filter((role) => sameRole(role.phrase, phrase));
    const newest = roles.reduce((best, role) => ((role.newest ?? "") > (best.newest ?? "") ? role : best));
    const evidence = yield* firstOf([newest.id], corpus);
    const [match] = [...matching].sort((a, b) => ((a.newest ?? "") < (b.newest ?? "") ? 1 : -1));
    if (match === undefined) {
      const listed = [...new Set(roles.slice(0, 3).map((role) => role.phrase))].join("; ");
      findings.push({ ...base, verdict: "other-role", evidence, note: `The corpus says of ${name}: ${listed}.` });
    } else if (!past.test(phrase) && matching.every((role) => past.test(role.phrase))) {
      findings.push({ ...base, verdict: "other-role", evidence, note: `The corpus says of ${name}: ${match.phrase}.` });
    } else if (
      !past.test(phrase) &&
      match.newest !== null &&
      newest.newest !== null &&
      newest.newest > match.newest &&
      past.test(newest.phrase) &&
      sameRole(newest.phrase, phrase)
    ) {
      findings.push({
        ...base,
        verdict: "other-role",
        evidence,
        note: `The corpus has that until ${match.newest}, and ${newest.phrase} from ${newest.oldest ?? newest.newest} on.`,
      });
    } else
      findings.push({
        ...base,
        verdict: "as-in-corpus",
        evidence: yield* firstOf([match.id], corpus),
        note: match.newest === null ? `The corpus says so of ${name}.` : `The corpus says so of ${name}, last on ${match.newest}.`,
      });
  }
  return findings;
}

function newestOf(numbers: readonly number[], corpus: CheckedCorpus): string | null {
  return numbers.reduce<string | null>((best, number) => {
    const day = corpus.dayOf(number);
    return day !== null && (best === null || day > best) ? day : best;
  }, null);
}

function oldestOf(numbers: readonly number[], corpus: CheckedCorpus): string | null {
  return numbers.reduce<string | null>((best, number) => {
    const day = corpus.dayOf(number);
    return day !== null && (best === null || day < best) ? day : best;
  }, null);
}
