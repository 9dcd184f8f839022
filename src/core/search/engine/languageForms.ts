import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as russian } from "@orama/stemmers/russian";
import { stemmer as spanish } from "@orama/stemmers/spanish";

/** How a language other than English inflects: two folded words with the same stem are forms of one. */
export interface LanguageForms {
  /** ISO 639-1. */
  readonly language: string;
  readonly stem: (word: string) => string;
  readonly letters: RegExp;
  /** Whether common nouns have a capital as well as names. */
  readonly hasCapitalNouns: boolean;
}

const latin = /^[a-z]{4,}$/u;

/** Snowball's stemmers. Folding has taken the breve from й, which Russian endings need. */
export const languageForms: readonly LanguageForms[] = [
  { language: "de", stem: german, letters: latin, hasCapitalNouns: true },
  { language: "fr", stem: french, letters: latin, hasCapitalNouns: false },
  { language: "es", stem: spanish, letters: latin, hasCapitalNouns: false },
  { language: "ru", stem: (word) => russian(word.replace(/([аеиоуыюя])и$/u, "$1й")), letters: /^[а-я]{4,}$/u, hasCapitalNouns: false },
];

/** What Korean writes behind a noun: particles, each as it follows a vowel or a consonant. */
export const koreanParticles =
  "은 는 이 가 을 를 의 에 에서 에게 에는 에서는 에도 으로 로 으로는 로는 와 과 도 만 까지 부터 보다 처럼 이나 나 라고 이라고 께서 한테 이라는 라는 이며 며 인 들 들이 들은 들을 들의 들에게".split(
    " ",
  );

/** The Arabic article with what is written together with it. */
export const arabicArticles = "ال وال بال كال فال لل ولل".split(" ");
