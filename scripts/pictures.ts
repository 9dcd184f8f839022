import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { installOnce } from "./provision/installOnce.js";
import { npmInstall } from "./provision/npm.js";
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

/** What is used of sharp, which only this script needs: it writes PNGs of few colours, at less than half the size. */
type Sharp = (file: string) => {
  png(options: { readonly palette: boolean; readonly effort: number; readonly dither: number }): { toFile(file: string): Promise<unknown> };
};

/** Takes the pictures in `media/walkthrough` anew, light and dark. */
async function main(): Promise<number> {
  const packages = await installOnce("sharp-0.35.5", (staging) => npmInstall(staging, ["sharp@0.35.5"]));
  const sharp = createRequire(path.join(packages, "package.json"))("sharp") as Sharp;
  const scenarios = pictures.map(([, scenario]) => scenario);
  const code = await run(
    process.execPath,
    ["--import", "tsx", "scripts/screenshot.ts", ...scenarios, "--theme", "light,dark", "--size", "1100x690"],
    root,
  );
  if (code !== 0) return code;
  const folder = inRepo("media", "walkthrough");
  await mkdir(folder, { recursive: true });
  for (const [name, scenario] of pictures) {
    for (const theme of ["light", "dark"]) {
      await sharp(inRepo(".screenshots", `${scenario}-${theme}.png`))
        .png({ palette: true, effort: 10, dither: 0 })
        .toFile(path.join(folder, `${name}-${theme}.png`));
    }
  }
  return 0;
}

void runMain(main);
