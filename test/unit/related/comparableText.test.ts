import { equal } from "node:assert/strict";
import { comparableText } from "../../../src/client/views/related/comparableText";

describe("The text of a comparison", () => {
  const text = "“We won’t pay,” she said — twice. Nobody answered…\n\nThe dam stays.";

  it("has a sentence a line and paragraphs apart", () => {
    equal(comparableText("One stays. Two go.\n\nThree.", false), "One stays.\nTwo go.\n\nThree.");
  });

  it("is the same for the same words in other typography", () => {
    equal(comparableText(text, true), comparableText('"We won\'t pay," she said -- twice. Nobody answered...\n\nThe dam stays.', true));
    equal(comparableText("«Nein», sagte er – zweimal.", true), comparableText("„Nein“, sagte\u00a0er - zweimal.", true));
  });

  it("keeps the typography where it is asked to", () => {
    equal(comparableText(text, false).replace(/\n/g, " ").replace("  ", " "), text.replace(/\n\n/, " "));
  });
});
