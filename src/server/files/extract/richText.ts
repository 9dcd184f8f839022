import { decodeAs, encodingNamed } from "../io/decoders";
import type { Extracted } from "./page";

/** What a group of RTF has that its inner groups begin with. */
interface Group {
  /** Whether it is no text of the document: fonts, colours, pictures, headers. */
  isSkipped: boolean;
  /** How many characters stand for one of Unicode's in programs that do not know that. */
  replaced: number;
  encoding: string;
}

const deepest = 2000;

const skipped: ReadonlySet<string> = new Set(
  (
    "fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator info pict object header headerl headerr headerf footer " +
    "footerl footerr footerf footnote annotation atnid atnauthor fldinst xe tc themedata datastore xmlnstbl filetbl nonshppict"
  ).split(" "),
);
const signs: Readonly<Record<string, string>> = {
  par: "\n\n",
  sect: "\n\n",
  page: "\n\n",
  row: "\n\n",
  line: "\n",
  tab: "\t",
  cell: "  ",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: " ",
  enspace: " ",
};
/** By the numbers of `\\fcharset`. */
const charsets: Readonly<Record<number, string>> = {
  77: "macintosh",
  128: "shift_jis",
  129: "euc-kr",
  134: "gbk",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
};

const control = /([a-z]{1,32})(-?\d{1,10})? ?/iy;

/** Whether bytes begin as RTF does. */
export function isRichText(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 5)) === "{\\rtf";
}

/**
 * The text of an RTF document, a blank line between its paragraphs: without tables of fonts and styles, headers, notes, pictures and
 * the codes of fields. One pass, linear in its length. Never throws.
 *
 * The format: Microsoft's Rich Text Format Specification 1.9.1.
 */
export function richText(bytes: Uint8Array): Extracted {
  if (!isRichText(bytes)) return { reason: "It is no rich text, though its name says so." };
  const source = new TextDecoder("latin1").decode(bytes);
  const fonts = new Map<number, string>();
  const groups: Group[] = [];
  let group: Group = { isSkipped: false, replaced: 1, encoding: "windows-1252" };
  let page = "windows-1252";
  const out: string[] = [];
  /** Bytes that are still to be decoded together. */
  let pending: number[] = [];
  let toSkip = 0;
  /** The font that the table of fonts tells of; null elsewhere. */
  let told: number | null = null;
  let depthOfFonts = -1;
  const flush = (): void => {
    if (pending.length > 0) out.push(decodeAs(Uint8Array.from(pending), group.encoding));
    pending = [];
  };
  const put = (text: string): void => {
    if (group.isSkipped) return;
    if (toSkip > 0) {
      toSkip--;
      return;
    }
    flush();
    out.push(text);
  };
  for (let at = 0; at < source.length;) {
    const letter = source.charAt(at);
    if (letter === "{") {
      flush();
      if (groups.length >= deepest)
        return { reason: `It is a rich text with groups that lie more than ${deepest} deep, which is not read.` };
      groups.push(group);
      group = { ...group };
      at++;
    } else if (letter === "}") {
      flush();
      group = groups.pop() ?? group;
      if (groups.length <= depthOfFonts) depthOfFonts = -1;
      toSkip = 0;
      at++;
    } else if (letter !== "\\") {
      const next = at + 1;
      if (letter !== "\r" && letter !== "\n" && !group.isSkipped) {
        if (toSkip > 0) toSkip--;
        else pending.push(source.charCodeAt(at));
      }
      at = next;
    } else {
      const after = source.charAt(at + 1);
      control.lastIndex = at + 1;
      const word = control.exec(source);
      if (after === "'") {
        const byte = Number.parseInt(source.slice(at + 2, at + 4), 16);
        if (!group.isSkipped && Number.isFinite(byte)) {
          if (toSkip > 0) toSkip--;
          else pending.push(byte);
        }
        at += 4;
      } else if (word === null) {
        if (after === "*") group.isSkipped = true;
        else if (after === "~") put("\u00a0");
        else if (after === "_") put("-");
        else if (after === "\\" || after === "{" || after === "}") put(after);
        else if (after === "\n" || after === "\r") put("\n\n");
        at += 2;
      } else {
        at = control.lastIndex;
        const name = word[1] ?? "";
        const value = word[2] === undefined ? null : Number(word[2]);
        const sign = signs[name];
        if (sign !== undefined) {
          flush();
          if (!group.isSkipped) out.push(sign);
        } else if (name === "u" && value !== null) {
          if (!group.isSkipped) {
            flush();
            out.push(String.fromCharCode(value & 0xffff));
          }
          toSkip = group.replaced;
        } else if (name === "uc" && value !== null) {
          group.replaced = Math.max(0, Math.min(100, value));
        } else if (name === "bin" && value !== null) {
          at += Math.max(0, value);
        } else if (name === "ansicpg" && value !== null) {
          page = encodingNamed(value === 65001 ? "utf-8" : `cp${value}`) ?? page;
          group.encoding = page;
        } else if (name === "mac") {
          page = "macintosh";
          group.encoding = page;
        } else if (name === "f" && value !== null) {
          if (depthOfFonts >= 0) told = value;
          else {
            flush();
            group.encoding = fonts.get(value) ?? page;
          }
        } else if (name === "fcharset" && value !== null && told !== null) {
          const encoding = charsets[value];
          if (encoding !== undefined) fonts.set(told, encoding);
        } else if (skipped.has(name)) {
          flush();
          group.isSkipped = true;
          if (name === "fonttbl") depthOfFonts = groups.length - 1;
        }
      }
    }
  }
  flush();
  const text = out
    .join("")
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return text === "" ? { reason: "It is a rich text without text." } : { text: `${text}\n`, notice: null };
}
