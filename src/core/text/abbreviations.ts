/** Abbreviations that keep their full stop, as English news writes them. */
const kept = new Set(
  (
    "Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Gen Col Lt Capt Sgt Maj Cmdr Adm Rev Hon St Ste Jr Sr Messrs Mme Mlle " +
    "Inc Corp Co Cos Ltd Bros Cie Intl vs v Nos Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri " +
    "Calif Fla Mass Pa Conn Mich Ill Ariz Ala Wash Ore Va Md Tex Minn Wis Ga Ky Tenn Okla Kan Colo Nev Mo La Ark Del " +
    "Vt Ind Neb Mont Wyo Miss approx est etc dept Dept Ave Blvd Rd Mt Ft Univ Assn Supt Pvt Cpl Brig Det Insp Amb"
  ).split(" "),
);

/** Words that are common only at the start of a sentence when they have a capital. */
const openers = new Set(
  "The A An In On At He She It We They But And For This That These Those There His Her Its Their When While After As If I You Mr. Mrs. Ms. Dr.".split(
    " ",
  ),
);

/** Whether `word`, which a full stop follows, is an abbreviation that the full stop belongs to. */
export function isAbbreviation(word: string): boolean {
  return kept.has(word);
}

/** Whether `word` after an abbreviation shows that a sentence has ended there ("in the U.S. The talks"). */
export function opensSentence(word: string): boolean {
  return openers.has(word);
}
