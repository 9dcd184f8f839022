import { keyWords } from "./nameKey";
import { isGivenName } from "./sex";

const particles = new Set(
  "al el ul bin ibn abu ben van de von der den dem da di du dos del della le la las los ter ten zu af av st y e".split(" "),
);
const honorifics = new Set(
  "mr mrs ms miss dr sir lord lady dame herr frau monsieur madame mme mlle signor signora signorina senor senora senorita sr sra senhor senhora dona prof professor sheikh sheik imam king queen prince princess pope saint sen rep gov gen col maj capt lt sgt president".split(
    " ",
  ),
);
const suffixes = new Set("jr sr ii iii iv junior senior".split(" "));

/** The parts of a person's name that decide who it may be; lower case, folded as in `nameKey`. */
export interface PersonName {
  /** The first given name; empty where only a family name stands. */
  readonly given: string;
  /** The last word that is no suffix; hyphens make several words, as in `nameKey`. */
  readonly family: string;
  /** Middle names and initials, joined: tells George W. from George H. W. */
  readonly middle: string;
  readonly suffix: string;
  /** Words without honorifics, suffix and particles. */
  readonly words: readonly string[];
}

const roleWords = new Set(
  "president minister premier chancellor secretary general chief ceo cfo coo executive officer chairman chairwoman chair chairperson director spokesman spokeswoman spokesperson senator representative congressman congresswoman governor mayor ambassador envoy commander analyst coach captain judge justice professor commissioner speaker deputy leader head manager founder editor economist attorney prosecutor colonel lieutenant sergeant admiral bishop archbishop cardinal rabbi".split(
    " ",
  ),
);

/** Takes a name's key apart, titles in front of it left out; null where nothing but titles and particles is left. */
export function personName(key: string): PersonName | null {
  let all = keyWords(key).filter((word) => word !== "");
  const lastRole = all.findLastIndex((word) => roleWords.has(word));
  // "Judge" or "Bishop" alone, or at the end of a name, is a family name as likely as not.
  if (
    lastRole >= 0 &&
    (lastRole < all.length - 1 ||
      (all.length > 1 && !["judge", "bishop", "chair", "head", "justice", "coach", "cardinal"].includes(all[lastRole] ?? "")))
  )
    all = all.slice(lastRole + 1);
  if (all[0] === "of") return null;
  while (all.length > 1 && honorifics.has(all[0] ?? "")) all = all.slice(1);
  let suffix = "";
  const last = all.at(-1) ?? "";
  if (all.length > 1 && suffixes.has(last)) {
    suffix = last === "junior" ? "jr" : last === "senior" ? "sr" : last;
    all = all.slice(0, -1);
  }
  const words = all.filter(
    (word, index) =>
      !particles.has(word) || (index === 0 && all.length === 2 && !["al", "el", "ul", "van", "de", "bin", "abu"].includes(word)),
  );
  const family = words.at(-1);
  if (family === undefined) return null;
  const given = words.length > 1 ? (words[0] ?? "") : "";
  return { given, family, middle: words.slice(1, -1).join(" "), suffix, words };
}

const eastAsianFamilies = new Set(
  (
    "kim lee yi rhee ri park pak choi choe jung jeong chung kang cho jo yoon yun jang chang lim im rim han oh seo suh shin kwon kwak hwang ahn an song hong yang ko koh moon mun bae baek paik nam roh noh ryu yoo yu no jin chun jeon ban bang cha hyun ma min ra na sim shim son suk um woo won yeo yeom " +
    "xi li wang zhang liu chen zhao huang zhou wu xu sun hu zhu gao lin he guo luo liang zheng xie tang feng deng cao peng zeng xiao tian dong pan yuan cai jiang du ye cheng wei su lu ding ren lo mao wen bo qin qian bai bian chai chang dai fan fang fu gong gu hao hou jia jin kong lei lai liao long lou meng mo ning pang qi qiu qu rong shao shen shi si tao tong wan weng xia xiang xing xiong xue yan yao yi yin you zhan zhong zou zuo " +
    "chan wong leung cheung tsang tsai tsui chiang chou hsu hsieh hung kuo liang lau lui mak ng ong tan goh teo sim lim chua koh toh tay wee yeo kwok kwan fung yip yeung szeto ho ngo " +
    "nguyen tran le pham hoang huynh phan vu vo dang bui do duong ly dinh trinh truong cao"
  ).split(" "),
);

/** A syllable as Chinese, Korean and Vietnamese given names have them in Latin letters. */
const eastAsianGiven =
  /^(?:(?:[zcs]h|[hgk][yw]|tr|th|ph|kh|nh|gi|qu|[b-df-hj-np-tw-z])?(?:[aeiou]{1,3}|y[aeo]?u?)(?:ng|nh|ch|[nmlkptbh])?){1,3}$/u;

/** Whether the name is probably written family name first ("Xi Jinping", "Kim Jong-un", "Nguyen Van An"). */
export function familyFirst(name: PersonName): boolean {
  return (
    name.words.length > 1 &&
    name.words.length <= 4 &&
    eastAsianFamilies.has(name.words[0] ?? "") &&
    name.words.slice(1).every((word) => eastAsianGiven.test(word))
  );
}

/** The word that stands for a person alone: the family name, wherever it is written ("Tan" in "David Tan Siong Sun", too). */
export function familyName(name: PersonName): string {
  const [first = "", second = "", ...rest] = name.words;
  if (familyFirst(name)) return first;
  const isBetween =
    rest.length > 0 && isGivenName(first) && eastAsianFamilies.has(second) && rest.every((word) => eastAsianGiven.test(word));
  return isBetween ? second : name.family;
}
