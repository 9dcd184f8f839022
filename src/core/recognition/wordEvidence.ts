import { type Evidence, upTo } from "./evidence";
import { Vocabulary } from "./knownWords";
import type { TextSample } from "./textSample";
import { type WordTally, tallyWords } from "./wordTally";

/** Phrases of news that single words do not show. */
const phrases =
  /\b(?:told reporters|in a statement|news conference|press conference|news agency|according to|on condition of anonymity|declined to comment|last (?:week|month|year)|spokes(?:man|woman|person))\b/g;
/** The same in scripts whose words are not told apart here: written without spaces, or with their endings attached. */
const unspacedPhrases =
  /记者|記者|报道|報道|报导|報導|新华社|中新|表示|指出|宣布|据悉|介绍|消息人士|总统|總統|政府|部长|部長|警方|发言人|發言人|發表|発表|によると|と述べ|語った|明らかにし|と話し|首相|大臣|警察|社長|万人|亿元|億元|月\d{1,2}日|รัฐบาล|นายก|กล่าว|เปิดเผย|ตำรวจ|밝혔다|발표했다|말했다|전했다|기자|경찰|정부|대통령|장관|कहा|बताया|प्रधानमंत्री|सरकार|पुलिस|मंत्री|प्रवक्ता|के अनुसार/g;
/** Parts of words in scripts without capitals whose words bear prefixes and endings: who says so, what is spoken of, and when. */
const caselessPhrases =
  /אמר|מסר|לדברי|הודיע|ציין|דובר|ממשל|משטר|שר ה|ביום (?:ראשון|שני|שלישי|רביעי|חמישי|שישי)|قال|صرح|أعلن|أكد|أوضح|أشار|أضاف|وزير|رئيس|حكوم|شرطة|مليون|(?:الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)|گفت|اعلام|افزود|خبرگزاری|دولت|پلیس|(?:دو|سه|چهار|پنج|یک)?شنبه|کہا|بتایا|حکومت|پولیس|وزیر|জানান|জানিয়ে|বলেন|বলেছেন|সরকার|মন্ত্রী|পুলিশ|கூறி|தெரிவி|அரசு|அமைச்சர்|காவல்|கிழமை|తెలిపా|అన్నారు|ప్రభుత్వ|మంత్రి|പറഞ്ഞു|സർക്കാർ|മന്ത്രി|ಹೇಳಿದ|ಸರ್ಕಾರ|કહ્યું|સરકાર|ਕਿਹਾ|ਸਰਕਾਰ|განაცხადა|თქვა|აცხადებ|მთავრობ|მინისტრ|პოლიცი|შაბათს|ორშაბათ|სამშაბათ/g;

/** Below this a text says nothing by its words. */
const fewestWords = 12;
/** A hundred words of a language that is known here have more small words than this. */
const fewestSmallWords = 8;

interface Densities {
  readonly reporting: number;
  readonly publicAffairs: number;
  readonly weekdays: number;
  readonly phrases: number;
  readonly names: number;
  readonly firstAndSecond: number;
  readonly third: number;
  readonly legalese: number;
  readonly software: number;
  readonly scholarly: number;
  readonly cookery: number;
}

/** What the words of a text say, and whether they are of a language whose words are known here. */
export interface WordFindings {
  readonly evidence: readonly Evidence[];
  readonly isKnownLanguage: boolean;
}

/** What the choice of words says: densities a hundred words, quotations left out where who speaks matters. */
export function wordEvidence(sample: TextSample): WordFindings {
  if (sample.unspaced) return { evidence: unspacedEvidence(sample), isKnownLanguage: false };
  const tally = tallyWords(sample.prose);
  if (tally.all < fewestWords) return { evidence: [hardlyAnyProse], isKnownLanguage: true };
  if (sample.caseless) return { evidence: caselessEvidence(sample, densities(tally, sample.prose)), isKnownLanguage: false };
  const evidence = spacedEvidence(densities(tally, sample.prose));
  return { evidence, isKnownLanguage: (100 * (tally.counts[Vocabulary.Small] ?? 0)) / tally.all >= fewestSmallWords };
}

