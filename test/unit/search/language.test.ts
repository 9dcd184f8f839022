import { deepEqual, equal } from "node:assert/strict";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { parseDocument } from "../../../src/core/corpus/parseDocument";
import { PackedSearchEngine } from "../../../src/core/search/engine/packedSearchEngine";
import { searchableOf } from "../../../src/core/search/engine/searchableOf";
import { parseQuery } from "../../../src/core/search/query/parser";
import { languageOf } from "../../../src/core/search/analyse/language";

const texts: readonly (readonly [string | null, string])[] = [
  ["en", "The dam was reopened on Tuesday, officials said, after months of talks over water rights."],
  ["en", "LISSEN, Oct 1 - Korvat Mills Corp said it raised its stake to 12.4 mln shares, or 8.1 pct of the total."],
  ["de", "Der Staudamm wurde am Dienstag nach monatelangen Gesprächen wieder geöffnet, sagten Beamte."],
  ["nl", "De dam werd dinsdag heropend na maandenlange gesprekken, zeggen ambtenaren van het ministerie."],
  ["fr", "Le barrage a été rouvert mardi après des mois de discussions, ont déclaré des responsables."],
  ["es", "La presa fue reabierta el martes tras meses de conversaciones, dijeron los funcionarios."],
  ["pt", "A barragem foi reaberta na terça-feira após meses de negociações, disseram as autoridades do distrito."],
  ["it", "La diga è stata riaperta martedì dopo mesi di colloqui, hanno detto i funzionari della regione."],
  ["sv", "Dammen öppnades igen på tisdagen efter månader av samtal, sade tjänstemän som inte ville nämnas."],
  ["da", "Dæmningen blev genåbnet tirsdag efter måneders forhandlinger, som ikke havde været offentlige."],
  ["no", "Demningen ble gjenåpnet tirsdag etter flere måneder med samtaler, sier tjenestemenn fra byen."],
  [
    "fi",
    "Pato avattiin uudelleen tiistaina kuukausien neuvottelujen jälkeen, mutta kaikki eivät olleet samaa mieltä, ja se on myös kallis.",
  ],
  ["pl", "Tama została ponownie otwarta we wtorek po miesiącach rozmów, ale nie wszyscy są zadowoleni z tego, jak to się stało."],
  ["cs", "Přehrada byla v úterý po měsících jednání znovu otevřena, uvedli úředníci, ale podle nich je to pouze začátek."],
  ["hu", "A gátat kedden nyitották meg újra hónapokig tartó tárgyalások után, de a tisztviselők szerint ez csak egy kezdet."],
  ["ro", "Barajul a fost redeschis marți, după luni de discuții, au declarat oficialii din regiune."],
  ["tr", "Yetkililer barajın salı günü yeniden açıldığını söyledi, ancak bu daha bir başlangıç ve çok iş var."],
  ["id", "Bendungan itu dibuka kembali pada hari Selasa setelah perundingan yang lama, kata para pejabat."],
  ["vi", "Con đập đã được mở lại vào thứ Ba sau nhiều tháng đàm phán của các quan chức, và không có một người nào phản đối."],
  ["ru", "Плотина была вновь открыта во вторник после нескольких месяцев переговоров, сообщили чиновники."],
  ["uk", "Греблю знову відкрили у вівторок після кількох місяців переговорів її власників, повідомили посадовці."],
  ["bg", "Язовирът беше отворен отново във вторник след месеци на преговори, съобщиха служители."],
  ["sr", "Брана је поново отворена у уторак после вишемесечних разговора, саопштили су званичници."],
  ["ar", "أعيد فتح السد يوم الثلاثاء بعد أشهر من المحادثات"],
  ["fa", "مقامات گفتند سد پس از ماه‌ها مذاکره روز سه‌شنبه بازگشایی شد."],
  ["zh", "官员们表示，经过数月的谈判，大坝于周二重新开放。"],
  ["ja", "当局者によると、数か月の協議の後、ダムは火曜日に再開された。"],
  ["ko", "관계자들은 수개월간의 협의 끝에 댐이 화요일에 다시 열렸다고 말했다."],
  ["el", "Το φράγμα άνοιξε ξανά την Τρίτη μετά από μήνες συνομιλιών."],
  ["th", "เขื่อนเปิดอีกครั้งเมื่อวันอังคาร"],
  [null, "12 4.5 -- 2013"],
  [null, "Korvat Lissen Maros"],
  [null, ""],
];

describe("search: the language of a text", () => {
  for (const [language, text] of texts) {
    it(`${language ?? "none"}: ${text.slice(0, 40)}`, () => {
      equal(languageOf(text, [{ start: 0, end: text.length }]), language);
    });
  }

  it("is asked for by code or name", () => {
    const engine = new PackedSearchEngine();
    for (const [id, body] of [
      ["one.txt", texts[0]?.[1]],
      ["two.txt", texts.find(([language]) => language === "ru")?.[1]],
    ] as const) {
      const text = `Lissen\n\n${body ?? ""}\n\n${body ?? ""}\n`;
      engine.set(searchableOf(id, text, parseDocument(text, { fileName: id }).article(0), { path: id, folder: ".", date: null }));
    }
    const found = (query: string): readonly string[] =>
      engine
        .search({ query: parseQuery(query), filters: [], sort: "oldest", offset: 0, limit: 10, fold: false }, neverCancelled)
        ?.hits.map(({ id }) => id) ?? [];
    deepEqual(found("lang:en"), ["one.txt"]);
    deepEqual(found("lang:RU"), ["two.txt"]);
    deepEqual(found("lang:russian"), ["two.txt"]);
    deepEqual(found("lissen -lang:en"), ["two.txt"]);
  });

  it("is read from what it is pointed at only", () => {
    equal(languageOf("The mayor of the town said so. Der Bürgermeister sagte es, und das ist nicht neu.", [{ start: 31, end: 80 }]), "de");
  });
});
