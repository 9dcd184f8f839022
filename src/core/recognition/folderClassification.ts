import { isPageName, isRecordName } from "../corpus/candidates";
import { layoutOf } from "./layoutShape";
import { readMember } from "./memberReading";
import { proseShape } from "./proseShape";
import { bundleVerdict, classifyText } from "./recognition";
import { isNewsPage } from "./savedPage";
import { sampleLength } from "./textSample";
import { weigh } from "./weighing";

/**
 * A first look into a folder: some heads, and how many files there are that may be articles, or surely are not; what may
 * only hold records of articles counts among the others, and so do pages, which `pages` counts as well.
 */
export interface FolderSample {
  readonly heads: readonly { readonly name: string; readonly text: string }[];
  readonly candidates: number;
  readonly others: number;
  readonly pages?: number;
}

export interface FolderClassification {
  readonly isCorpus: boolean;
  /** How many heads are news by themselves. */
  readonly articles: number;
  readonly bundles: number;
  readonly looked: number;
}

/** One text cannot say more for or against a folder than this. */
const most = 6;
/** From this mean on, texts are those of a corpus: half of what one text has to show by itself, since all of them agree. */
const enough = 1.5;
/** The same where there are only two or three. */
const enoughOfFew = 2.6;
const few = 4;
/** How much the shape of prose counts beyond what it counts in one text, in languages that are not known here. */
const shapeCounts = 0.8;
/** What a layout that siblings share adds. */
const sharedLayout = 0.8;
/** The share of texts with the same layout from which it is shared. */
const shared = 0.7;
/** The share of pages, of those that were looked at, which have to be news, and how many of them. */
const newsPages = { share: 0.5, least: 2 } as const;
/** Files of other kinds for each text, above which a folder is something else with texts in it. */
const mostOthers = 4;

/**
 * Tells whether a folder is a corpus: pages that were saved of news, or one bundle, or articles that are so by themselves, or texts that
 * are like news on the whole. The last is judged of all of them together: what each shows, and that they are made alike.
 */
export function classifyFolder({ heads, candidates, others, pages = 0 }: FolderSample): FolderClassification {
  const saved = heads.filter(({ name }) => isPageName(name));
  const news = saved.filter(({ text }) => isNewsPage(text)).length;
  const areSaved = news >= newsPages.least && news >= newsPages.share * saved.length;
  // The source of a site has as much beside its pages; a collection of pages has little else.
  if (areSaved && (news / saved.length) * pages + candidates >= others - pages)
    return { isCorpus: true, articles: news, bundles: 0, looked: heads.length };
  const rest = heads.filter(({ name }) => !isPageName(name));
  return classifyTexts({ heads: rest, candidates, others: areSaved ? others - pages : others });
}

function classifyTexts({ heads, candidates, others }: FolderSample): FolderClassification {
  const texts = heads.filter(({ name }) => !isRecordName(name));
  const kinds = texts.map(({ name, text }) => classifyText(text, { fileName: name }).kind);
  const articles = kinds.filter((kind) => kind === "article").length;
  const share = articles / Math.max(1, texts.length);
  // Tables and records of articles make a corpus where they are much of what lies there: a program may have one to test with.
  const records = heads.filter(({ name, text }) => isRecordName(name) && classifyText(text, { fileName: name }).kind === "bundle").length;
  const bundles = kinds.filter((kind) => kind === "bundle").length + (records * 4 >= others + candidates ? records : 0);
  // A source tree may hold an article among its test data; a corpus consists of them.
  const estimated = share * candidates;
  const byThemselves = (share >= 0.5 && (articles >= 2 || others === 0)) || (articles >= 5 && share >= 0.25 && estimated > others);
  const isCorpus = bundles > 0 || byThemselves || areNewsTogether(texts, candidates, others);
  return { isCorpus, articles, bundles, looked: heads.length };
}

function areNewsTogether(heads: FolderSample["heads"], candidates: number, others: number): boolean {
  const texts = heads.filter(
    ({ name, text }) => readMember(text, name).isRead && !bundleVerdict(text.slice(0, sampleLength), true).isBundle,
  );
  const readShare = texts.length / Math.max(1, heads.length);
  if (texts.length < 2 || readShare < 0.6 || others > mostOthers * readShare * candidates) return false;
  const isFew = texts.length < few;
  if (isFew && (readShare < 1 || others > texts.length)) return false;
  let sum = 0;
  for (const { text } of texts) {
    const { score, sample, isKnownLanguage } = weigh(text.slice(0, sampleLength));
    sum += Math.max(-most, Math.min(most, score + (isKnownLanguage ? 0 : shapeCounts * proseShape(sample))));
  }
  // What is left out as another kind of text speaks against the folder as well.
  const mean = (sum - most * (heads.length - texts.length)) / heads.length;
  return mean + (isFew ? 0 : sharedLayout * layoutShare(texts.map(({ text }) => text))) >= (isFew ? enoughOfFew : enough);
}

/** 1 where most texts have one layout, else 0. */
function layoutShare(texts: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const layout = layoutOf(text.slice(0, sampleLength));
    counts.set(layout, (counts.get(layout) ?? 0) + 1);
  }
  return Math.max(...counts.values()) >= shared * texts.length ? 1 : 0;
}
