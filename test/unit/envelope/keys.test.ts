import assert from "node:assert/strict";
import { safeKey, uniqueKeys } from "../../../src/core/envelope/uniqueKeys";

const names: readonly (readonly [name: string, key: string, changed: boolean])[] = [
  ["a.txt", "a.txt", false],
  ["news/a b.txt", "news/a b.txt", false],
  ["news\\a.txt", "news/a.txt", false],
  ["https://n.example/a", "https:/n.example/a", false],
  ["news//a.txt", "news/a.txt", false],
  ["news/", "news", false],
  ["...txt", "...txt", false],
  [".hidden", ".hidden", false],
  ["a..b", "a..b", false],
  ["./a.txt", "a.txt", true],
  ["../a.txt", "a.txt", true],
  ["..\\..\\a.txt", "a.txt", true],
  ["news/../../a.txt", "news/a.txt", true],
  ["news/..", "news", true],
  ["/etc/passwd", "etc/passwd", true],
  ["//server/share", "server/share", true],
  ["\\\\server\\share", "server/share", true],
  ["C:\\a.txt", "a.txt", true],
  ["C:a.txt", "a.txt", true],
  ["C:../a.txt", "a.txt", true],
  ["C:D:/a.txt", "a.txt", true],
  ["../C:/a.txt", "a.txt", true],
  ["news/C:/a.txt", "news/C:/a.txt", false],
  ["news/.. /a.txt", "news/a.txt", true],
  ["news/.../a.txt", "news/a.txt", true],
  ["a\u0000.txt", "a.txt", true],
  ["..", "", true],
  ["/", "", true],
  ["C:", "", true],
];

describe("safeKey", () => {
  for (const [name, key, changed] of names)
    it(JSON.stringify(name), () => {
      assert.deepEqual(safeKey(name), { key, changed });
    });
});

describe("uniqueKeys", () => {
  const cases: readonly (readonly [keys: string, unique: string])[] = [
    ["", ""],
    ["a b c", "a b c"],
    ["a a a", "a a~2 a~3"],
    ["a a a~2", "a a~3 a~2"],
    ["a~2 a a", "a~2 a a~3"],
    ["a~2 a~2 a a", "a~2 a~2~2 a a~3"],
    ["a a a~3 a a~2 a", "a a~4 a~3 a~5 a~2 a~6"],
  ];
  for (const [keys, unique] of cases)
    it(keys, () => {
      assert.equal(uniqueKeys(keys.split(" ")).join(" "), unique);
    });
});
