import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { loadModel } from "../../../../src/core/entities/recognise/model";
import { packModel, unpackModel, type ModelData } from "../../../../src/core/entities/recognise/modelFormat";
import { labelCount } from "../../../../src/core/entities/recognise/labels";

const small: ModelData = {
  unit: 0.03125,
  transitions: Int32Array.from({ length: labelCount * labelCount }, (_, at) => (at % 7) - 3),
  weights: {
    keys: Int32Array.of(3, 900, 70_000),
    offsets: Int32Array.of(0, 2, 3, 5),
    labels: Uint8Array.of(0, 16, 4, 1, 2),
    values: Int8Array.of(-127, 5, 127, -1, 1),
  },
  lexicon: {
    wordKeys: Int32Array.of(1, 2, 1000),
    wordClasses: Uint16Array.of(1, 0, 1),
    middleOf: Uint16Array.of(0, 0),
    coarseOf: Uint16Array.of(0, 0),
    phraseKeys: Int32Array.of(9, 10),
    phraseLists: Uint16Array.of(1, 256),
  },
};

describe("the packed name model", () => {
  it("comes back as it was packed", () => {
    const unpacked = unpackModel(packModel(small));
    assert.deepEqual(unpacked, { data: small });
  });

  const bytes = packModel(small);
  const damaged: [name: string, bytes: Uint8Array, error: RegExp][] = [
    ["empty", new Uint8Array(), /too short: 0 bytes/],
    ["of another kind", Uint8Array.from({ length: 40 }, () => 65), /does not begin with CNNM/],
    ["of another version", bytes.with(4, 99), /version 99; this program reads version \d/],
    ["damaged", bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1), /checksum/],
    ["cut short", bytes.subarray(0, bytes.length - 3), /checksum/],
  ];
  for (const [name, wrong, error] of damaged) {
    it(`says what is wrong with bytes that are ${name}`, () => {
      const loaded = loadModel(wrong);
      assert.ok("error" in loaded);
      assert.match(loaded.error, error);
    });
  }

  it("fits into a megabyte with word classes and gazetteers", () => {
    assert.ok(readFileSync("models/names.bin").length <= 1_000_000);
  });
});
