import type { TrainingName } from "./document";

const noSpaceBefore = /^(?:[,.;:!?)\]}%]|'s|’s|'S|n't|n’t|'(?:re|ve|ll|d|m)|\.\.\.|''|”)$/;
const noSpaceAfter = /^(?:[([{$£€]|``|“)$/;

/**
 * Natural text for the tokens of a treebank-like corpus, with its names as offsets into that text: no space before
 * closing punctuation and clitics, straight quotes paired, brackets restored, hyphens inside names joined. `tags` are BIO.
 */
export function detokenize(tokens: readonly string[], tags: readonly string[]): { text: string; names: TrainingName[] } {
  let text = "";
  let glue = true;
  let quoted = false;
  const names: TrainingName[] = [];
  tokens.forEach((raw, at) => {
    const tag = tags[at] ?? "O";
    const inside = tag.startsWith("I-");
    let token = raw
      .replace(/^-LRB-$/, "(")
      .replace(/^-RRB-$/, ")")
      .replace(/\s+/g, "");
    const opens = token === "``" || (token === '"' && !quoted);
    if (opens || token === "''" || token === '"') {
      quoted = opens;
      token = '"';
    }
    const joinsName = inside && (token === "-" || tokens[at - 1] === "-");
    const closes = (token === '"' && !opens) || noSpaceBefore.test(token) || joinsName || (token === "'" && !glue);
    if (!glue && !closes) text += " ";
    const start = text.length;
    text += token;
    glue = opens || noSpaceAfter.test(token);
    const last = names.at(-1);
    if (inside && last !== undefined) last.end = text.length;
    else if (tag !== "O") names.push({ start, end: text.length, type: tag.slice(2) });
  });
  return { text, names };
}
