import type { Span } from "../../text/span";
import { analyse } from "./analyser";

/**
 * Words that hold sentences together, folded, by language (ISO 639-1) of those in Latin script: in any text of some length
 * they are every third word, and they tell languages apart. Words that stand in several lists count less.
 */
const functionWords: Readonly<Record<string, string>> = {
  cs: "a v na se je ze s z do o to byl pro za jsou ale po podle jako byla uz jeho ktery pri",
  da: "og at det er en til af pa for med ikke den har de blev efter som var om fra mig hvor ogsa sagde",
  de: "der die und den das von zu mit ist im fur auf des nicht ein eine sich dem auch wurde nach es bei war",
  en: "the of and to in that is was for on with said by from has have are it at be as his he were this which not",
  es: "el la los las de del que en por con una para se su al como fue mas ha y lo pero sus este segun",
  et: "ja on ei et see oli kui ka aga ning mis mida oma kes olid ta veel pole tema",
  fi: "ja on ei se etta oli mutta joka myos han ovat kun tai sen mukaan ole jo kuin vuoden siita",
  fr: "le la les des et du une dans est pour que qui sur pas par au avec ce plus sont ete aux cette selon il",
  hr: "je i u na se da su za od s koji to nije kao iz te bi ili bio koja sto",
  hu: "a az es hogy nem egy is meg volt de ez mint csak szerint el azt ki vagy mar utan",
  id: "yang dan di dengan untuk dari pada ini itu tidak dalam akan oleh juga telah mengatakan adalah karena ke kata",
  it: "il di che la per un della con non una si gli del sono nel alla e dei anche stato ha da le",
  lt: "ir kad yra ne tai su buvo bet apie kaip po metu savo jis nuo i ar iki dar",
  lv: "un ir ka no par ar uz tas bet lai kas tiek gada nav ari vai pec tika",
  nl: "de het een van en dat is op te voor met zijn niet aan die er door naar ook werd bij heeft als",
  no: "og det er pa til av som for at med ikke den har de ble etter var om fra han meg hvor ogsa sier",
  pl: "w i na z do sie nie ze jest to o jak przez od po dla przed byl oraz jego ktory ale tym",
  pt: "o os da do que em para uma com nao por no na dos mais foi pelo ao ser das e um segundo",
  ro: "si de in la cu a nu pe din care pentru este sa au fost mai o un sunt ca lui dupa",
  sk: "a v na sa je ze s z do o to bol pre za su ale po podla ako bola jeho ktory pri uz",
  sv: "och att det som en pa ar av for med den till inte har om ett men de fran sade efter jag var",
  tr: "ve bir bu da de icin ile olarak cok daha gibi olan sonra kadar ne dedi ancak ise en oldugunu",
  vi: "va cua la cac trong khong duoc cho mot co nguoi nhung da voi nam nay khi den ve tai",
};

/** So much of a text, in code units, is enough. */
const sampleLength = 1500;
/** With fewer function words than this a text says nothing about its language. */
const fewestWords = 3;

/** Letters that tell the languages of a script apart. */
const cyrillic: readonly (readonly [language: string, letters: string])[] = [
  ["uk", "їєґ"],
  ["be", "ў"],
  ["sr", "ћђј"],
  ["ru", "ыэ"],
  ["bg", "ъ"],
];
const arabic: readonly (readonly [language: string, letters: string])[] = [
  ["ur", "ٹڈڑےںہھ"],
  ["fa", "پچژگ"],
];

/** Scripts by where their letters begin and end; where several languages share one, the most widely read. */
const scripts: readonly (readonly [first: number, last: number, script: string])[] = [
  [0x41, 0x24f, "latin"],
  [0x370, 0x3ff, "el"],
  [0x400, 0x52f, "cyrillic"],
  [0x531, 0x58f, "hy"],
  [0x5d0, 0x5ea, "he"],
  [0x620, 0x6d3, "arabic"],
  [0x900, 0x97f, "hi"],
  [0x980, 0x9ff, "bn"],
  [0xb80, 0xbff, "ta"],
  [0xe01, 0xe4e, "th"],
  [0x10d0, 0x10ff, "ka"],
  [0x3041, 0x30ff, "ja"],
  [0x3400, 0x9fff, "zh"],
  [0xac00, 0xd7a3, "ko"],
  [0x1e00, 0x1eff, "latin"],
];

const languagesOf: ReadonlyMap<string, readonly string[]> = languagesByWord();

function languagesByWord(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [language, words] of Object.entries(functionWords)) {
    for (const word of words.split(" ")) {
      const list = found.get(word);
      if (list === undefined) found.set(word, [language]);
      else list.push(language);
    }
  }
  return found;
}

/**
 * The language that a text is written in (ISO 639-1: `en`), by its script and the letters or function words that tell the
 * languages of a script apart; null where the text is too short to tell. Reads the first pieces of `spans` only.
 */
export function languageOf(text: string, spans: readonly Span[]): string | null {
  const sample: Span[] = [];
  let left = sampleLength;
  for (const { start, end } of spans) {
    if (left <= 0) break;
    sample.push({ start, end: Math.min(end, start + left) });
    left -= end - start;
  }
  const script = scriptOf(text, sample);
  if (script === "latin") return latinLanguage(text, sample);
  const read = sample
    .map(({ start, end }) => text.slice(start, end))
    .join(" ")
    .toLowerCase();
  if (script === "cyrillic") return byLetters(read, cyrillic, "ru");
  return script === "arabic" ? byLetters(read, arabic, "ar") : script;
}

function scriptOf(text: string, sample: readonly Span[]): string | null {
  const counts = new Map<string, number>();
  for (const { start, end } of sample) {
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      const script = unit < 0x41 ? undefined : scripts.find(([first, last]) => unit >= first && unit <= last)?.[2];
      if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
    }
  }
  // Japanese writes most of its nouns in Chinese characters, and names in Latin letters stand in any text.
  if ((counts.get("ja") ?? 0) * 8 > (counts.get("zh") ?? 0)) counts.set("ja", (counts.get("ja") ?? 0) + (counts.get("zh") ?? 0));
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

/** Which language's own letters are most frequent; `other` where hardly any of them occurs. */
function byLetters(text: string, languages: readonly (readonly [string, string])[], other: string): string {
  const counts = new Map<string, number>();
  for (const letter of text)
    for (const [language, letters] of languages) if (letters.includes(letter)) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] * 400 > text.length ? best[0] : other;
}

function latinLanguage(text: string, sample: readonly Span[]): string | null {
  const scores = new Map<string, number>();
  let found = 0;
  for (const { start, end } of sample) {
    analyse(text, start, end, (term) => {
      const languages = languagesOf.get(term);
      if (languages === undefined) return;
      found++;
      for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
    });
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  return found < fewestWords ? null : (best?.[0] ?? null);
}
