import type { Span } from "../text/span";
import type { Article, Paragraph } from "./article";
import { oneLine } from "../text/oneLine";

/** A run of paragraphs that an outline or a fold treats as one. */
export interface BodySection {
  readonly kind: "lead" | "body" | "section";
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
}

/** The body in parts: the lead, the rest up to the first subheading, and then what each subheading stands over. */
export function bodySections(text: string, article: Article): readonly BodySection[] {
  const sections: BodySection[] = [];
  const { paragraphs, subheadings } = article;
  const [lead] = paragraphs;
  if (lead === undefined) return sections;
  const firstHeading = subheadings[0]?.start ?? Infinity;
  let at = 0;
  if (startOf(lead) < firstHeading) {
    sections.push({ kind: "lead", name: "Lead", detail: oneLine(text, spanOf([lead]), 80), span: spanOf([lead]) });
    const rest: Paragraph[] = [];
    for (at = 1; at < paragraphs.length; at++) {
      const paragraph = paragraphs[at];
      if (paragraph === undefined || startOf(paragraph) >= firstHeading) break;
      rest.push(paragraph);
    }
    if (rest.length > 0) sections.push({ kind: "body", name: `Body · ${count(rest.length)}`, detail: "", span: spanOf(rest) });
  }
  for (const [index, heading] of subheadings.entries()) {
    const next = subheadings[index + 1]?.start ?? Infinity;
    const under: Paragraph[] = [];
    for (; at < paragraphs.length; at++) {
      const paragraph = paragraphs[at];
      if (paragraph === undefined || startOf(paragraph) >= next) break;
      if (startOf(paragraph) >= heading.end) under.push(paragraph);
    }
    const span = under.length === 0 ? heading : { start: heading.start, end: Math.max(heading.end, spanOf(under).end) };
    sections.push({ kind: "section", name: oneLine(text, heading, 100).replace(/^#+ /, ""), detail: count(under.length), span });
  }
  return sections;
}

function count(paragraphs: number): string {
  return paragraphs === 1 ? "1 paragraph" : `${paragraphs} paragraphs`;
}

function startOf(paragraph: Paragraph): number {
  return paragraph.pieces[0]?.start ?? 0;
}

function spanOf(paragraphs: readonly Paragraph[]): Span {
  return { start: paragraphs[0]?.pieces[0]?.start ?? 0, end: paragraphs.at(-1)?.pieces.at(-1)?.end ?? 0 };
}
