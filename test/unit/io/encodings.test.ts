import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as generatedTables from "iconv-lite/encodings/sbcs-data-generated.js";
import { decode } from "../../../src/server/files/io/decode";
import { encodingNamed } from "../../../src/server/files/io/decoders";

/** The bytes of a text in an encoding of one byte a character, by iconv-lite's tables. */
function encode(text: string, encoding: string): Uint8Array {
  let table = generatedTables[encoding];
  if (typeof table === "string") table = generatedTables[table];
  assert.ok(typeof table === "object", encoding);
  const { chars } = table;
  return Uint8Array.from(Array.from(text), (character) => {
    const code = character.charCodeAt(0);
    const at = code < 0x80 ? code : 0x80 + chars.indexOf(character);
    assert.ok(at >= 0 && (code < 0x80 || chars.includes(character)), `${character} in ${encoding}`);
    return at;
  });
}

const texts: readonly (readonly [language: string, encodings: readonly string[], text: string])[] = [
  [
    "Czech",
    ["windows1250", "iso88592", "cp852"],
    "Starosta města oznámil v pondělí, že přístav bude znovu otevřen. Obyvatelé údolí čekali na nový most dvacet let.",
  ],
  [
    "Polish",
    ["windows1250", "iso88592", "cp852"],
    "Burmistrz ogłosił w poniedziałek, że port zostanie otwarty. Mieszkańcy doliny czekali na nowy most dwadzieścia lat.",
  ],
  [
    "Hungarian",
    ["windows1250", "iso88592", "cp852"],
    "A polgármester hétfőn bejelentette, hogy a kikötő újra megnyílik. A völgy lakói húsz évig vártak az új hídra.",
  ],
  [
    "Croatian",
    ["windows1250", "iso88592"],
    "Gradonačelnik je u ponedjeljak objavio da će luka biti ponovno otvorena. Mještani doline čekali su novi most dvadeset godina, rekao je glasnogovornik općine Šime Đurić.",
  ],
  [
    "Lithuanian",
    ["windows1257", "iso885913"],
    "Meras pirmadienį pranešė, kad uostas vėl bus atidarytas. Slėnio gyventojai naujo tilto laukė dvidešimt metų, sakė savivaldybės atstovė.",
  ],
  [
    "Latvian",
    ["windows1257"],
    "Mērs pirmdien paziņoja, ka osta tiks atkal atvērta. Ielejas iedzīvotāji jauno tiltu gaidīja divdesmit gadus, sacīja pašvaldības pārstāve.",
  ],
  [
    "Ukrainian",
    ["windows1251", "koi8u"],
    "Міський голова повідомив у понеділок, що порт знову відкриють. Мешканці долини чекали на новий міст двадцять років.",
  ],
  [
    "Russian",
    ["windows1251", "koi8r", "cp866", "iso88595"],
    "Мэр города сообщил в понедельник, что порт снова откроют. Жители долины ждали новый мост двадцать лет.",
  ],
  [
    "Bulgarian",
    ["windows1251"],
    "Кметът съобщи в понеделник, че пристанището ще бъде отворено отново. Жителите на долината чакаха новия мост двадесет години.",
  ],
  [
    "Greek",
    ["windows1253", "iso88597"],
    "Ο δήμαρχος ανακοίνωσε τη Δευτέρα ότι το λιμάνι θα ανοίξει ξανά. Οι κάτοικοι της κοιλάδας περίμεναν είκοσι χρόνια.",
  ],
  [
    "Turkish",
    ["windows1254"],
    "Belediye başkanı pazartesi günü limanın yeniden açılacağını açıkladı. Vadi sakinleri yeni köprü için yirmi yıl bekledi.",
  ],
  ["Hebrew", ["windows1255", "iso88598"], "ראש העיר הודיע ביום שני כי הנמל ייפתח מחדש. תושבי העמק חיכו לגשר החדש עשרים שנה."],
  [
    "Arabic",
    ["windows1256", "iso88596"],
    "أعلن رئيس البلدية يوم الاثنين أن الميناء سيفتح من جديد. وانتظر سكان الوادي الجسر الجديد عشرين عاما.",
  ],
  ["Persian", ["windows1256"], "شهردار روز دوشنبه گفت که بندر دوباره باز مي شود. ساکنان دره بيست سال چشم به راه پل تازه بودند."],
  ["Thai", ["windows874"], "นายกเทศมนตรีแถลงเมื่อวันจันทร์ว่าท่าเรือจะเปิดอีกครั้ง ชาวบ้านในหุบเขารอสะพานใหม่มายี่สิบปี"],
  [
    "German",
    ["windows1252", "macroman", "cp850"],
    "Der Bürgermeister kündigte am Montag an, dass der Hafen wieder geöffnet wird. Die Bewohner hätten zwanzig Jahre auf die große Brücke gewartet.",
  ],
  [
    "French",
    ["windows1252", "macroman", "cp850"],
    "Le maire a annoncé lundi que le port serait rouvert. Les habitants de la vallée ont attendu le pont près de vingt années, a-t-il précisé.",
  ],
  [
    "Portuguese",
    ["windows1252", "macroman"],
    "O prefeito anunciou na segunda-feira que o porto será reaberto. Os moradores esperaram a construção da ponte por vinte anos, afirmou a administração.",
  ],
  [
    "English",
    ["windows1252", "macroman"],
    "“It’s a good day for the harbour,” the mayor said on Monday — and residents, who’d waited for years, agreed…",
  ],
  [
    "Swedish",
    ["windows1252"],
    "Borgmästaren meddelade på måndagen att hamnen öppnas på nytt. Invånarna i dalen har väntat på bron i tjugo år.",
  ],
];

