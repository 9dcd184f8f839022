import type { Container, ContainerKind, ContainerSlot } from "../containers/container";
import { readContainer } from "../containers/readContainer";
import { LineIndex } from "../text/lineIndex";
import { weigh } from "./weighing";

/** What a container in a text makes of it. */
export interface ContainerVerdict {
  readonly isNews: boolean;
  /** In words: what the container is. */
  readonly description: string;
  /** Why it is not of articles, as a sentence; empty where it is. */
  readonly objection: string;
  /** How many articles are in sight. */
  readonly count: number;
}

const sourceName =
  /\.(?:[cm]?[jt]sx?|py|java|c|cc|cpp|h|hpp|cs|go|rs|rb|php|sh|sql|css|scss|html?|xml|json|ya?ml|toml|ini|cfg|vue|svelte|swift|kt|lock)$/i;

/** Whether a name is that of a source file. */
export function isSourceName(name: string): boolean {
  return sourceName.test(name);
}

/** What archives of newspapers write is news whatever it is about. */
const archives: ReadonlySet<ContainerKind> = new Set(["lexisnexis", "nexisuni", "proquest", "factiva"]);
const packs: ReadonlySet<ContainerKind> = new Set(["xml-pack", "markdown-pack", "ruled-pack", "files-to-prompt"]);

/** How much what stands beside a text speaks for news, in units of evidence; any table may have a title and a date. */
const weights: Readonly<Record<string, number>> = { author: 1, date: 0.5, source: 1.5, url: 1, dateline: 2, deck: 0.5 };
const mostWeight = 3.5;
/** How many articles are looked at, spread over those in sight. */
const looked = 12;
/** From which score an article counts as one: in any folder, and in one that is a corpus. */
const strict = 3.1;
const lenient = 1;

/**
 * Whether the beginning of a text is that of a container of articles; null where it is of no container. In a corpus
 * (`isMember`) less is asked of the articles.
 */
export function containerVerdict(head: string, fileName: string, isMember: boolean): ContainerVerdict | null {
  const container = readContainer({ text: head, lines: new LineIndex(head), fileName });
  if (container === null) return null;
  const { kind, description, slots } = container;
  const verdict = { description, count: slots.length };
  if (archives.has(kind)) return { ...verdict, isNews: true, objection: "" };
  if (packs.has(kind) && slots.filter(({ name }) => name !== null && isSourceName(name)).length * 2 > slots.length) {
    return { ...verdict, isNews: false, objection: "It is a pack of source files." };
  }
  const isNews = shareOfNews(container, isMember ? lenient : strict) >= (kind === "warc" || isMember ? 0.25 : 0.5);
  return { ...verdict, isNews, objection: isNews ? "" : `It looks like ${description}, but not of articles.` };
}

function shareOfNews({ text, slots }: Container, threshold: number): number {
  // The last one may be cut off where the beginning of the file ends.
  const whole = slots.length > 1 ? slots.slice(0, -1) : slots;
  const step = Math.max(1, whole.length / looked);
  let news = 0;
  let all = 0;
  for (let at = 0; at < whole.length; at += step) {
    const slot = whole[Math.floor(at)];
    if (slot === undefined || slot.text.start === slot.text.end) continue;
    all++;
    if (weigh(pageOf(text, slot)).score + besides(slot) >= threshold) news++;
  }
  return all === 0 ? 0 : news / all;
}

/** The article as a file of its own would have it. */
function pageOf(text: string, { text: own, fields }: ContainerSlot): string {
  const head = ["title", "author", "date"].map((name) => fields.get(name)?.value ?? "").filter((value) => value !== "");
  return [...head, text.slice(own.start, Math.min(own.end, own.start + 8000))].join("\n\n");
}

function besides({ fields }: ContainerSlot): number {
  let sum = 0;
  for (const name of fields.keys()) sum += weights[name] ?? 0;
  return Math.min(mostWeight, sum);
}
