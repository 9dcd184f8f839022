import { StartTable } from "../util/startTable";

/** Lines of one shape: `starts` are the characters that they can start with, in lower case; "é" stands for any that is not ASCII. */
interface Shape {
  readonly pattern: RegExp;
  readonly starts: string;
  /** The longest line that can match, generously. */
  readonly longest?: number;
  /** One of these has to be in the line. */
  readonly needs?: readonly string[];
}

const digits = "0123456789";
const letters = "abcdefghijklmnopqrstuvwxyz";

const shapes = {
  code: {
    pattern:
      /^(?:[@#](?:include|define|if|endif|pragma)\b|\/\/|\/\*|\*\/|\*\s|<\/?[a-z][\w-]*[\s>/]|import\s+[\w{*"']|from\s+\S+\s+import\b|def\s+\w+\(|function\s+\w*\(|(?:export|const|let|var|public|private|static|package|using)\s+\w+\b.*[=({;]|if\s*\(|for\s*\(|while\s*\(|SELECT\s+\S+\s+FROM\b|(?:INSERT\s+INTO|CREATE\s+TABLE)\b|\$ \w|>>> )/,
    starts: "@#/*<ifdeclvpusw$>",
  },
  bullet: { pattern: /^(?:[-*+•·–]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\[[ xX]\])\s/, starts: `-*+é([${digits}${letters}` },
  heading: { pattern: /^#{1,6}\s+\S|^={3,}$|^-{3,}$|^~{3,}$|^\.\. |^```/, starts: "#=-~.`" },
  keyAndValue: {
    needs: ["=", ":"],
    pattern: /^[\w.$@/-]{1,40}(?: [\w.-]{1,20}){0,2}\s*(?:=|:(?:\s|$))/,
    starts: `_.$@/-${digits}${letters}`,
  },
  stamped: {
    pattern:
      /^[[(<]?(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|\d{1,2}[:.]\d\d(?:[:.]\d\d)?\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2} \d\d:\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d)/,
    starts: `[(<jfmasond${digits}`,
  },
  speaker: { needs: [":"], pattern: /^(?:<[^<>\s]{1,30}>|\p{L}[\p{L} .]{0,25}):\s/u, starts: `<é${letters}` },
  farewell: {
    pattern:
      /^(?:(?:yours|your)\s+(?:sincerely|faithfully|truly|ever)|sincerely(?: yours)?|(?:kind|best|warm) (?:regards|wishes)|regards|with love|love|cheers|mit freundlichen grüßen|cordialement)[,.]?$/i,
    starts: "yskbwrlcm",
    longest: 60,
  },
  manualSection: {
    longest: 30,
    pattern: /^(?:NAME|SYNOPSIS|DESCRIPTION|OPTIONS|EXIT STATUS|ENVIRONMENT|SEE ALSO|AUTHORS?|BUGS|EXAMPLES|COPYRIGHT)$/,
    starts: "nsdoeabc",
  },
  minutes: {
    pattern:
      /^(?:present|apologies|in attendance|attendees|absent|agenda|action(?: items?| points?)?|minutes of\b.*|any other business|aob|adjourn\w*|next meeting|date of next meeting|chair|motion|moved by)\b.{0,80}$/i,
    starts: "paimndc",
  },
  scholarly: {
    pattern:
      /^(?:abstract|keywords|references|bibliography|acknowledg\w*|(?:\d+\.?\s+)?(?:introduction|related work|methods?|methodology|results|discussion|conclusions?))\b.{0,20}$/i,
    starts: `akrbimdc${digits}`,
  },
  numberedSection: {
    pattern: /^(?:(?:section|article|clause|§)\s*)?\d{1,2}(?:\.\d{1,2})+\.?\s|^(?:section|article|clause|§)\s*[\dIVX]+\b/i,
    starts: `sacé${digits}`,
  },
  chapter: {
    pattern:
      /^(?:chapter|book|part|act|scene|canto|volume|kapitel|chapitre|capítulo|глава)\s+(?:[\divxlc]+|one|two|three|four|five|six|seven|the\s+(?:first|second|third))\b.{0,60}$/i,
    starts: "cbpasvké",
  },
  howTo: {
    pattern:
      /^(?:serves \d.*|prep(?:aration)? time.*|(?:ingredients|method|directions|instructions|preparation|usage|installation|install|features|requirements|getting started|table of contents|contents|change ?log|license|contributing)\s*:?)$/i,
    starts: "imdpsufrgtcl",
  },
} as const satisfies Readonly<Record<string, Shape>>;

export type ShapeName = keyof typeof shapes;

const names = Object.keys(shapes) as readonly ShapeName[];
const all: readonly Shape[] = Object.values(shapes);
const table = new StartTable(all.map(({ starts }) => starts + starts.toUpperCase().replaceAll("É", "")));

/** How many of `lines` (trimmed) have each shape: one pass, in which a line's first character rules most patterns out. */
export function countShapes(lines: readonly string[]): Readonly<Record<ShapeName, number>> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<ShapeName, number>;
  for (const line of lines) {
    // A line that ends as code does is counted without a look at how it starts.
    const isCode = codeEnd.test(line.charAt(line.length - 1));
    if (isCode) counts.code++;
    for (let bits = table.at(line.charCodeAt(0)), index = 0; bits !== 0; bits >>>= 1, index++) {
      const shape = (bits & 1) === 0 ? undefined : all[index];
      const name = names[index];
      if (shape === undefined || name === undefined || (isCode && name === "code") || line.length > (shape.longest ?? Infinity)) continue;
      if ((shape.needs?.some((part) => line.includes(part)) ?? true) && shape.pattern.test(line)) counts[name]++;
    }
  }
  return counts;
}

const codeEnd = /[;{}]/;
