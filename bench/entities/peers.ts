import compromise from "compromise";
import winkNLP, { type ItsFunction } from "wink-nlp";
import model from "wink-eng-lite-web-model";
import type { TypedSpan } from "./scoring";

interface Found {
  readonly offset: { readonly start: number; readonly length: number };
}

/** The people, organisations and places that compromise finds. */
export function compromiseNames(text: string): TypedSpan[] {
  const document = compromise(text);
  const spans = (type: string, found: unknown): TypedSpan[] =>
    (found as Found[]).map(({ offset }) => {
      // Its offsets include the punctuation around a phrase.
      const written = text.slice(offset.start, offset.start + offset.length);
      const lead = /^[^\p{L}\p{N}]*/u.exec(written)?.[0].length ?? 0;
      const trail = /(?:['’]s)?[^\p{L}\p{N}]*$/u.exec(written)?.[0].length ?? 0;
      return { start: offset.start + lead, end: offset.start + offset.length - trail, type };
    });
  const options = { offset: true };
  return [
    ...spans("PER", document.people().json(options)),
    ...spans("ORG", document.organizations().json(options)),
    ...spans("LOC", document.places().json(options)),
  ];
}

const wink = winkNLP(model, ["sbd", "pos"]);
const { precedingSpaces, pos } = wink.its as { readonly precedingSpaces: ItsFunction<string>; readonly pos: ItsFunction<string> };

/** Runs of what wink-nlp tags as proper nouns; it has no kinds for them, so all are `ENT`. */
export function winkNames(text: string): TypedSpan[] {
  const tokens = wink.readDoc(text).tokens();
  const values = tokens.out();
  const spaces = tokens.out(precedingSpaces);
  const tags = tokens.out(pos);
  const found: { start: number; end: number; type: string }[] = [];
  let at = 0;
  let open = false;
  values.forEach((value, index) => {
    const start = at + (spaces[index]?.length ?? 0);
    at = start + value.length;
    if (tags[index] !== "PROPN") {
      open = false;
      return;
    }
    const last = found.at(-1);
    if (open && last !== undefined) last.end = at;
    else found.push({ start, end: at, type: "ENT" });
    open = true;
  });
  return found;
}
