import type { ReutersArticle } from "./reuters";

/**
 * Running stories of 1987 in Reuters-21578, labelled by hand as rules: an article is of a story if its headline has one of
 * the words and its text has all of the others. The rules were written from reading headlines, before anything was measured with
 * them. They favour stories with a name in the headline, which makes this set easier than life; it has been used
 * to compare ways of ranking, not to say how good one is.
 */
type Rule = readonly [story: string, headline: RegExp, text: readonly RegExp[]];

/** What options were settled with. */
const development: readonly Rule[] = [
  ["gencorp-takeover", /GENCORP/i, [/Wagner|AFG|General Acquisition|Partners/i]],
  ["usair-piedmont-twa", /USAIR|PIEDMONT|TWA|NORFOLK/i, [/USAir/i, /Piedmont|Trans World|TWA|Icahn/i]],
  ["cyclops-dixons", /CYCLOPS|DIXONS|CYACQ|AUDIO.?VIDEO/i, [/Cyclops/i, /Dixons|Cyacq|Audio/i]],
  ["dome-petroleum-sale", /\bDOME\b|AMOCO|TRANSCANADA/i, [/Dome/i, /Amoco|TransCanada|takeover|bid/i]],
  ["purolator-bid", /PUROLATOR/i, [/Purolator/i, /Hutton|PC Acquisition|Emery|offer|merger/i]],
  ["caesars-sosnoff", /CAESARS|SOSNOFF/i, [/Caesars/i, /Sosnoff/i]],
  ["harcourt-maxwell", /HARCOURT|MAXWELL|BRITISH PRINTING|BPCC/i, [/Harcourt/i, /Maxwell|British Printing/i]],
  ["taft-broadcasting", /TAFT/i, [/Taft/i, /Bass|Lindner|American Financial|Narragansett|Ingram/i]],
  ["viacom-buyout", /VIACOM|REDSTONE|NATIONAL AMUSEMENTS/i, [/Viacom/i, /Redstone|National Amusements/i]],
  ["burlington-edelman", /BURLINGTON|EDELMAN|DOMINION TEXTILE|SAMJENS/i, [/Burlington/i, /Edelman|Dominion Textile|Samjens/i]],
  ["supermarkets-dart", /SUPERMARKETS|DART|HAFT/i, [/Supermarkets General/i, /Dart|Haft/i]],
  [
    "chrysler-amc",
    /CHRYSLER|AMC|AMERICAN MOTORS|RENAULT/i,
    [/Chrysler/i, /American Motors|AMC/i, /Renault|acqui|merger|purchase|takeover/i],
  ],
  ["texaco-pennzoil", /TEXACO|PENNZOIL/i, [/Texaco/i, /Pennzoil/i]],
  ["ecuador-earthquake-oil", /ECUADOR/i, [/earthquake|quake/i]],
  ["japan-us-chips", /CHIP|SEMICONDUCTOR/i, [/Japan/i, /semiconductor|chip/i, /sanction|tariff|dumping|pact|agreement/i]],
  ["harper-row", /HARPER/i, [/Harper and Row|Harper & Row|Harper (?:and|&) Row/i]],
  ["allegheny-buyout", /ALLEGHENY/i, [/Allegheny International/i, /First Boston|Sunter/i]],
  ["brazil-debt-moratorium", /BRAZIL/i, [/moratorium|suspen/i, /interest/i, /banks/i]],
  ["borg-warner", /BORG/i, [/Borg.?Warner/i]],
  ["guinness-affair", /GUINNESS/i, [/Saunders|Distillers|Trade and Industry|inquiry|Roux/i]],
  ["cocoa-buffer-stock", /COCOA/i, [/buffer stock/i, /ICCO|council/i]],
  ["gulf-platform-attack", /GULF|IRAN|PLATFORM/i, [/platform/i, /retaliat|attack|shell/i, /U\.S\./]],
  ["fairchild-fujitsu", /FAIRCHILD|FUJITSU/i, [/Fairchild/i, /Fujitsu/i]],
  ["hutton-shearson", /HUTTON|SHEARSON/i, [/E\.?F\.? Hutton/i, /Shearson|merger|takeover|acqui/i]],
];

/** Stories that no option was ever settled with. */
const test: readonly Rule[] = [
  ["gillette-revlon", /GILLETTE/i, [/Revlon/i]],
  ["chemlawn-bids", /CHEMLAWN|ECOLAB|WASTE/i, [/ChemLawn/i, /Waste Management|Ecolab/i]],
  [
    "standard-oil-bp",
    /STANDARD|BRITISH PETROLEUM|\bBP\b/i,
    [/Standard Oil/i, /British Petroleum|\bBP\b/, /tender|70 dlrs|7\.4 billion|per share/i],
  ],
  ["rexnord-banner", /REXNORD|BANNER/i, [/Rexnord/i, /Banner/i]],
  ["toshiba-cocom", /TOSHIBA/i, [/submarine|COCOM|Kongsberg/i]],
  ["baker-hughes", /BAKER|HUGHES/i, [/Baker International/i, /Hughes Tool/i]],
  ["jefferies-plea", /JEFFERIES/i, [/Boyd/i, /guilty|Securities and Exchange/i]],
  ["aegean-crisis", /AEGEAN|TURK|GREE|NATO/i, [/Aegean/i, /oil|NATO/i]],
  ["ferruzzi-cpc", /FERRUZZI|CPC|AMYLUM/i, [/Ferruzzi/i, /CPC/]],
  ["crazy-eddie", /CRAZY EDDIE/i, [/buyout|Entertainment|offer|Antar/i]],
  ["greenspan-for-volcker", /VOLCKER|GREENSPAN/i, [/Volcker/i, /Greenspan/i]],
  ["cgct-sale", /CGCT|BALLADUR/i, [/CGCT/]],
  ["brazil-seamen", /SEAMEN/i, [/Brazil/i, /strike/i]],
  ["conrail-sale", /CONRAIL/i, [/offering|initial/i]],
  ["vaskevitch", /MERRILL|VASKEVITCH|SEC\b/i, [/Vaskevitch/i]],
  ["allis-chalmers", /ALLIS-CHALMERS/i, [/restructur|Chapter 11|creditors|lenders/i]],
  ["kuwait-tankers", /KUWAIT/i, [/flag|escort|re-register/i, /tanker/i]],
  ["channel-ferry", /FERRY/i, [/Zeebrugge|Belgi|Herald of Free Enterprise/i]],
  ["chad-libya", /CHAD|LIBYA/i, [/Chad/i, /Libya/i]],
  ["dakota-city-strike", /\bIBP\b/i, [/Dakota City/i]],
  ["grangemouth-fire", /GRANGEMOUTH|REFINERY/i, [/Grangemouth/i]],
];
const parts = { development, test } as const;

/** The story of each article that is of exactly one, by article id. */
export function storiesOf(articles: readonly ReutersArticle[], part: keyof typeof parts = "development"): ReadonlyMap<string, string> {
  const stories = new Map<string, string>();
  for (const { id, title, paragraphs } of articles) {
    const text = `${title}\n${paragraphs.join("\n")}`;
    const found = parts[part].filter(([, headline, needed]) => headline.test(title) && needed.every((pattern) => pattern.test(text)));
    if (found.length === 1 && found[0] !== undefined) stories.set(id, found[0][0]);
  }
  return stories;
}
