/**
 * The only place that escapes. Names, titles and texts of a corpus are other people's: each function makes of such a text what one
 * target shows as just that text, and runs, links, draws or colours nothing of it.
 */

/** How long a label is at most, in UTF-16 code units. */
export const labelLimit = 200;

/** White space that ends lines or looks like a space; NEL is none for `\s`. */
const space = /[\s\u0085]+/gu;

/** Controls, what turns the direction of text around, interlinear marks, and halves of surrogate pairs. */
const unseen = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]|\p{Surrogate}/gu;

/** A control as a sign that can be seen: Unicode's picture of it, else its number, as VS Code shows it in editors. */
function picture(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
  return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}

/** `text` in one line, with single spaces, and its controls made visible; blanks at its ends stay. */
export function singleLine(text: string): string {
  return text.replace(space, " ").replace(unseen, picture);
}

/** `text` in a line of the same length, for texts whose places are known: line ends are spaces, controls of ASCII their pictures. */
export function sameLengthLine(text: string): string {
  return text.replace(/[\n\v\f\r\u0085\u2028\u2029]/gu, " ").replace(/[\u0000-\u0008\u000e-\u001f\u007f]/gu, picture);
}

/**
 * `text` as plain words in a list, a tree, a tab's title or an answer of LSP: one line of at most `limit` code units, an ellipsis for
 * the rest.
 */
export function label(text: string, limit = labelLimit): string {
  // White space and controls take more room before than after: some more than the limit is looked at, and never all of a long text.
  const whole = singleLine(text.slice(0, 8 * limit)).trim();
  if (whole.length <= limit && text.length <= 8 * limit) return whole;
  let end = Math.min(limit - 1, whole.length);
  const last = whole.charCodeAt(end - 1);
  if (last >= 0xd800 && last <= 0xdbff) end--;
  return `${whole.slice(0, end).trimEnd()}…`;
}

/** A label where VS Code draws `$(name)` as an icon: quick picks, code lenses, the status bar. */
export function iconLabel(text: string, limit = labelLimit): string {
  return label(text, limit).replace(/\$\(([\w~-]+)\)/gu, "\\$&");
}

/**
 * A label where VS Code makes a link of `[words](command:…)` and knows no escape: notifications, dialogs. An unseen sign (word
 * joiner) keeps the brackets apart.
 */
export function noticeLabel(text: string, limit = labelLimit): string {
  return label(text, limit).replaceAll("]", "]\u2060");
}

/** A label where VS Code makes both icons and links: prompts and validation messages of input boxes, details of the status. */
export function promptLabel(text: string, limit = labelLimit): string {
  return iconLabel(text, limit).replaceAll("]", "]\u2060");
}

/**
 * `text` as Markdown that shows just it, in one line; blanks at its ends stay. ASCII punctuation may be escaped (CommonMark 2.4):
 * links, images, entities, emphasis and code go, and bare addresses that become links by themselves. `<` is written as an entity,
 * for readers that look for HTML first.
 */
export function markdownText(text: string): string {
  return singleLine(text)
    .replace(/[!#$()*+\-./:=>@[\\\]^_`{|}~]/gu, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;");
}

/** A label in Markdown. */
export function markdownLabel(text: string, limit = labelLimit): string {
  return markdownText(label(text, limit));
}

/** A web address that Markdown shows and links (`<https://…>`); as text where it is no address of the web. */
export function markdownAddress(address: string): string {
  return /^https?:\/\/[^\s\u0000-\u0008\u000e-\u001f<>\\\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufff9-\ufffb]+$/iu.test(
    address,
  ) && !/\p{Surrogate}/u.test(address)
    ? `<${address}>`
    : markdownLabel(address, 2000);
}

/** A link in Markdown that runs a command of VS Code with one argument. */
export function markdownCommand(words: string, command: string, argument: object): string {
  // JSON writes halves of surrogate pairs as numbers: nothing is left that cannot be encoded.
  const query = encodeURIComponent(JSON.stringify([argument])).replace(/[()!'*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `[${markdownLabel(words)}](command:${command}?${query})`;
}

/** `text` between the tags of HTML. */
export function htmlText(text: string): string {
  return text.replace(/[&<>]/gu, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;")).replace(unseen, picture);
}

/** `text` between the quotes, single or double, of an attribute of HTML; controls are kept as numbers. */
export function htmlAttribute(text: string): string {
  return text.replace(/[\u0000-\u001f&<>"'`=\u007f-\u009f]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * A cell of comma-separated values (RFC 4180). Spreadsheets run what begins like a formula: that gets an apostrophe in front
 * (OWASP, CSV injection).
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const harmless = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u.test(value) ? `'${value}` : value;
  return /[",;\t\v\f\r\n\u0085\u2028\u2029]|^\s|\s$/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** `text` on a terminal: what could write over other lines, or turn them around, as `\u001b`. */
export function terminalText(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb]|\p{Surrogate}/gu,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The title of a tab of our own documents and of comparisons: a label that is also a single segment of a path. */
export function titleSegment(text: string): string {
  return label(text).replace(/[/\\]/gu, " ").replace(/^\.+$/u, "…");
}

/** Controls but white space, and signs with which a text can hide or turn words. */
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]|[\u{e0000}-\u{e0fff}]/gu;

/**
 * `text` for agents, which read what nobody sees: in one line of at most `limit` code units, what is invisible in it by its number, as
 * `\u{202e}`.
 */
export function agentLine(text: string, limit = 400): string {
  return label(
    text.slice(0, 8 * limit).replace(invisible, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`),
    limit,
  );
}
