import assert from "node:assert/strict";
import { RestingWork } from "../../src/server/reading/restingWork";

const rest = 30;
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("Work with rests", () => {
  it("runs once for many changes, never twice at a time, and once more for a change meanwhile", async () => {
    let running = 0;
    let most = 0;
    const seen: boolean[] = [];
    const work = new RestingWork(
      async () => {
        most = Math.max(most, ++running);
        await wait(1);
        if (seen.length === 0) work.again();
        running--;
      },
      () => {
        seen.push(work.isDone);
      },
      rest,
    );
    const isDone = (): boolean => work.isDone;
    assert.equal(isDone(), true);
    for (let at = 0; at < 5; at++) work.again();
    assert.equal(isDone(), false);
    while (!isDone()) await wait(5);
    await wait(5 * rest);
    assert.deepEqual([most, seen], [1, [false, true]]);
  });
});
