import { StartTable } from "../util/startTable";

/** A URL that a line consists of, with or without a label before it. */
export interface ReadUrl {
  readonly url: string;
  /** Whether the line says what the URL is ("Original url: …"). */
  readonly labelled: boolean;
}

/** An address, without controls and what turns the direction of text around. */
const scheme =
  /https?:\/\/[^\s<>"'“”«»\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f]{3,2000}|\bwww\.[^\s<>"'“”«»\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f]{4,2000}/i;
const label =
  /^[^\p{L}]{0,3}(?:original(?: (?:url|link|article|source|story|post))?(?: (?:at|here))?|(?:article |source |web |canonical |full )?(?:url|link|permalink|source|address|webpage|web page|website|uri)|(?:read|view|see)(?: the)?(?: original| full| entire| whole| complete)?(?: article| story| report| post| piece| text)?(?: at| here| on)?|(?:originally |first )?published (?:at|on|in)|available (?:at|from|online)|retrieved from|via|archived(?: from the original)?(?: at| on| from)?|from|quelle|fuente|источник|оригинал|原文链接|原文|链接|来源)\b\s?[:：]?\s*$/iu;
const labelAlone =
  /^[^\p{L}]{0,3}(?:original (?:url|link|article|source|story)|(?:article |source |web |canonical )?(?:url|link|permalink)|source|originally published at|first published at|(?:read|view) the (?:original|full)(?: article| story)?(?: at| here| on)?|available at|retrieved from|оригинал|原文链接|链接)\s?[:：]?$/iu;
/** What a label's first word, or the marks before it, may start with. */
const labelStarts = new StartTable(["oascwulpfrvéOASCWULPFRV0123456789 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\t\n\r"]);
const social =
  /^(?:https?:\/\/)?(?:[\w-]+\.)*(?:twitter\.com|x\.com|facebook\.com|t\.co|instagram\.com|linkedin\.com|pinterest\.com|youtube\.com|youtu\.be|t\.me|whatsapp\.com|reddit\.com)(?:\/|$)|\.(?:jpe?g|png|gif|webp|mp4|mp3)$/i;

/** A URL without the punctuation that follows it in a text. */
function cleanUrl(found: string): string {
  let url = found.replace(/[.,;:!?*_\]]{1,99}$/, "");
  while (url.endsWith(")") && url.split(")").length > url.split("(").length) url = url.slice(0, -1);
  return url;
}

/** Whether "www." is in `raw`, in any case. */
function hasWww(raw: string): boolean {
  for (let dot = raw.indexOf(".", 3); dot >= 0; dot = raw.indexOf(".", dot + 1)) {
    if ((raw.charCodeAt(dot - 1) | 0x20) === 0x77 && (raw.charCodeAt(dot - 2) | 0x20) === 0x77 && (raw.charCodeAt(dot - 3) | 0x20) === 0x77)
      return true;
  }
  return false;
}

/** Reads a line that is a URL, bare or in `<…>`, `[…](…)`, or behind a label; null for a line that says more. */
export function readUrlLine(raw: string): ReadUrl | null {
  if (raw.length > 2400 || (!raw.includes("://") && !hasWww(raw))) return null;
  const match = scheme.exec(raw);
  if (match === null) return null;
  const url = cleanUrl(match[0]);
  if (social.test(url) || url.length < 10) return null;
  const before = raw
    .slice(0, match.index)
    .replace(/[<(["'“«*_\s]{1,99}$/u, "")
    .replace(/^[\s*_[]+/, "")
    .replace(/\]$/, "");
  const after = raw.slice(match.index + url.length).replace(/[\s>)\]"'”».,;*_]+/gu, "");
  if (after !== "" || before.length > 60) return null;
  const text = before.replace(/\]\(?$/, "").replace(/\*\*/g, "");
  if (text === "") return { url, labelled: false };
  return label.test(text) ? { url, labelled: true } : null;
}

/** Whether a line is only the label of a URL below it: "Original url:". */
export function isUrlLabel(plain: string): boolean {
  return plain.length <= 60 && labelStarts.at(plain.charCodeAt(0)) !== 0 && labelAlone.test(plain);
}
