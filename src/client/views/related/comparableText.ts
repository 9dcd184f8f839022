/** Marks that two outlets set differently for the same words, and what they are compared as. */
const typography: readonly (readonly [RegExp, string])[] = [
  [/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/g, '"'],
  [/[\u2018\u2019\u201a\u201b\u2039\u203a\u2032`\u00b4]/g, "'"],
  [/''/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/ ?(?:--+| - ) ?/g, " - "],
  [/\u2026/g, "..."],
  [/[^\S\n]+/g, " "],
];

/**
 * An article's paragraphs as a comparison shows them: a sentence a line (Unicode's rules, UAX 29), an empty line between paragraphs; so
 * what was changed is a few words. `plain` writes quotation marks, dashes and spaces in one way, so that only words differ.
 */
export function comparableText(text: string, plain: boolean): string {
  const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });
  return text
    .split(/\n+/)
    .map((paragraph) => (plain ? typography.reduce((changed, [marks, mark]) => changed.replace(marks, mark), paragraph) : paragraph))
    .map((paragraph) => [...sentences.segment(paragraph)].map(({ segment }) => segment.trim()).join("\n"))
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}
