import { deepEqual } from "node:assert/strict";
import { neverCancelled } from "../../../src/core/util/cancellation";
import { NewestQuestions } from "../../../src/server/answers/search/newestQuestions";

describe("search: newer questions", () => {
  it("end those of the same asker, and nobody else's", () => {
    const questions = new NewestQuestions();
    const [first, second, page, walk] = (["view 0", "view 0", "view 20", "walk 0"] as const).map((asked) => {
      const [asker, offset] = asked.split(" ") as ["view" | "walk", string];
      return questions.ask({ asker, offset: Number(offset) }, neverCancelled);
    });
    const ended = (): unknown[] => [first, second, page, walk].map((token) => token?.isCancellationRequested);
    deepEqual(ended(), [true, false, false, false]);
    questions.ask({ asker: "view", offset: 0 }, neverCancelled);
    deepEqual(ended(), [true, true, true, false]);
  });
});
