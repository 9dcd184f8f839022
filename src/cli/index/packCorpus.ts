import { packFile, unpackFile } from "../../core/util/packedFile";
import type { SavedCorpus } from "./savedFiles";

const kind = "CNCI";
/** To be raised with every change of the layout. What is in it carries versions of its own. */
const version = 1;

/** What an index file holds. */
export interface PackedCorpus {
  readonly corpus: SavedCorpus;
  /** As the search engine saves it. */
  readonly index: Uint8Array;
}

/** An index file: a packed file of the length of a JSON text (u32, little-endian), that text in UTF-8, and the search index. */
export function packCorpus({ corpus, index }: PackedCorpus): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(corpus));
  const body = new Uint8Array(4 + json.length + index.length);
  new DataView(body.buffer).setUint32(0, json.length, true);
  body.set(json, 4);
  body.set(index, 4 + json.length);
  return packFile(kind, version, body);
}

/** What such a file holds; in words what is wrong with it, and whether it is one at all. */
export function unpackCorpus(bytes: Uint8Array): PackedCorpus | { readonly fault: string; readonly isForeign: boolean } {
  const file = unpackFile(kind, version, bytes);
  if (!("fault" in file)) {
    const { body } = file;
    try {
      const length = new DataView(body.buffer, body.byteOffset, body.length).getUint32(0, true);
      return {
        corpus: JSON.parse(new TextDecoder().decode(body.subarray(4, 4 + length))) as SavedCorpus,
        index: body.subarray(4 + length),
      };
    } catch {
      // The sum is right and the content is not: somebody made it so.
      return { fault: "is damaged", isForeign: false };
    }
  }
  switch (file.fault) {
    case "version":
      return { fault: "was made by another version of this program", isForeign: false };
    case "damage":
      return { fault: "is damaged", isForeign: false };
    case "short":
    case "kind":
      return { fault: "is no index file", isForeign: bytes.length > 0 };
  }
}
