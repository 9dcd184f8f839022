import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import {
  csvCell,
  htmlAttribute,
  htmlText,
  iconLabel,
  label,
  labelLimit,
  markdownAddress,
  markdownCommand,
  markdownLabel,
  markdownText,
  noticeLabel,
  promptLabel,
  sameLengthLine,
  singleLine,
  terminalText,
  titleSegment,
} from "../../../src/core/text/escape";

/** Controls, line ends of all kinds, and what turns the direction of text around. */
const unseenSigns = [
  "\0",
  "\u0007",
  "\u0008",
  "\u000b",
  "\u000c",
  "\u001b[31m",
  "\u001b]8;;http://e.example\u0007x",
  "\u007f",
  "\u0085",
  "\u009b31m",
  "\u2028",
  "\u2029",
  "\r\n",
  "\n",
  "\r",
  "\t",
  "\u202e",
  "\u202d",
  "\u202a",
  "\u2066",
  "\u2069",
  "\u206a",
  "\ufff9",
  "\ud800",
  "\udfff",
];
const markup = [
  "[click](command:workbench.action.quit)",
  "[a](https://e.example)",
  "[a](file:///etc/passwd)",
  "](command:x?[1])",
  "[[a]](command:x)",
  "![x](http://e.example/x.png)",
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "&lt;b&gt;",
  "&#x3c;b>",
  "' onmouseover=x '",
  '" onmouseover="x',
  "</title><b>",
  "$(zap)",
  "$(sync~spin)",
  "\\$(zap)",
  "\\\\$(zap)",
  "$(not an icon)",
  "$(5 million)",
  "www.e.example",
  "https://e.example/a?b=c",
  "ftp://e.example",
  "mailto:a@e.example",
  "a@e.example",
  "xmpp:a@e.example",
  "<https://e.example>",
  "<a@e.example>",
  "**bold** _it_ `code` ~~gone~~",
  "# heading",
  "- item",
  "1. item",
  "1) item",
  "> quote",
  "===",
  "---",
  "    code",
  "```\ncode\n```",
  "| a | b |",
  "[x]: http://e.example",
  "a\\",
  "{{x}}",
  "^[note]",
  "[^1]",
  "=1+1",
  "+1",
  "-1+1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\uff1d1+1",
  'a";=1',
  'a"b',
  "a,b",
  "a;b",
  " a ",
  "../..",
  "..",
  "a/b\\c",
  "C:\\x",
];
const hostile = [
  ...unseenSigns.flatMap((sign) => [sign, `a${sign}b`, `${sign}${sign}a`]),
  ...markup,
  ...markup.map((words) => `A “${words}” b`),
  "x".repeat(5000),
  "😀".repeat(300),
  " ".repeat(5000),
  "\u202e".repeat(300),
];

/** What no target shows as it is. */
const control = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb]|\p{Surrogate}/u;

/** What notifications make links of, as VS Code parses them. */
const noticeLink = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;
/** What VS Code draws as an icon, or takes for an escaped one. */
const icon = /(\\)?\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g;
/** How VS Code shows a label with icons: an escaped one as its words. */
const iconsShown = (text: string): string =>
  text.replace(icon, (whole, escaped: string | undefined) => (escaped === undefined ? "<ICON>" : whole.slice(1)));

const each = (target: string, check: (text: string) => void): void => {
  it(target, () => {
    for (const text of hostile) check(text);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 60 }),
          fc.array(fc.constantFrom(...hostile), { maxLength: 4 }).map((parts) => parts.join("")),
        ),
        (text) => {
          check(text);
        },
      ),
      { numRuns: 300 },
    );
  });
};

