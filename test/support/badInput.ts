import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import * as path from "node:path";

/** What has to become of an adversarial file. */
export interface BadFile {
  /** Relative to the folder. */
  readonly path: string;
  /**
   * `read`: taken in without a word. `noticed`: taken in, and said that something in it could not be kept.
   * `skipped`: named as skipped. `either`: the machine it runs on decides.
   */
  readonly fate: "read" | "noticed" | "skipped" | "either";
}

export interface BadInput {
  readonly folder: string;
  readonly files: readonly BadFile[];
  /** Closes what was opened for it; the folder is the caller's to remove. */
  close(): void;
}

export interface BadInputSize {
  /** Characters of the file that is one line. */
  readonly longLine: number;
  readonly markers: number;
  /** How many tiny files lie in one folder. */
  readonly tinyFiles: number;
}

export const fullSize: BadInputSize = { longLine: 50_000_000, markers: 1_000_000, tinyFiles: 3000 };

const ARTICLE =
  "Harbour Reopens After Storm\n\nBy Ilse Marden\n\nMarch 3, 2019\n\nPORT AMSEL (NBS) - The harbour of Port Amsel reopened on Monday, officials said.\n\nFerries to Lissen will follow on Tuesday.\n";

/** Makes, in the empty folder `folder`, files that break programs. Where a system cannot make one (FIFOs on Windows), it is left out. */
export async function makeBadInput(folder: string, size: BadInputSize = fullSize): Promise<BadInput> {
  const files: BadFile[] = [];
  const put = (name: string, content: string | Uint8Array, fate: BadFile["fate"] = "read"): void => {
    const full = path.join(folder, name);
    try {
      mkdirSync(path.dirname(full), { recursive: true });
      writeFileSync(full, content);
    } catch {
      return;
    }
    files.push({ path: name, fate });
  };
  contents(put, size);
  names(put, size);
  const server = await notFiles(folder, files);
  return { folder, files, close: () => server?.close() };
}

type Put = (name: string, content: string | Uint8Array, fate?: BadFile["fate"]) => void;

