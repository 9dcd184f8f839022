import assert from "node:assert/strict";
import * as path from "node:path";
import { URI } from "vscode-uri";
import { neverCancelled } from "../../../src/core/util/cancellation";
import type { SkippedFile } from "../../../src/protocol/corpus";
import { readInOrder } from "../../../src/server/files/io/readInOrder";
import { NodeFileSource } from "../../../src/server/files/node/nodeFileSource";
import { makeBadInput, type BadInput } from "../../support/badInput";
import { removeFolder, temporaryFolder } from "../../support/temporaryFolder";

describe("NodeFileSource on bad input", function () {
  this.timeout(120_000);
  let input: BadInput;
  const skipped = new Map<string, SkippedFile>();
  const read = new Map<string, string | null>();
  const blank = new Set<string>();
  const order: string[] = [];

  before(async () => {
    input = await makeBadInput(temporaryFolder());
    const relative = (uri: string): string => path.relative(input.folder, URI.parse(uri).fsPath).split(path.sep).join("/");
    const source = new NodeFileSource();
    const skip = (file: SkippedFile): void => {
      skipped.set(relative(file.uri), file);
    };
    const found = source.list(URI.file(input.folder).toString(), skip, neverCancelled);
    for await (const {
      found: { uri },
      result,
    } of readInOrder(source, found, { maxFileSize: 100_000_000 }, neverCancelled)) {
      order.push(relative(uri));
      if (!result.ok) {
        skip(result.skipped);
        continue;
      }
      read.set(relative(uri), result.file.notice);
      if (result.file.text.trim() === "") blank.add(relative(uri));
    }
  });

  after(() => {
    input.close();
    removeFolder(input.folder);
  });

  it("has more than forty kinds of bad files", () => {
    assert.ok(input.files.filter(({ path: name }) => !name.startsWith("tiny/")).length > 40);
  });

  it("takes in or names every file", () => {
    const lost = input.files.filter(({ path: name }) => !read.has(name) && !skipped.has(name) && !name.endsWith("/too-deep.txt"));
    assert.deepEqual(lost, []);
    assert.ok([...skipped.values()].some(({ detail }) => detail === "More than 64 folders deep."));
  });

  it("skips what is no text, and gives a reason", () => {
    const wrong = input.files.filter(({ path: name, fate }) => fate === "skipped" && read.has(name) && !blank.has(name));
    assert.deepEqual(wrong, []);
    for (const { detail } of skipped.values()) assert.match(detail, /^[A-Z].+\.$/s);
  });

  it("takes in what is text, with a notice where something was lost", () => {
    const wrong = input.files.filter(
      ({ path: name, fate }) => (fate === "read" && read.get(name) !== null) || (fate === "noticed" && typeof read.get(name) !== "string"),
    );
    assert.deepEqual(wrong, []);
  });

  it("tells loops, links to nothing and special files apart", () => {
    const reasons = ["loops/self.txt", "loops/up", "loops/root", "dangling.txt", "device.txt", "pipe.txt"]
      .filter((name) => input.files.some((file) => file.path === name))
      .map((name) => `${name} ${skipped.get(name)?.reason ?? "read"}`);
    const expected = [
      "loops/self.txt loop",
      "loops/up loop",
      "loops/root loop",
      "dangling.txt vanished",
      "device.txt unreadable",
      "pipe.txt unreadable",
    ];
    if (process.platform === "win32") assert.ok(reasons.every((reason) => expected.includes(reason)));
    else assert.deepEqual(reasons, expected);
  });

  it("gives each file once, folder by folder in the order of their names", () => {
    assert.equal(new Set(order).size, order.length);
    const top = order.filter((name) => !name.includes("/"));
    assert.deepEqual(top, [...top].sort());
  });
});
