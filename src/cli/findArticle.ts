import * as path from "node:path";
import { terminalText } from "../core/text/escape";
import { Failure } from "./failure";
import type { LoadedArticle, LoadedRelated } from "./readRelated";

/** The article that `FILE[#KEY]` names, or `#KEY` where all is one bundle. A file's name may hold a "#" itself. */
export function findArticle({ files, articles }: LoadedRelated, folder: string, place: string): LoadedArticle {
  for (let hash = place.length; hash >= 0; hash = hash === 0 ? -1 : place.lastIndexOf("#", hash - 1)) {
    const [name, key] = [place.slice(0, hash), hash < place.length ? place.slice(hash + 1) : null];
    const outside = path.relative(folder, name).split(path.sep).join("/");
    const isWhole = (name === "" && key !== null) || path.resolve(name) === path.resolve(folder);
    const file = files.find((one) => one.path === name || one.path === outside || (files.length === 1 && isWhole));
    if (file === undefined) continue;
    const own = [...articles.values()].filter((article) => article.file === file);
    const found = own.find(({ record }) => record.key === key) ?? (key === null && own.length === 1 ? own[0] : undefined);
    if (found !== undefined) return found;
    throw new Failure(whichArticle(file.path, key, own));
  }
  throw new Failure(`${terminalText(place)} is no article of ${terminalText(folder)}.`);
}

/** What is wrong with a key, and which keys there are. */
function whichArticle(file: string, key: string | null, articles: readonly LoadedArticle[]): string {
  const keys = articles.flatMap(({ record }) => record.key ?? []);
  const name = terminalText(file);
  if (keys.length === 0) return key === null ? `${name} has no article.` : `${name} is no bundle: name it without #${terminalText(key)}.`;
  const known = `${keys.slice(0, 5).map(terminalText).join(", ")}${keys.length > 5 ? ", …" : ""}`;
  return key === null
    ? `${name} is a bundle: say which article, as ${name}#KEY. It has ${known}.`
    : `${name} has no article with the key ${terminalText(key)}. It has ${known}.`;
}