function contents(put: Put, { longLine, markers }: BadInputSize): void {
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
  const random = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 2_654_435_761) >>> 13);
  const utf16 = Buffer.from(`\ufeff${ARTICLE}`, "utf16le");
  put("plain.txt", ARTICLE);
  put("empty.txt", "", "skipped");
  put("blanks.txt", " \n\t\n\u00a0\n\u3000\n\r\n", "skipped");
  put("only-bom.txt", "\ufeff", "skipped");
  put("only-utf16-bom.txt", bytes(0xff, 0xfe), "skipped");
  put("one-byte.txt", "x", "either");
  put("two-boms.txt", `\ufeff\ufeff${ARTICLE}`);
  put("random.txt", random, "skipped");
  put("nuls.txt", new Uint8Array(100_000), "skipped");
  put("stray-nul.txt", ARTICLE.replace("Ferries", "Fer\0ries"), "noticed");
  put("controls.txt", new Uint8Array(10_000).fill(7), "skipped");
  put("picture.txt", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d), "skipped");
  put("document.txt", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "skipped");
  put("archive.txt", Buffer.from("PK\u0003\u0004harbour.txt", "latin1"), "skipped");
  put("invalid-utf8.txt", Buffer.concat([Buffer.from(`“${ARTICLE}” – café `), bytes(0xc3, 0x28, 0xff)]), "noticed");
  put("cut-utf8.txt", Buffer.concat([Buffer.from(`“${ARTICLE}” – `), bytes(0xe2, 0x80)]), "noticed");
  put("overlong-utf8.txt", Buffer.concat([Buffer.from(`“${ARTICLE}” – “–” `), bytes(0xc0, 0xaf)]), "noticed");
  put("encoded-surrogates.txt", Buffer.concat([Buffer.from(`“${ARTICLE}” “–” `), bytes(0xed, 0xa0, 0x80)]), "noticed");
  put("latin.txt", Buffer.from(ARTICLE.replace("Ferries", "Caf\xe9s and ferries"), "latin1"));
  put("utf16.txt", utf16);
  put("utf16-big-endian.txt", Buffer.from(utf16).swap16());
  put("utf16-without-bom.txt", utf16.subarray(2));
  put("utf16-cut.txt", utf16.subarray(0, utf16.length - 1), "noticed");
  put("utf16-lone-surrogate.txt", Buffer.concat([utf16, bytes(0x3d, 0xd8, 0x20, 0)]), "noticed");
  put("utf32.txt", bytes(0xff, 0xfe, 0, 0, 0x48, 0, 0, 0, 0x69, 0, 0, 0), "skipped");
  put(
    "mixed-line-ends.txt",
    "Harbour Reopens\r\n\rBy Ilse Marden\n\r\n\rThe harbour reopened\u2028on Monday,\u0085officials said.\r\n\n\r",
  );
  put("carriage-returns.txt", ARTICLE.replaceAll("\n", "\r"));
  put("only-line-ends.txt", "\n".repeat(200_000), "skipped");
  put("long-line.txt", "The harbour reopened on Monday, officials said. ".repeat(longLine / 48));
  put("long-word.txt", "a".repeat(longLine / 50), "either");
  put("combining.txt", `${ARTICLE}a${"\u0301".repeat(100_000)}\n`);
  put("right-to-left.txt", `\u202e${ARTICLE}\u2066\u2067\u2068`);
  put("brackets.txt", `${ARTICLE}${"<".repeat(200_000)}\n${">".repeat(200_000)}\n${"<<<".repeat(100_000)}`);
  put("opener-without-end.txt", `<<<FILE: ${"a ".repeat(200_000)}`, "either");
  put("wide-opener.txt", `<<<FILE: ${" ".repeat(200_000)}a=${"\t".repeat(200_000)}>>>\n${ARTICLE}`, "either");
  put("many-attributes.txt", `<<<FILE ${"k=v ".repeat(50_000)}>>>\n${ARTICLE}<<<END FILE>>>\n`, "either");
  put("openers.txt", "<<<FILE: a.txt>>>\n".repeat(markers / 4));
  put("nameless-openers.txt", "<<<FILE>>>\n".repeat(markers / 4));
  put("closers.txt", "<<<FILE: a.txt>>>\nx\n" + "<<<END FILE>>>\n".repeat(markers / 4), "either");
  put(
    "nested.txt",
    Array.from({ length: markers / 8 }, (_, index) => `<<<FILE: ${index}>>>\n`).join("") +
      Array.from({ length: markers / 8 }, (_, index) => `<<<END FILE: ${markers / 8 - 1 - index}>>>\n`).join(""),
  );
  put(
    "climbing-names.txt",
    ["../../etc/passwd", "/etc/passwd", "C:\\Windows\\x.txt", "..", "", "a/../../b", ".git/hooks/post-checkout", "CON", "x\0y"]
      .map((name) => `<<<FILE: ${name}>>>\n${ARTICLE}<<<END FILE>>>\n`)
      .join(""),
    "noticed",
  );
  put("open-brackets-and-quotes.txt", `${ARTICLE}${"“".repeat(50_000)}${"(".repeat(50_000)}${"[".repeat(50_000)}](`);
  put("links.txt", `${ARTICLE}${"[".repeat(50_000)}a${"](#)".repeat(50_000)}\n${"**".repeat(100_000)}\n`);
  put("addresses.txt", `${ARTICLE}${"http://".repeat(50_000)}\nhttps://${"a.".repeat(100_000)}com/\n`);
  put("digits.txt", `${ARTICLE}${"1/".repeat(200_000)}\n${"9".repeat(200_000)}\n${"2019-".repeat(100_000)}\n`, "either");
  put(
    "impossible-dates.txt",
    "Harbour Reopens\n\n99/99/9999\n\nPublished: February 31, 0000 99:99 GMT\n\nThe harbour reopened on Monday, officials said.\n",
  );
  put("datelines.txt", `${"PORT AMSEL (".repeat(50_000)}${") - ".repeat(50_000)}\n`, "either");
  put("bylines.txt", `Harbour Reopens\n\nBy ${"Ilse Marden and ".repeat(50_000)}\n\n${ARTICLE}`);
  put("related.txt", `${ARTICLE}\nRelated articles:\n${"- Harbour Reopens After Storm\n".repeat(50_000)}`);
  put("markup.txt", `<script>alert(1)</script>\n\n[x](command:workbench.action.quit) <img src=x onerror=alert(1)>\n\n${ARTICLE}`, "either");
  put("prototype.txt", `<<<FILE __proto__="x" constructor="y" name="__proto__">>>\n${ARTICLE}<<<END FILE: __proto__>>>\n`);
}

