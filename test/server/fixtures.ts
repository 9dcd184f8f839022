import { promises as fs } from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { URI } from "vscode-uri";
import { LineIndex, type LineColumn } from "../../src/core/text/lineIndex";

/** A text with its cursor, which the fixture marks with `$0`. */
export function withCursor(fixture: string): { readonly text: string; readonly position: LineColumn } {
  const offset = fixture.indexOf("$0");
  if (offset < 0) throw new Error("the fixture has no $0");
  const text = fixture.slice(0, offset) + fixture.slice(offset + 2);
  return { text, position: new LineIndex(text).positionAt(offset) };
}

/** Writes the files (path to text or bytes) into a new temporary folder. */
export async function temporaryFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ readonly path: string; readonly uri: string }> {
  const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), "corpus-")));
  for (const [name, content] of Object.entries(files)) {
    await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await fs.writeFile(path.join(folder, name), content);
  }
  return { path: folder, uri: URI.file(folder).toString() };
}

/** A single article of a fictional outlet: headline, byline, date, and four sentences. */
export function articleText(headline: string, date = "March 3, 2021", outlet = "The Harbour Gazette"): string {
  return `${headline}

By [${outlet}](#)

${date}

**${outlet}**

The town council of Port Ellery voted on Tuesday to reopen the old ferry terminal, which has been closed since a storm damaged its pier four years ago.

"We have waited long enough," said Mayor Ines Calder after the vote. She declined to say how much the work would cost, but officials put the sum at 2.4 million crowns.

The first ferry is expected to leave for Saint Brannoc in the autumn, the harbour office said in a statement.

Original url:

<https://harbour-gazette.example/2021/03/03/ferry-terminal>
`;
}
