import { copyFile, mkdir } from "node:fs/promises";
import { inRepo, root } from "./provision/paths.js";
import { run } from "./provision/run.js";
import { runMain } from "./provision/userError.js";

/** The pictures of the walkthrough and the README, by the scenario of scripts/screenshot.ts that each shows. */
const pictures: readonly (readonly [name: string, scenario: string])[] = [
  ["open", "article"],
  ["hover", "hover"],
  ["related", "related"],
  ["search", "search"],
  ["correct", "correct"],
];

/** Takes the pictures in `media/walkthrough` anew, light and dark, in a window of default size. */
async function main(): Promise<number> {
  const scenarios = pictures.map(([, scenario]) => scenario);
  const code = await run(
    process.execPath,
    ["--import", "tsx", "scripts/screenshot.ts", ...scenarios, "--theme", "light,dark", "--size", "1280x800", "--jpeg"],
    root,
  );
  if (code !== 0) return code;
  await mkdir(inRepo("media", "walkthrough"), { recursive: true });
  for (const [name, scenario] of pictures) {
    for (const theme of ["light", "dark"]) {
      await copyFile(inRepo(".screenshots", `${scenario}-${theme}.jpg`), inRepo("media", "walkthrough", `${name}-${theme}.jpg`));
    }
  }
  return 0;
}

void runMain(main);
