import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readMember } from "../../../src/core/recognition/memberReading";

const folder = join(import.meta.dirname, "texts");
const verdict = (name: string, text: string): string => {
  const member = readMember(text, name);
  return member.isRead ? `read as ${member.kind ?? "marked"}` : member.reason;
};

/** Texts that are left out of a corpus though nothing but their content tells, and as what. */
const leftOut: Readonly<Record<string, string>> = {
  "change.diff.txt": "a patch",
  "config.yaml.txt": "data",
  "data.json.txt": "data",
  "feed.xml.txt": "markup",
  "headlines.csv.txt": "a table",
  "license.txt": "a license",
  "page.html.txt": "markup",
  "program.c.txt": "source code",
  "program.py.txt": "source code",
  "rfc.txt": "documentation",
  "robots.txt": "data",
  "server.log.txt": "a log",
  "settings.ini.txt": "data",
  "subtitles.srt.txt": "subtitles",
  "syslog.txt": "a log",
  "table.tsv.txt": "a table",
  "tides.1.txt": "a manual page",
};

describe("readMember", () => {
  for (const kind of ["article", "bundle"]) {
    for (const name of readdirSync(join(folder, kind))) {
      it(`reads ${name}`, () => {
        assert.equal(verdict("document.txt", readFileSync(join(folder, kind, name), "utf8")), "read as marked");
      });
    }
  }
  for (const [name, kind] of Object.entries(leftOut)) {
    it(`leaves ${name} out`, () => {
      assert.equal(verdict("document.txt", readFileSync(join(folder, "other", name), "utf8")), `It looks like ${kind}.`);
    });
  }
  const cases: readonly (readonly [name: string, text: string, want: string])[] = [
    ["a.txt", "", "It is empty."],
    ["a.txt", " \n\t\n", "It is empty."],
    ["README.md", "The minister said on Monday that he would go.", "It has a name that no article has (readme, license and the like)."],
    ["notes.txt", "milk\neggs\ncall the plumber\n", "It reads like a note."],
    ["a.txt", "The minister said on Monday that he would go.", "read as marked"],
    ["a.txt", "Wheat prices fell by a tenth.", "read as marked"],
    [
      "a.txt",
      "<<<FILE: a.py>>>\nprint(1)\n<<<END FILE>>>\n<<<FILE: b.py>>>\nprint(2)\n<<<END FILE>>>\n",
      "It is a bundle of source files.",
    ],
  ];
  for (const [name, text, want] of cases)
    it(`says "${want}" of ${name} with ${JSON.stringify(text.slice(0, 30))}`, () => {
      assert.equal(verdict(name, text), want);
    });
});