function names(put: Put, { tinyFiles }: BadInputSize): void {
  put("new\nline.txt", ARTICLE);
  put("tab\tand\u001bescape.txt", ARTICLE);
  put("emoji 🚢 ship.txt", ARTICLE);
  put("\u202etxt.eman.txt", ARTICLE);
  put("caf\u00e9.txt", ARTICLE);
  put("cafe\u0301.txt", ARTICLE);
  put("100% #1?&=+;'\"`$(x).txt", ARTICLE);
  put("%2e%2e%2fname.txt", ARTICLE);
  put("back\\slash.txt", ARTICLE);
  put(" blanks at both ends .txt", ARTICLE);
  put("-o.txt", ARTICLE);
  put("__proto__", ARTICLE);
  put(`${"long-name-".repeat(24)}.txt`, ARTICLE);
  put("folder named.txt/inside.txt", ARTICLE);
  put("Mr. Smith Comes to Town", ARTICLE);
  put(`${Array.from({ length: 40 }, (_, index) => `deep${index}`).join("/")}/bottom.txt`, ARTICLE);
  put(`${Array.from({ length: 70 }, (_, index) => `d${index}`).join("/")}/too-deep.txt`, ARTICLE, "either");
  for (let index = 0; index < tinyFiles; index++)
    put(`tiny/${index}.txt`, `Short item ${index}\n\nThe ferry left at ${index % 24}:00, the harbour said.\n`, "read");
}

/** What stands in a folder and is no file, or leads elsewhere. */
async function notFiles(folder: string, files: BadFile[]): Promise<Server | null> {
  const attempt = (name: string, fate: BadFile["fate"], make: (full: string) => void): void => {
    try {
      make(path.join(folder, name));
      files.push({ path: name, fate });
    } catch {
      // This system has no such thing, or does not let this user make it.
    }
  };
  mkdirSync(path.join(folder, "loops"), { recursive: true });
  attempt("loops/self.txt", "skipped", (full) => {
    symlinkSync("self.txt", full);
  });
  attempt("loops/there.txt", "skipped", (full) => {
    symlinkSync("back.txt", full);
  });
  attempt("loops/back.txt", "skipped", (full) => {
    symlinkSync("there.txt", full);
  });
  attempt("loops/up", "skipped", (full) => {
    symlinkSync("..", full);
  });
  attempt("loops/here", "skipped", (full) => {
    symlinkSync(".", full);
  });
  attempt("loops/root", "skipped", (full) => {
    symlinkSync("/", full);
  });
  attempt("dangling.txt", "skipped", (full) => {
    symlinkSync("nowhere/at-all.txt", full);
  });
  attempt("device.txt", "skipped", (full) => {
    if (process.platform === "win32") throw new Error("no devices");
    symlinkSync("/dev/zero", full);
  });
  attempt("pipe.txt", "skipped", (full) => {
    execFileSync("mkfifo", [full], { stdio: "ignore" });
  });
  attempt("link-to-pipe.txt", "skipped", (full) => {
    symlinkSync("pipe.txt", full);
  });
  if (process.platform === "win32") return null;
  const server = createServer();
  const listening = await new Promise<boolean>((resolve) => {
    server.once("error", () => {
      resolve(false);
    });
    server.listen(path.join(folder, "socket.txt"), () => {
      resolve(true);
    });
  });
  if (listening) files.push({ path: "socket.txt", fate: "skipped" });
  return listening ? server : null;
}
