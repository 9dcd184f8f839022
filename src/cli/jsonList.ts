import type { Terminal } from "./terminal";

/** Characters that are gathered for one write. */
const PIECE = 1 << 20;

/** Writes lists that may be longer than a string can be. */
export const JsonList = {
  /** Writes the items as one JSON array, a line each. */
  async write(terminal: Terminal, items: Iterable<object>): Promise<void> {
    let piece = "[";
    let separator = "\n";
    for (const item of items) {
      piece += separator + JSON.stringify(item);
      separator = ",\n";
      if (piece.length < PIECE) continue;
      await terminal.write(piece);
      piece = "";
    }
    await terminal.write(`${piece}\n]\n`);
  },
} as const;