describe("texts of a corpus", () => {
  each("are one line of at most 200 characters in labels, with nothing unseen", (text) => {
    for (const made of [label(text), titleSegment(text)]) {
      assert.ok(made.length <= labelLimit, text);
      assert.doesNotMatch(made, control, JSON.stringify(text));
      if (singleLine(text).trim() !== "") assert.notEqual(made, "");
    }
    assert.ok(label(text, 20).length <= 20);
    assert.doesNotMatch(titleSegment(text), /[/\\]|^\.+$/);
  });

  each("draw no icon in quick picks and lenses, and show their words", (text) => {
    assert.equal(iconsShown(iconLabel(text)), label(text));
  });

  each("make no link in notifications, and show their words", (text) => {
    assert.doesNotMatch(noticeLabel(text), noticeLink);
    assert.equal(noticeLabel(text).replaceAll("\u2060", ""), label(text).replaceAll("\u2060", ""));
    assert.doesNotMatch(promptLabel(text), noticeLink);
    assert.equal(iconsShown(promptLabel(text)).replaceAll("\u2060", ""), label(text).replaceAll("\u2060", ""));
  });

  const renderers = [new MarkdownIt({ linkify: true }), new MarkdownIt({ linkify: true, html: true }), new MarkdownIt("commonmark")];
  each("are plain words in Markdown", (text) => {
    for (const markdown of renderers) {
      for (const [frame, around] of [
        ["X", "<p>T</p>"],
        ["**X**", "<p><strong>T</strong></p>"],
        ["- aX", "<ul>\n<li>aT</li>\n</ul>"],
      ] as const) {
        const made = markdownLabel(text);
        if (made === "") continue;
        const rendered = markdown.render(frame.replace("X", () => made)).trim();
        assert.equal(
          rendered.replaceAll("&quot;", '"'),
          around.replace("T", () => htmlText(label(text))),
          made,
        );
      }
    }
  });

  each("link in Markdown only where a command of ours or an address of the web is meant", (text) => {
    const made = markdownCommand(text, "corpusNavigator.openAt", { text });
    const [, words, target] = /^\[(.*)\]\(command:corpusNavigator\.openAt\?([\w%.~-]*)\)$/.exec(made) ?? [];
    assert.equal(words, markdownLabel(text));
    assert.deepEqual(JSON.parse(decodeURIComponent(target ?? "")), [{ text }]);
    for (const address of [text, `https://e.example/${text}`]) {
      const rendered = renderers[0]!.render(markdownAddress(address));
      for (const [, href] of rendered.matchAll(/<a href="([^"]*)"/g)) assert.match(href ?? "", /^https?:\/\//i);
      assert.doesNotMatch(rendered.replace(/<\/?(?:a|p)(?: href="[^"]*")?>/g, ""), /</);
      assert.doesNotMatch(markdownAddress(address), control);
    }
  });

  each("are text in HTML, and one value in an attribute", (text) => {
    assert.doesNotMatch(htmlText(text), /[<>]|&(?!(?:amp|lt|gt);)/);
    assert.doesNotMatch(htmlAttribute(text), /[<>"'`=\u0000-\u001f]|&(?!#\d+;)/);
    assert.equal(
      htmlAttribute(text).replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
      text,
    );
  });

  each("are one cell of CSV that no spreadsheet runs", (text) => {
    const cell = csvCell(text);
    const [, quoted] = /^"((?:[^"]|"")*)"$/.exec(cell) ?? [];
    const value = quoted === undefined ? cell : quoted.replaceAll('""', '"');
    if (quoted === undefined) assert.doesNotMatch(cell, /[",;\t\r\n\u2028\u2029]/);
    assert.doesNotMatch(value, /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/);
    assert.equal(value.replace(/^'/, ""), text.replace(/^'/, ""));
  });

  each("write over nothing on a terminal", (text) => {
    assert.doesNotMatch(terminalText(text), control);
  });

  each("keep their length where places in them are known", (text) => {
    assert.equal(sameLengthLine(text).length, text.length);
    assert.doesNotMatch(sameLengthLine(text), /[\n\r\u000b\u000c\u0085\u2028\u2029\u001b]/);
  });

  it("show what is unseen, and leave what is plain", () => {
    assert.equal(label(" a\u202eb\u2028c\u0085\u000bd\u001b[1m\u009b \ud83d "), "a[U+202E]b c d␛[1m[U+009B] \ufffd");
    assert.equal(singleLine(" “Größe” – 1.5 % \u05e9\u05dc\u05d5\u05dd "), " “Größe” – 1.5 % \u05e9\u05dc\u05d5\u05dd ");
    assert.equal(label("x".repeat(201)), `${"x".repeat(199)}…`);
    assert.equal(label(`${"x".repeat(198)}😀😀`), `${"x".repeat(198)}…`);
    assert.equal(markdownText(" 1. *a* "), " 1\\. \\*a\\* ");
    assert.equal(csvCell(null), "");
    assert.equal(csvCell(-5), "-5");
  });

  it("grow by a bound, in linear time", () => {
    const makers: readonly ((text: string) => string)[] = [
      label,
      iconLabel,
      noticeLabel,
      promptLabel,
      markdownText,
      htmlText,
      htmlAttribute,
      csvCell,
      terminalText,
      sameLengthLine,
    ];
    for (const make of makers) {
      for (const unit of ["\\$(", "](", "\u202e", " ", "\r", '"', "[a](", "$(a"]) {
        const made = make(unit.repeat(20_000));
        assert.ok(made.length <= 12 * 20_000 * unit.length + labelLimit, make.name);
      }
    }
  });
});

describe("the escaping module", () => {
  it("is the only place that escapes", () => {
    const own = path.join("src", "core", "text", "escape.ts");
    const signs: readonly (readonly [RegExp, string])[] = [
      [/"\\\\?\$\("|'\\\\?\$\('|\$\\u200b\(/, "escapes icons"],
      [/replace(?:All)?\([^)]*"&(?:lt|gt|amp|quot|#\d+);"/, "escapes HTML"],
      [/"\\\\\$&"|`\\\\\$\{/, "escapes with backslashes"],
      [/replace(?:All)?\(['"/]"['"/]g?u?, ['"]""['"]\)/, "escapes cells"],
      [/\[[^\]]*\\u202[89a-e]-\\u202e[^\]]*\]\/g?u?,? ?["(]/, "replaces controls"],
      [/function (?:escape|printable|sanitize)/, "is a function that escapes"],
    ];
    const found: string[] = [];
    const look = (folder: string): void => {
      for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
        const file = path.join(folder, entry.name);
        if (entry.isDirectory()) look(file);
        else if (file.endsWith(".ts") && file !== own) {
          for (const [number, line] of fs.readFileSync(file, "utf8").split("\n").entries()) {
            for (const [sign, what] of signs) if (sign.test(line)) found.push(`${file}:${number + 1} ${what}: ${line.trim()}`);
          }
        }
      }
    };
    look("src");
    assert.deepEqual(found, []);
  });

  it("has a say in every notification, pick, tree label and title that names something of the corpus", () => {
    // What VS Code shows as text with links or icons, given as it came: an expression that holds a name, a title or a summary.
    const bare =
      /(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|new TreeItem|showInformationMessage)\((?:l10n\.t\([^)]*?, )?(?!made\.)(?:[\w.?]*\.)?(?:name|title|displayTitle|summary|label|text|message|error)\b/;
    const found: string[] = [];
    const look = (folder: string): void => {
      for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
        const file = path.join(folder, entry.name);
        if (entry.isDirectory()) look(file);
        else if (file.endsWith(".ts"))
          for (const [number, line] of fs.readFileSync(file, "utf8").split("\n").entries())
            if (bare.test(line) && !line.includes("new TreeItem(label(")) found.push(`${file}:${number + 1}: ${line.trim()}`);
      }
    };
    look(path.join("src", "client"));
    assert.deepEqual(found, []);
  });
});
