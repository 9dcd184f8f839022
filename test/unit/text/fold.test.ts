import assert from "node:assert/strict";
import { fold, foldWords } from "../../../src/core/text/fold";

describe("folding", () => {
  for (const [text, folded] of [
    ["Café ÉCOLE", "cafe ecole"],
    ["Ærø, Łódź, Straße, İstanbul ısı", "aero, lodz, strasse, istanbul isi"],
    ["Йод и ёлка", "иод и елка"],
    ["“curly” ‘quotes’", "\"curly\" 'quotes'"],
    ["no\u00a0break\u2009thin\u200bzero\u00adsoft", "no break thinzerosoft"],
    ["ガス 한국", "ガス 한국"],
    ["हिन्दी", "हिन्दी"],
    ["lone \ud800", "lone \ud800"],
  ] as const) {
    it(text, () => {
      assert.equal(fold(text), folded);
    });
  }

  for (const [title, words] of [
    ["  “U.S.–Russia: What’s Next?”  ", "u s russia what s next"],
    ["**Talks** _Resume_", "talks resume"],
    ["10,000 March", "10 000 march"],
    ["—", ""],
  ] as const) {
    it(`words of ${title}`, () => {
      assert.equal(foldWords(title), words);
    });
  }
});