describe("encodings", () => {
  for (const [language, encodings, text] of texts) {
    for (const encoding of encodings) {
      it(`reads ${language} in ${encoding}`, () => {
        const decoded = decode(encode(text, encoding));
        assert.ok(decoded.ok);
        assert.equal(decoded.file.text, text, decoded.file.encoding);
      });
    }
  }

  it("reads as it is told, and never what is UTF-8", () => {
    const bytes = encode("Čapek", "windows1250");
    const textIn = (asked: string, given = bytes): string => {
      const decoded = decode(given, { asked: encodingNamed(asked) });
      return decoded.ok ? decoded.file.text : decoded.detail;
    };
    assert.deepEqual(
      ["windows1250", "iso88592", "cp866", "maccenteuro"].map((name) => textIn(name)),
      ["Čapek", "Čapek", "╚apek", "»apek"],
    );
    assert.equal(textIn("windows1250", Buffer.from("Čapek žije")), "Čapek žije");
  });

  it("names a doubt and another possible encoding", () => {
    const decoded = decode(encode("Ñandú, Æ", "windows1252").subarray(0, 5));
    assert.ok(decoded.ok);
    const doubtful = decode(Uint8Array.from([0x61, 0xd0, 0x20, 0x62]));
    assert.ok(doubtful.ok && doubtful.file.isDoubtful);
    assert.match(doubtful.file.notice ?? "", /^Its encoding is in doubt: read as [\w-]+, could be [\w-]+\./);
  });

  it("takes what the neighbours are written in where the bytes fit both", () => {
    const bytes = encode("Мэр: да", "x-mac-cyrillic" in generatedTables ? "x-mac-cyrillic" : "maccyrillic");
    const decoded = decode(bytes, { expected: "x-mac-cyrillic" });
    assert.ok(decoded.ok);
    assert.deepEqual([decoded.file.text, decoded.file.notice], ["Мэр: да", null]);
  });

  it("knows the names that editors have", () => {
    const names = [
      "windows1250",
      "iso88592",
      "koi8u",
      "shiftjis",
      "eucjp",
      "big5hkscs",
      "cp852",
      "macroman",
      "utf8",
      "gb18030",
      "Windows-1257",
      "nonsense",
    ];
    assert.deepEqual(names.map(encodingNamed), [
      "windows-1250",
      "iso-8859-2",
      "koi8-u",
      "shift_jis",
      "euc-jp",
      "big5",
      "cp852",
      "macintosh",
      "utf-8",
      "gb18030",
      "windows-1257",
      null,
    ]);
  });

  const shared = join(import.meta.dirname, "../../../../shared/cases");
  const expected = join(shared, "encodings-expected.json");
  it("reads the shared cases", function () {
    if (!existsSync(expected)) this.skip();
    const wanted = JSON.parse(readFileSync(expected, "utf8")) as Record<string, string>;
    for (const [name, text] of Object.entries(wanted)) {
      const decoded = decode(readFileSync(join(shared, "inputs/encodings", name)));
      assert.ok(decoded.ok, name);
      assert.equal(decoded.file.text.replaceAll("\r\n", "\n").trim(), text.trim(), `${name}: ${decoded.file.encoding}`);
    }
  });
});
