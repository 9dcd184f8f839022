import type { Entity } from "./entity";
import type { EntityView } from "./entityView";
import { markHasRole } from "./placeMark";
import { finiteVerb, headOf } from "../roles/phrases";
import { isRoleHead, roleModifiers, singular, suits } from "../roles/roleWords";

/** A role phrase of an entity over all its articles. */
export interface RoleCount {
  /** The spelling that most articles use. */
  readonly phrase: string;
  /** How many articles use it, in whatever spelling. */
  readonly articles: number;
  /** The articles' numbers in the index, in no particular order. */
  readonly numbers: readonly number[];
}

const determiner = /^(?:the|a|an|its|his|her|their|our)\s+/i;

/** A word without the dots of an acronym, without "'s" and in lower case. */
function plainWord(word: string): string {
  return word
    .replace(/[’‘]/g, "'")
    .replace(/'s?$/, "")
    .replace(/^((?:\p{L}\.){2,})$/u, (dotted) => dotted.replace(/\./g, ""))
    .toLowerCase();
}

/** What an office is, and whose: "Kestrovia's energy minister" and "the energy minister" are one office, one owner named. */
interface Office {
  /** The words of the office without its owner: "energy minister". */
  readonly key: string;
  /** Beginnings of the words that name its owner; empty where the phrase names none. */
  readonly owner: readonly string[];
}

/** Splits a role phrase into office and owner. Owners are names in front of the office's noun and what follows "of". */
export function officeOf(phrase: string): Office {
  const words = phrase.replace(determiner, "").split(/\s+/);
  const tailAt = words.findIndex((word) => /^(?:of|at|for|in|to|with|from)$/i.test(word));
  const front = tailAt === -1 ? words : words.slice(0, tailAt);
  const owner: string[] = [];
  const key: string[] = [];
  for (const [at, word] of front.entries()) {
    const plain = plainWord(word);
    const belongs = at === front.length - 1 || isRoleHead(plain) || roleModifiers.has(plain) || /^(?:ex|former|vice|co)-/.test(plain);
    const names = /^\p{Lu}/u.test(word) || /['’]s$/.test(word);
    if (names && (!belongs || /['’]s$/.test(word))) owner.push(plain.slice(0, 5));
    else if (!/^(?:the|a|an)$/.test(plain)) key.push(plain);
  }
  const tail = tailAt === -1 ? [] : words.slice(tailAt);
  // "minister of state" is the office; "minister of Velm" and "head of the union" have an owner.
  for (const word of tail) {
    const plain = plainWord(word);
    if (!/^(?:of|at|for|in|to|with|from|the|a|an|and|its|his|her|their)$/.test(plain)) owner.push(plain.slice(0, 5));
  }
  return { key: key.join(" "), owner };
}

/** Two spellings of one role have the same key: case, determiners, dots of acronyms, apostrophes and the owner in front do not count. */
export function roleKey(phrase: string): string {
  return officeOf(phrase).key;
}

const kinNoun =
  "(?:wife|husband|son|daughter|brother|sister|father|mother|uncle|aunt|cousin|nephew|niece|widow|widower|grandson|granddaughter|grandfather|grandmother|friend|colleague|ally|rival|opponent|enemy|neighbou?r|successor|predecessor)s?";

/** Kin and rivals of somebody whom the phrase does not name. */
const dangles = new RegExp(`^(?:(?:its|his|her|their|our)\\s+)?(?:[\\p{Ll}-]+\\s+){0,3}${kinNoun}$`, "iu");
/** Owners and authors of what the phrase does not name; "restaurant owner" says it. */
const danglesAlone = /^(?:(?:the|an?|its|his|her|their|our)\s+)?(?:(?:former|new|current|previous|old|co)[\s-]+)?(?:owner|author)s?$/iu;
const clause = /^(?:who|whose|which|that|it|he|she|they|we|you|there)\s/i;
/** Where a phrase stops to say what somebody is and begins to tell. */
const tells = /,?\s{1,99}(?:who|whose|whom|which|that|when|while|where|during|since|until|after|before|because|as|if)\s.*$/iu;
/** "to resume exports", but not "ambassador to Velm", "adviser to the king". */
const purpose = /\s{1,99}to\s+(?!(?:the|a|an|its|his|her|their|our)\s)\p{Ll}.*$/u;
const foremost = /^(?:the\s+)?(?:[\p{L}'’-]+\s+)?(?:first|only|last|youngest|oldest|second)\s/iu;
/** One word in front of a body that says what kind it is by itself. */
const kindOfBody =
  /^(?:opposition|ruling|militant|rebel|separatist|independent|capital)$|-(?:nation|member|party|run|owned|backed|led|based|controlled|linked|aligned|dominated)$/i;

/** Whether the phrase's noun says what one bearer of the type is: no "carmakers" of a firm, no "congresswoman put forward the act". */
function saysWhat(phrase: string, type: Entity["type"]): boolean {
  if (/^one of\s/i.test(phrase) || kindOfBody.test(phrase)) return true;
  const head = headOf(phrase).replace(/-(?:elect|designate)$/i, "");
  if (foremost.test(phrase) && !isRoleHead(head)) return /\s(?:woman|man|person|foreigner|civilian)\b/.test(phrase);
  return (
    isRoleHead(head) &&
    suits(head, type) &&
    !(singular(head.toLowerCase()) !== head.toLowerCase() && isRoleHead(singular(head.toLowerCase())))
  );
}

/** The phrase as it can be read away from its text, or null where nothing is left that says what the bearer is. */
function readable(written: string, type: Entity["type"]): string | null {
  if (clause.test(written)) return null;
  let phrase = written
    .replace(/^["“”‘(\s]+/, "")
    .replace(/\s{0,99}<[^<>]{0,12}>/g, "")
    .replace(tells, "");
  if (!foremost.test(phrase)) phrase = phrase.replace(purpose, "");
  for (let before = ""; before !== phrase;) {
    before = phrase;
    phrase = phrase.replace(/[\s,]{1,99}(?:and|or|but|of|in|at|for|with|to|by|the|a|an)$/i, "");
  }
  if ((dangles.test(phrase) || danglesAlone.test(phrase)) && (type === "PER" || possessive.test(phrase) || !/\s/.test(phrase))) return null;
  phrase = phrase.replace(determiner, "");
  if (phrase.length > 100 || finiteVerb.test(phrase) || /['’]s$/.test(phrase)) return null;
  if (type !== "PER" && !/\s/.test(phrase) && !kindOfBody.test(phrase)) return null;
  return saysWhat(phrase, type) ? phrase : null;
}

const possessive = /^(?:its|his|her|their|our)\s/i;

/** Of two phrases that are used as often the shorter one comes first. */
function byReadability(a: string, b: string): number {
  return a.length - b.length;
}

function sharesWord(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => b.some((other) => word.slice(0, 4) === other.slice(0, 4)));
}

/** One role in all its spellings. */
interface FoundRole {
  readonly owner: string[];
  readonly articles: Set<number>;
  readonly spellings: Map<string, number>;
}

/** The spelling to show: of those that name whose office it is, else of all, the most used. */
function spelling({ spellings }: FoundRole): string {
  const all = [...spellings];
  const owned = all.filter(([phrase]) => officeOf(phrase).owner.length > 0);
  return (owned.length > 0 ? owned : all).sort((a, b) => b[1] - a[1] || byReadability(a[0], b[0]) || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
}

function add(role: FoundRole, phrase: string, articles: readonly number[]): void {
  for (const article of articles) role.articles.add(article);
  role.spellings.set(phrase, (role.spellings.get(phrase) ?? 0) + articles.length);
}

/** What the corpus says an entity is, most used first. Each article counts once. */
export function rolesOf(view: EntityView, entity: Entity): readonly RoleCount[] {
  const written = new Map<string, number[]>();
  view.eachPlace(entity, (article, local, _, mark) => {
    if (!markHasRole(mark)) return;
    for (const role of view.index.rolesOf(article)) {
      if (role.local !== local) continue;
      const articles = written.get(role.phrase);
      if (articles === undefined) written.set(role.phrase, [article]);
      else articles.push(article);
    }
  });
  const phrases = new Map<string, number[]>();
  for (const [phrase, articles] of written) {
    const shown = readable(phrase, entity.type);
    if (shown !== null) phrases.set(shown, [...(phrases.get(shown) ?? []), ...articles]);
  }
  // Those that name an owner first, most used first: the others join the office that is named most.
  const offices = [...phrases]
    .map(([phrase, articles]) => ({ phrase, articles, ...officeOf(phrase) }))
    .sort(
      (a, b) =>
        Number(b.owner.length > 0) - Number(a.owner.length > 0) || b.articles.length - a.articles.length || (a.phrase < b.phrase ? -1 : 1),
    );
  const found = new Map<string, FoundRole[]>();
  for (const { phrase, articles, key, owner } of offices) {
    const same = found.get(key) ?? [];
    found.set(key, same);
    let role = owner.length === 0 ? same[0] : same.find((other) => sharesWord(other.owner, owner));
    if (role === undefined) same.push((role = { owner: [], articles: new Set(), spellings: new Map() }));
    role.owner.push(...owner);
    add(role, phrase, articles);
  }
  return [...found.values()]
    .flat()
    .map((role) => ({ phrase: spelling(role), articles: role.articles.size, numbers: [...role.articles] }))
    .sort((a, b) => b.articles - a.articles || byReadability(a.phrase, b.phrase) || (a.phrase < b.phrase ? -1 : 1));
}
