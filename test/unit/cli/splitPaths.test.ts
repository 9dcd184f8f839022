import assert from "node:assert/strict";
import fc from "fast-check";
import { splitPaths } from "../../../src/cli/splitPaths";

const paths = (keys: readonly string[], platform: NodeJS.Platform = "linux"): string[] =>
  splitPaths(keys, platform).map(({ path }) => path);

const CASES: [name: string, keys: string[], paths: string[], platform?: NodeJS.Platform][] = [
  ["leaves good names alone", ["a.txt", "b/c d.txt", "café 🚢.txt"], ["a.txt", "b/c d.txt", "café 🚢.txt"]],
  ["gives nameless articles an extension", ["#1", "#2~2"], ["#1.txt", "#2~2.txt"]],
  ["keeps apart what differs in case only", ["A.txt", "a.txt", "a.TXT"], ["A.txt", "a~2.txt", "a~3.TXT"]],
  ["keeps apart what differs in composition only", ["caf\u00e9.txt", "cafe\u0301.txt"], ["caf\u00e9.txt", "cafe\u0301~2.txt"]],
  ["keeps a file from being a folder", ["a", "a/b.txt"], ["a~2", "a/b.txt"]],
  ["writes nothing hidden", [".git/hooks/post-checkout", "a/.ssh/x", "..a"], ["_git/hooks/post-checkout", "a/_ssh/x", "__a"]],
  ["drops what a file system cannot bear", ["a\u0000b\nc.txt", "a\\b.txt"], ["a_b_c.txt", "a_b.txt"]],
  [
    "knows Windows",
    ["CON", "nul.txt", "a:b?.txt", "dir. /x.txt", "lpt1.x/y"],
    ["_CON", "_nul.txt", "a_b_.txt", "dir_/x.txt", "_lpt1.x/y"],
    "win32",
  ],
  ["shortens long names and keeps the extension", [`${"é".repeat(200)}.txt`], [`${"é".repeat(118)}.txt`]],
  ["makes deep folders shallow", [`${"d/".repeat(50)}a.txt`], [`${"d/".repeat(32)}a.txt`]],
  ["has a name for what nobody sees", ["\ufeff", "a/ \u00a0", "\u200b.txt"], ["_", "a/_", "\u200b.txt"]],
  ["tells halves of surrogate pairs from what file systems make of them", ["\ud800", "\ufffd"], ["_", "\ufffd"]],
  [
    "leaves no dot or blank at the end that Windows takes away",
    [`${"x".repeat(239)}  .y`, `${"x".repeat(300)} `, "com1 .txt", ". .", "conin$"],
    [`${"x".repeat(238)}.y`, "x".repeat(240), "_com1 .txt", "__", "_conin$"],
    "win32",
  ],
  ["has a name for nothing", ["", "//"], ["unnamed.txt", "unnamed~2.txt"]],
];

describe("splitPaths", () => {
  for (const [name, keys, expected, platform] of CASES) {
    it(name, () => {
      assert.deepEqual(paths(keys, platform), expected);
    });
  }

  it("never gives two alike, nor one that leaves the folder", () => {
    const segment = fc.constantFrom(
      "a",
      "A",
      "..",
      ".",
      "",
      "a.txt",
      "a~2.txt",
      "#1",
      "CON",
      "é",
      "e\u0301",
      " ",
      "\ufeff",
      "\u0085",
      "\ud800",
      "\u2028",
      "aux .",
      `${"x".repeat(238)} .b`,
    );
    const key = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join("/"));
    fc.assert(
      fc.property(fc.array(key, { maxLength: 12 }), fc.constantFrom<NodeJS.Platform>("linux", "win32"), (keys, platform) => {
        const result = paths(keys, platform);
        const folded = result.map((path) => path.normalize("NFC").toLowerCase());
        assert.equal(new Set(folded).size, keys.length);
        for (const path of folded) {
          assert.ok(
            path.split("/").every((part) => part.trim() !== "" && !part.startsWith(".")),
            path,
          );
          if (platform === "win32")
            assert.ok(
              path.split("/").every((part) => !/[. ]$|^(?:con|aux)\s*(?:\.|$)/.test(part)),
              path,
            );
          assert.doesNotMatch(path, /[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\p{Surrogate}/u);
          assert.ok(!folded.some((other) => other.startsWith(`${path}/`)), path);
        }
      }),
    );
  });
});
