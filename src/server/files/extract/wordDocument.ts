import { Parser } from "htmlparser2";
import { unpack } from "./archive";
import type { Extracted } from "./page";

const mostBytes = 100_000_000;
/** Exports with deeper tables in one another are not known. */
const deepest = 1000;
/** Stands for the end of a paragraph in a cell; no character of XML. */
const paragraphEnd = "\u0000";

/**
 * The text of a DOCX document, a blank line between its paragraphs: what a reader sees of it, without deleted text, notes and fields.
 * Never throws.
 */
export function wordText(bytes: Uint8Array): Extracted {
  const unpacked = unpack(bytes, (name) => name === "word/document.xml", { bytes: mostBytes, entries: 20_000 });
  if ("reason" in unpacked) return unpacked;
  const [document] = unpacked.entries;
  if (document === undefined) return { reason: "It is no document of a word processor, though its name says so." };
  if ("reason" in document) return { reason: document.reason };
  const paragraphs: string[] = [];
  let current = "";
  /** How many cells of tables are open: what stands side by side in a row is one paragraph, "HD  Title". */
  let cells = 0;
  let isText = false;
  let depth = 0;
  let deepestSeen = 0;
  const end = (): void => {
    for (const part of current.split(paragraphEnd)) {
      const text = part
        .split("\n")
        .map((line) => line.trim())
        .join("\n")
        .trim();
      if (text !== "") paragraphs.push(text);
    }
    current = "";
  };
  const parser = new Parser(
    {
      onopentagname: (name) => {
        depth++;
        deepestSeen = Math.max(deepestSeen, depth);
        if (name === "w:t") isText = true;
        else if (name === "w:tab") current += "\t";
        else if (name === "w:tc") cells++;
        else if (name === "w:br" || name === "w:cr") current += "\n";
        else if (name === "w:noBreakHyphen") current += "-";
      },
      ontext: (text) => {
        if (isText) current += text;
      },
      onclosetag: (name) => {
        depth--;
        if (name === "w:t") isText = false;
        else if (name === "w:p" && cells > 0) current += paragraphEnd;
        else if (name === "w:p" || name === "w:tr") end();
        else if (name === "w:tc") {
          cells--;
          current = `${current.endsWith(paragraphEnd) ? current.slice(0, -1) : current}  `;
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(new TextDecoder().decode(document.bytes));
  parser.end();
  end();
  if (deepestSeen > deepest) return { reason: `It is a document with elements that lie more than ${deepest} deep, which is not read.` };
  return paragraphs.length === 0 ? { reason: "It is a document without text." } : { text: `${paragraphs.join("\n\n")}\n`, notice: null };
}
