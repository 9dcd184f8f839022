import assert from "node:assert/strict";
import { paragraphs } from "../../../../scripts/train/annotations";
import { recogniseNames } from "../../../../src/core/entities/recognise/recognise";
import { mark, shippedModel, unmark } from "./marked";

describe("names in other languages", () => {
  const cases: [name: string, marked: string][] = [
    [
      "German: only what is shown to be a name, among nouns with capitals",
      "Der Minister [PER Karl Brandt] sagte am Montag in [LOC Moskau], dass die Regierung nicht über das Gesetz und die Steuern sprechen wird. Auch die Präsidentin [PER Anna Velik] war in [LOC Frankreich].",
    ],
    [
      "French",
      "Le président [PER Jean Morel] a déclaré que la [ORG Banque de Valmora] et le gouvernement ne sont pas d'accord. Il est à [LOC Londres] avec la ministre [PER Anne Dorval].",
    ],
    [
      "Spanish",
      "El ministro [PER Pablo Ortuño] dijo que no hay dinero para la [ORG Universidad de Valmora] y que en [LOC Alemania] es lo mismo.",
    ],
    [
      "Portuguese",
      "O presidente [PER João Tavares] disse que não vai para a [LOC França] e que o [ORG Banco de Valmora] está fechado desde ontem.",
    ],
    [
      "Russian, with case endings",
      "Президент [PER Иван Дорин] заявил в [LOC Москве], что это не так, и что он не был в [LOC Германии]. Министр [PER Пётр Велик] сообщил, что он был.",
    ],
  ];
  for (const [name, marked] of cases) {
    it(name, () => {
      const text = unmark(marked);
      assert.equal(mark(text, recogniseNames(text, paragraphs(text), shippedModel())), marked);
    });
  }

  it("English with foreign names stays English", () => {
    const marked =
      "[PER Karl von der Brandt] of the [ORG Banco de Valmora] met the mayor of [LOC Rio de Janeiro] and said that it was not the time to talk of it.";
    const text = unmark(marked);
    assert.equal(mark(text, recogniseNames(text, paragraphs(text), shippedModel())), marked);
  });
});
