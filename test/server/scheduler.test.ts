import assert from "node:assert/strict";
import { Scheduler } from "../../src/server/reading/scheduler";

describe("the scheduler", () => {
  it("lets one slice of one piece of work in between two turns, in order", async () => {
    const seen: { readonly name: string; readonly turn: number }[] = [];
    const scheduler = new Scheduler(() => new Promise((resolve) => setImmediate(resolve)));
    let turn = 0;
    let isDone = false;
    const count = (): void => {
      turn++;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    const work = async (name: string): Promise<void> => {
      const slices = scheduler.slices();
      for (let slice = 0; slice < 3; slice++) {
        await slices.next();
        seen.push({ name, turn });
      }
    };
    await Promise.all([work("names"), work("search")]);
    isDone = true;
    assert.deepEqual(
      seen.map(({ name }) => name),
      ["names", "search", "names", "search", "names", "search"],
    );
    assert.equal(new Set(seen.map((slice) => slice.turn)).size, seen.length);
  });

  it("stands aside while there is urgent work", async () => {
    const seen: string[] = [];
    const scheduler = new Scheduler(() => new Promise((resolve) => setImmediate(resolve)));
    const work = scheduler
      .slices()
      .next()
      .then(() => seen.push("work"));
    await scheduler.urgently(async (slices) => {
      for (let slice = 0; slice < 5; slice++) await slices.next();
      seen.push("urgent");
    });
    await work;
    assert.deepEqual(seen, ["urgent", "work"]);
  });

  it("drives work to its end, or leaves it where nobody wants it any more", async () => {
    const scheduler = new Scheduler(() => new Promise((resolve) => setImmediate(resolve)));
    let steps = 0;
    const work = function* (): Generator<undefined, string> {
      for (let step = 0; step < 5; step++, steps++) yield;
      return "done";
    };
    assert.equal(await scheduler.driveWhile(work(), () => true), "done");
    assert.equal(steps, 5);
    assert.equal(await scheduler.driveWhile(work(), () => steps < 7), null);
    assert.equal(steps, 7);
  });
});