const hardlyAnyProse: Evidence = { reason: "hardly any prose", weight: -3 };

function spacedEvidence(density: Densities): Evidence[] {
  const { reporting, publicAffairs, weekdays, phrases: phrase, names } = density;
  const said = upTo(2.4, 1.4 * reporting);
  const affairsNamed = upTo(2.3, 0.6 * (publicAffairs - 0.6));
  const recent = upTo(2, 2.8 * weekdays);
  // Tales have "he said" too, and history its ministers; only news keeps saying which office said so, and when.
  const attributed = Math.min(said, 0.8 + affairsNamed + recent);
  const affairs = Math.min(affairsNamed, 0.5 + said + recent);
  const evidence: Evidence[] = [
    { reason: "reported speech", weight: attributed },
    { reason: "words of public affairs", weight: affairs },
    { reason: "days of the week", weight: recent },
    { reason: "phrases of news", weight: upTo(1, phrase) },
    { reason: names < 4 ? "few names" : "many names", weight: Math.min(1, 0.12 * (names - 4)) },
    { reason: "speaks of I and you", weight: -upTo(5.5, 1.2 * (density.firstAndSecond - 0.7)) },
    { reason: "tells of him and her", weight: -upTo(4, 0.8 * (density.third - 3.2)) },
    { reason: "legal terms", weight: -upTo(5, 3 * (density.legalese - 0.4)) },
    { reason: "terms of software", weight: -upTo(5, 0.8 * (density.software - 2.5)) },
    { reason: "terms of research", weight: -upTo(3, density.scholarly - 1.2) },
    { reason: "terms of cookery", weight: -upTo(4, density.cookery - 1) },
  ];
  return evidence.filter(({ weight }) => Math.abs(weight) >= 0.05);
}

/** The same for scripts without capitals: names do not show, and words are known by a part of them. */
function caselessEvidence({ prose }: TextSample, density: Densities): Evidence[] {
  const words = spacedEvidence(density).filter(({ reason }) => reason !== "few names" && reason !== "many names");
  const known = words.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
  const share = (100 * (prose.match(caselessPhrases)?.length ?? 0)) / Math.max(250, prose.length);
  return [...words, { reason: "phrases of news", weight: Math.max(0, upTo(4.5, 5 * share) - known) }].filter(({ weight }) => weight !== 0);
}

function densities({ all, own, names, counts, ownCounts }: WordTally, prose: string): Densities {
  const perAll = (count: number): number => (100 * count) / Math.max(40, all);
  const perOwn = (count: number): number => (100 * count) / Math.max(40, own);
  return {
    reporting: perOwn(ownCounts[Vocabulary.Reporting] ?? 0),
    publicAffairs: perAll(counts[Vocabulary.PublicAffairs] ?? 0),
    weekdays: perOwn(ownCounts[Vocabulary.Weekdays] ?? 0),
    phrases: perAll(prose.match(phrases)?.length ?? 0),
    names: perOwn(names),
    firstAndSecond: perOwn(ownCounts[Vocabulary.FirstAndSecond] ?? 0),
    third: perOwn(ownCounts[Vocabulary.Third] ?? 0),
    legalese: perAll(counts[Vocabulary.Legalese] ?? 0),
    software: perAll(counts[Vocabulary.Software] ?? 0),
    scholarly: perAll(counts[Vocabulary.Scholarly] ?? 0),
    cookery: perAll(counts[Vocabulary.Cookery] ?? 0),
  };
}

function unspacedEvidence({ prose }: TextSample): Evidence[] {
  if (prose.length < 40) return [hardlyAnyProse];
  const density = (100 * (prose.match(unspacedPhrases)?.length ?? 0)) / Math.max(100, prose.length);
  return [{ reason: "phrases of news", weight: upTo(4.5, 3 * density) }];
}
