import assert from "node:assert/strict";
import { readContainer } from "../../../src/core/containers/readContainer";
import { LineIndex } from "../../../src/core/text/lineIndex";
import { assertCovered, viewOf } from "./containerView";

const files: Readonly<Record<string, string>> = {
  "news/ferry.txt":
    "Council closes ferry terminal\n\nBy Tove Arlen\n\nMARREK - The council voted on Monday to close the terminal, its chairman said.\n",
  "news/2019/tram line.md":
    "---\ntitle: Tram to Ostvik\n---\n\n# Tram to Ostvik\n\nThe line will open in May, the operator said.\n\n```\n8.15 Ostvik\n```\n\nMore on Friday.\n",
  "odd.txt": "A text that speaks of </file> and of\n</file>\nand `odd.txt`:\n\nand goes on.\n\n---\n\nHarvest & <b>housing</b>.\n",
};

function textsOf(text: string, fileName = "pack.txt"): Record<string, string> {
  const container = readContainer({ text, lines: new LineIndex(text), fileName });
  return Object.fromEntries(container?.slots.map(({ key, text: own }) => [key, container.text.slice(own.start, own.end).trim()]) ?? []);
}

const trimmedFiles = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.trim()]));
const entries = Object.entries(files);
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const rule = "================";
const longRule = "=".repeat(48);
const tree = "Directory structure:\n└── news/\n    └── ferry.txt\n";

const packs: Readonly<Record<string, string>> = {
  "repomix XML": `This file is a merged representation of the entire codebase.\n\n<file_summary>\nThis section contains a summary.\n</file_summary>\n\n<directory_structure>\nnews/\n  ferry.txt\n</directory_structure>\n\n<files>\nThis section contains the contents of the files.\n\n${entries.map(([name, text]) => `<file path="${name}">\n${text}</file>\n`).join("\n")}\n</files>\n\n<instruction>\nRead it.\n</instruction>\n`,
  "repomix XML with one root": `<repomix>\n<files>\n${entries.map(([name, text]) => `<file path="${name}">\n${escaped(text)}</file>`).join("\n")}\n</files>\n</repomix>\n`,
  "repomix Markdown": `This file is a merged representation.\n\n# File Summary\n\n## Purpose\nFor models.\n\n# Files\n\n${entries.map(([name, text]) => `## File: ${name}\n\`\`\`\`txt\n${text}\`\`\`\`\n`).join("\n")}\n`,
  "repomix plain": `This file is a merged representation.\n\n${"=".repeat(64)}\nFiles\n${"=".repeat(64)}\n\n${entries.map(([name, text]) => `${rule}\nFile: ${name}\n${rule}\n${text}\n`).join("")}\n\n${"=".repeat(64)}\nEnd of Codebase\n${"=".repeat(64)}\n`,
  gitingest: `${tree}\n${entries.map(([name, text]) => `${longRule}\nFILE: ${name}\n${longRule}\n${text}\n\n`).join("")}`,
  "files-to-prompt": entries.map(([name, text]) => `${name}\n---\n${text}\n\n---\n`).join(""),
  "files-to-prompt --cxml": `<documents>\n${entries.map(([name, text], index) => `<document index="${index + 1}">\n<source>${name}</source>\n<document_content>\n${text}\n</document_content>\n</document>\n`).join("")}</documents>\n`,
  "files-to-prompt --markdown": entries.map(([name, text]) => `${name}\n\`\`\`\`\n${text}\n\`\`\`\`\n`).join(""),
  code2prompt: `Project Path: news\n\nSource Tree:\n\n\`\`\`txt\nnews\n└── ferry.txt\n\`\`\`\n\n${entries.map(([name, text]) => `\`${name}\`:\n\n\`\`\`\`txt\n${text}\`\`\`\`\n\n`).join("")}`,
  "code2prompt XML": `<directory>news</directory>\n\n<source-tree>\n  news\n</source-tree>\n\n<files>\n${entries.map(([name, text]) => `      <file path="${name}">\n        \`\`\`txt\n${text}        \`\`\`\n      </file>\n`).join("")}</files>\n`,
};

describe("packs for language models", () => {
  for (const [name, text] of Object.entries(packs)) {
    for (const lineEnd of ["\n", "\r\n"]) {
      it(`${name}, line end of ${lineEnd.length}: each file with its path and its whole text`, () => {
        const written = text.replaceAll("\n", lineEnd);
        const read = Object.fromEntries(Object.entries(textsOf(written)).map(([key, value]) => [key, value.replaceAll("\r\n", "\n")]));
        assert.deepEqual(read, trimmedFiles);
        assertCovered(written);
      });
    }
  }

  it("makes a path safe and says so", () => {
    const view = viewOf(
      '<files>\n<file path="../../etc/a.txt">\nText.\n</file>\n<file path="b.txt">\nText.\n</file>\n<file path="b.txt">\nMore.\n</file>\n</files>\n',
    );
    assert.deepEqual(view?.keys, ["etc/a.txt", "b.txt", "b.txt~2"]);
    assert.deepEqual(view.problems, ["unsafe-path 2", "duplicate-name 8"]);
  });

  it("is not seen in a manual or an article", () => {
    assert.equal(viewOf("# How to\n\nWrite this to `a.txt`:\n\n```\nhello\n```\n\nThen go on with the next step, as told.\n"), null);
    assert.equal(viewOf("A headline\n---\nSome text of an article.\n\n---\nMore.\n"), null);
    assert.equal(viewOf("Title\n========\nText\n\nFile: it\n========\nText\n"), null);
  });
});
