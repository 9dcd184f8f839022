import { type Evidence, upTo } from "./evidence";
import type { TextSample } from "./textSample";
import { Vocabulary } from "./knownWords";
import { tallyWords } from "./wordTally";

/** Phrases of news that single words do not show. */
const phrases =
  /\b(?:told reporters|in a statement|news conference|press conference|news agency|according to|on condition of anonymity|declined to comment|last (?:week|month|year)|spokes(?:man|woman|person))\b/g;
/** The same in scripts whose words are not told apart here: written without spaces, or with their endings attached. */
const unspacedPhrases = /记者|記者|报道|報道|报导|新华社|表示|指出|宣布|据悉|消息人士|总统|總統|政府|部长|警方|发言人|發表|発表|によると|と述べ|語った|首相|大臣|警察|万人|亿元|月\d{1,2}日|รัฐบาล|นายก|กล่าวว่า|ตำรวจ|밝혔다|발표했다|말했다|전했다|기자|경찰|정부|대통령|장관|कहा|बताया|प्रधानमंत्री|सरकार|पुलिस|मंत्री|प्रवक्ता|के अनुसार/g;

/** Below this a text says nothing by its words. */
const fewestWords = 12;

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

/** What the choice of words says: densities a hundred words, quotations left out where who speaks matters. */
export function wordEvidence(sample: TextSample): Evidence[] {
  if (sample.unspaced) return unspacedEvidence(sample);
  const density = densities(sample.prose);
  if (density === null) return [{ reason: "hardly any prose", weight: -3 }];
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

function densities(prose: string): Densities | null {
  const { all, own, names, counts, ownCounts } = tallyWords(prose);
  if (all < fewestWords) return null;
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
  if (prose.length < 60) return [{ reason: "hardly any prose", weight: -3 }];
  const density = (100 * (prose.match(unspacedPhrases)?.length ?? 0)) / Math.max(100, prose.length);
  return [{ reason: "phrases of news", weight: upTo(4.5, 3 * density) }];
}
