import names from "../../../../models/givenNames.json";
import { frontDecoded } from "../../util/frontCoding";

/** As far as words tell it: by a given name, a title, a word for kin. */
export type Sex = "female" | "male";

/** Names that newspapers of the world write often and that the data lacks or counts for one language only. */
const more: Readonly<Record<Sex, string>> = {
  female:
    "angelina hilary hillary ivanka melania jacinda sanna mette benazir sheikha indira sonia mamata jayalalithaa priyanka kamala condoleezza oprah tsai ing-wen yulia yuliya svetlana sviatlana tatyana tatiana natalya nataliya lyudmila oksana olena " +
    "ursula angela theresa nicola ngozi graca wangari chimamanda leymah malala shirin fatou samia aung mayumi yoko akiko keiko naoko sachiko michiko noriko yuko haruka sakura megumi tomoko hyun-hee geun-hye mi-kyung",
  male:
    "muammar moammar vladimir volodymyr dmitri dmitry dmytro sergei sergey serhiy yevgeny yevgeniy evgeny evgeni yuri yury nikolai nikolay alexei alexey aleksei aleksey aleksandr oleksandr andrei andrey andriy mikhail mykola mykhailo vasily vasyl gennady " +
    "valery ilya nikita kuzma luka foma misha sasha kolya grisha barack boris donald rishi narendra manmohan rajiv rahul amit imran nawaz pervez hamid bashar saddam hafez yasser yasir mahmoud mohamed mohammed muhammad mohammad hosni abdel abdul abdullah recep tayyip " +
    "kofi nelson thabo jacob cyril uhuru raila yoweri paul olusegun goodluck muhammadu xi shinzo junichiro yoshihiko fumio takeshi hiroshi kenji akira makoto satoshi jae-in jong-un jong-il joko",
};

let cached: ReadonlyMap<string, Sex> | null = null;

function sexes(): ReadonlyMap<string, Sex> {
  cached ??= new Map(
    (["female", "male"] as const).flatMap((sex) =>
      [...frontDecoded(names[sex]), ...more[sex].split(" ")].map((name) => [name, sex] as const),
    ),
  );
  return cached;
}

/** The sex of those who bear a given name, folded as in `nameKey`; null where that is open or not known. */
export function sexOfGiven(given: string): Sex | null {
  return sexes().get(given) ?? null;
}

/** Whether a word, folded as in `nameKey`, is known as a given name. */
export function isGivenName(word: string): boolean {
  return sexes().has(word);
}

const titles: Readonly<Record<Sex, string>> = {
  male: "mr mister sir lord herr monsieur m signor signore senor sr senhor don meneer pan gospodin king prince sheikh sheik emir sultan imam pope baron father fr brother",
  female:
    "mrs ms miss madam lady dame mme madame mlle mademoiselle frau fraulein signora signorina senora sra senorita srta senhora dona mevrouw pani gospozha queen princess begum sister baroness countess duchess",
};
const kin: Readonly<Record<Sex, string>> = {
  male:
    "husband father son brother uncle nephew widower grandfather grandson boyfriend stepfather stepson stepbrother half-brother father-in-law son-in-law brother-in-law duke emperor monk man boy businessman congressman policeman fisherman nobleman clergyman serviceman " +
    "ehemann mann vater sohn bruder mari pere fils frere esposo marido padre hijo hermano",
  female:
    "wife mother daughter sister aunt niece widow grandmother granddaughter girlfriend stepmother stepdaughter stepsister half-sister mother-in-law daughter-in-law sister-in-law actress empress nun woman girl chairwoman spokeswoman congresswoman businesswoman policewoman " +
    "councilwoman saleswoman heroine hostess ballerina suffragette housewife midwife ehefrau mutter tochter schwester witwe femme mere fille soeur veuve esposa mujer madre hija hermana viuda",
};
const ofWords = (lists: Readonly<Record<Sex, string>>): ReadonlyMap<string, Sex> =>
  new Map((["female", "male"] as const).flatMap((sex) => lists[sex].split(" ").map((word) => [word, sex] as const)));
const titleSexes = ofWords(titles);
const kinSexes = ofWords(kin);

/** The sex that a title in front of a name tells ("Mrs.", "Señora", "Sir"), by its key; null for others. */
export function sexOfTitle(title: string): Sex | null {
  return titleSexes.get(title) ?? null;
}

/** The sex that a noun for somebody tells ("sister", "actress"), by its key; null for others. */
export function sexOfNoun(noun: string): Sex | null {
  return kinSexes.get(noun) ?? null;
}
