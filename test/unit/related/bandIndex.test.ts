import { strict as assert } from "node:assert";
import { BandIndex } from "../../../src/core/related/duplicates/bandIndex";
import { DuplicatePairs } from "../../../src/core/related/duplicates/duplicatePairs";
import { signatureOf, signatureSize, type Signature } from "../../../src/core/related/duplicates/signature";
import { bandCount, SignatureTable } from "../../../src/core/related/duplicates/signatureTable";
import { wordHashes } from "../../../src/core/related/duplicates/wordHashes";
import { settle } from "../../../bench/related/settle";
import { seededRandom } from "../../../bench/random";

const random = seededRandom(11);
const below = (limit: number): number => Math.floor(random() * limit);

/** A signature of few different values, so that slots meet in many bands. */
const signature = (): Signature => ({ values: Uint16Array.from({ length: signatureSize }, () => below(12)), size: 100 });

describe("the index of bands", () => {
  const table = new SignatureTable();
  const index = new BandIndex(table);
  const put = (id: string): void => {
    const slot = table.slotOf(id);
    if (slot !== undefined) table.remove(slot);
    index.add(table.add(id, signature()));
  };
  const build = (): void => {
    for (const step of index.build()) assert.equal(step, null);
  };
  /** By a look at every slot. */
  const plainly = (slot: number, band: number): readonly number[] => {
    const value = table.bands[slot * bandCount + band];
    return Array.from({ length: table.slotCount }, (_, other) => other).filter(
      (other) => other !== slot && table.idAt(other) !== null && table.bands[other * bandCount + band] === value,
    );
  };
  const check = (): void => {
    let found = 0;
    for (let turn = 0; turn < 40; turn++) {
      const slot = below(table.slotCount);
      const band = below(bandCount);
      const others = index.sharing(slot, band).sort((a, b) => a - b);
      assert.deepEqual(others, plainly(slot, band));
      found += others.length;
    }
    assert.ok(found > 100, String(found));
  };

  it("finds all that agree, before it is built", () => {
    for (let at = 0; at < 1500; at++) put(String(at));
    assert.ok(index.isOutgrown);
    check();
  });

  it("and after", () => {
    build();
    assert.ok(!index.isOutgrown);
    check();
  });

  it("and after changes: slots that were freed, filled anew, and new ones", () => {
    for (let at = 0; at < 300; at++) put(String(below(1800)));
    for (let at = 0; at < 200; at++) {
      const slot = table.slotOf(String(below(1800)));
      if (slot !== undefined) table.remove(slot);
    }
    check();
    for (let at = 0; at < 100; at++) put(`new ${at}`);
    check();
    build();
    check();
  });

  it("and where there are more slots than a segment has", () => {
    const one = signature();
    for (let at = 0; at < 40_000; at++) index.add(table.add(`many ${at}`, at % 5000 === 0 ? one : signature()));
    build();
    const slot = table.slotOf("many 35000") ?? -1;
    for (const band of [0, 17, bandCount - 1])
      assert.deepEqual(
        index.sharing(slot, band).sort((a, b) => a - b),
        plainly(slot, band),
      );
    assert.ok(index.sharing(slot, 5).length >= 7);
  });
});

describe("near-duplicates of a corpus that is too large to look at each article", () => {
  const names = [
    "ferry",
    "harbour",
    "beetle",
    "council",
    "forester",
    "pier",
    "autumn",
    "levy",
    "slope",
    "goat",
    "valley",
    "paper",
    "yacht",
    "storm",
    "pine",
    "fence",
  ];
  const sentence = (): string => Array.from({ length: 9 }, () => `${names[below(names.length)] ?? ""}${below(40)}`).join(" ");

  it("are those found afresh, after changes of single articles", () => {
    const texts = new Map<string, string>();
    const words = (id: string): Uint32Array => wordHashes(texts.get(id) ?? "", [{ start: 0, end: (texts.get(id) ?? "").length }]);
    const pairs = new DuplicatePairs();
    const put = (to: DuplicatePairs, id: string): void => {
      to.set(id, signatureOf(words(id)), words(id));
    };
    for (let at = 0; at < 2400; at++) {
      texts.set(String(at), Array.from({ length: 4 }, sentence).join("\n"));
      put(pairs, String(at));
    }
    settle(pairs, words);
    for (let turn = 0; turn < 60; turn++) {
      const [id, from] = [String(below(2500)), String(below(2400))];
      if (turn % 5 === 0) {
        texts.delete(id);
        pairs.delete(id);
      } else {
        texts.set(id, `${texts.get(from) ?? sentence()}\n${sentence()}`);
        put(pairs, id);
      }
      if (turn % 3 === 0) settle(pairs, words);
    }
    settle(pairs, words);
    const afresh = new DuplicatePairs();
    for (const id of [...texts.keys()].reverse()) put(afresh, id);
    settle(afresh, words);
    assert.ok(pairs.pairs().length > 20, String(pairs.pairs().length));
    assert.deepEqual(pairs.pairs(), afresh.pairs());
  });
});
