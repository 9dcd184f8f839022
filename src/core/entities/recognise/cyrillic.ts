/** The letters of Russian and Ukrainian, in small, as English news writes them. */
export const latinLetters: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "yo",
  ж: "zh",
  з: "z",
  и: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  і: "i",
  ї: "yi",
  є: "ye",
  ґ: "g",
};

/** A Russian or Ukrainian name as English news spells it ("Дмитрий" is "Dmitry"); other text as it is. */
export function latinOf(name: string): string {
  if (!/\p{Script=Cyrillic}/u.test(name)) return name;
  const latin = Array.from(name.toLowerCase(), (letter) => latinLetters[letter] ?? letter)
    .join("")
    .replace(/(?:ii|yi|iy)$/, "y")
    .replace(/^e/, "ye")
    .replace(/iya$/, "ia");
  return latin.charAt(0).toUpperCase() + latin.slice(1);
}
