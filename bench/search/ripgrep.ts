import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Peer } from "./peers";

const editors = ".vscode-test";

/** Where ripgrep is: installed, or shipped with one of the editors that the tests have downloaded. Null for nowhere. */
function ripgrepPath(): string | null {
  if (spawnSync("rg", ["--version"]).status === 0) return "rg";
  const system = `${process.platform}-${process.arch}`;
  const places = ["", "resources/app", "node_modules/code-server/lib/vscode", "ripgrep"].flatMap((root) => [
    join(root, "node_modules/@vscode/ripgrep/bin/rg"),
    join(root, `node_modules/@vscode/ripgrep-${system}/bin/rg`),
    join(root, `node_modules/@vscode/ripgrep-universal/bin/${system}/rg`),
  ]);
  const folders = existsSync(editors) ? readdirSync(editors) : [];
  return (
    folders
      .flatMap((folder) => places.map((place) => join(editors, folder, place)))
      .find((path) => spawnSync(path, ["--version"]).status === 0) ?? null
  );
}

/** ripgrep over the files: which of them hold the words, a beginning or a phrase. In words why not where it cannot be asked. */
export function ripgrepPeer(folder: string | null): Peer | string {
  if (folder === null) return "there are no files";
  const command = ripgrepPath();
  if (command === null) return "not found";
  const files = (pattern: string): readonly string[] =>
    spawnSync(command, ["-l", "-i", pattern, folder], { encoding: "utf8", maxBuffer: 1 << 28 }).stdout.split("\n");
  return {
    name: "ripgrep",
    find: (query, kind) => {
      if (kind === "phrase") return files(`\\b${query.replaceAll('"', "").replaceAll(" ", "\\W+")}\\b`);
      if (kind === "prefix") return files(`\\b${query.slice(0, -1)}`);
      const [first = [], ...others] = query.split(" ").map((word) => files(`\\b${word}\\b`));
      return first.filter((file) => others.every((list) => list.includes(file)));
    },
    answers: (kind) => kind === "terms" || kind === "phrase" || kind === "prefix",
    queries: 20,
  };
}
