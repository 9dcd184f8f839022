import assert from "node:assert/strict";
import { type TextDocument, window, workspace } from "vscode";
import type { CorpusNavigatorApi } from "../../../src/client/activate";
import { closeAll, file, leaves, ready, until } from "./support";

/** Bytes of a text by a table of its letters beyond ASCII. */
function bytesOf(text: string, table: Readonly<Record<string, readonly number[]>>): Uint8Array {
  return Uint8Array.from(Array.from(text).flatMap((letter) => table[letter] ?? [letter.charCodeAt(0)]));
}

/** Windows-1251: А to я stand in one row. */
const cyrillic: Record<string, readonly number[]> = Object.fromEntries(
  Array.from({ length: 64 }, (_, at) => [String.fromCharCode(0x410 + at), [0xc0 + at]] as const),
);
const russian =
  "Паром снова ходит через залив Торвен\n\nЖители посёлка Велм в понедельник впервые за четыре года увидели паром, сообщила администрация порта.\n\nМэр Олег Тарский сказал, что работы обошлись в два миллиона крон и что второй паром выйдет зимой.\n".replace(
    "посёлка",
    "поселка",
  );
/** Shift_JIS of what the text below has. */
const japaneseTable: Record<string, readonly number[]> = Object.fromEntries(
  (
    "町92ac 議8b63 会89ef は82cd 日93fa 月8c8e 曜976a に82c9 古8cc3 い82a2 港8d60 を82f0 再8dc4 開8a4a す82b7 る82e9 と82c6 決8c88 め82df た82bd 。8142 長92b7 " +
    "の82cc 田9363 中9286 氏8e81 述8f71 べ82d7 、8141 工8d48 事8e96 費94ef 二93f1 億89ad 円897e だ82be 「8175 」8176 待91d2 っ82c1 て82c4 で82c5 し82b5 発94ad 表955c"
  )
    .split(" ")
    .map((pair) => [pair.slice(0, 1), [Number.parseInt(pair.slice(1, 3), 16), Number.parseInt(pair.slice(3, 5), 16)]] as const),
);
const japanese =
  "町議会、古い港を再開\n\n町議会は月曜日に古い港を再開すると決めた。町長の田中氏は「町は長い日月待った」と述べた。\n\n工事の費は二億円だと町議会は発表した。町長は、港の再開は日曜日だと述べた。\n";

describe("A file in an encoding that the editor does not expect", () => {
  let api: CorpusNavigatorApi;
  before(async () => {
    api = await ready();
  });
  after(async () => {
    await closeAll();
    await workspace.fs.delete(file("encoded"), { recursive: true });
  });

  for (const [name, encoding, text, table] of [
    ["encoded/parom.txt", "windows1251", russian, cyrillic],
    ["encoded/minato.txt", "shiftjis", japanese, japaneseTable],
  ] as const) {
    it(`is shown as the index reads it, and stays in the index as it was: ${encoding}`, async () => {
      const bytes = bytesOf(text, table);
      await workspace.fs.writeFile(file(name), bytes);
      const title = text.slice(0, text.indexOf("\n"));
      const found = async (): Promise<string | undefined> =>
        (await leaves(api)).map(({ article }) => article).find(({ uri }) => uri.endsWith(name))?.displayTitle;
      await until("the file to be in the index", async () => (await found()) === title);
      const document: TextDocument = await workspace.openTextDocument(file(name));
      await window.showTextDocument(document);
      await until("the text as the index has it", () => document.getText() === text);
      assert.equal(document.encoding, encoding);
      assert.equal(document.isDirty, false);
      await until("its language", () =>
        workspace.textDocuments.some((one) => one.uri.path.endsWith(name) && one.languageId === "news-article"),
      );
      assert.equal(await found(), title);
      assert.deepEqual(Uint8Array.from(await workspace.fs.readFile(file(name))), bytes);
    });
  }
});
