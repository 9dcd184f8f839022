import { readFile } from "node:fs/promises";
import path from "node:path";
import { createVSIX } from "@vscode/vsce";
import type { NpmVscode } from "../provision/npmVscode.js";
import { inRepo, root } from "../provision/paths.js";
import { output, run } from "../provision/run.js";

/** A package of the extension as users install it. */
export interface Vsix {
  readonly file: string;
  /** `publisher.name@version`, as VS Code lists it. */
  readonly id: string;
}

/** Makes `corpus-navigator-<version>.vsix` from a production build, which replaces `dist`. Throws where the build fails. */
export async function packVsix(): Promise<Vsix> {
  const { name, publisher, version } = JSON.parse(await readFile(inRepo("package.json"), "utf8")) as {
    name: string;
    publisher: string;
    version: string;
  };
  const built = await run(process.execPath, ["esbuild.mjs", "--production", "--no-tests"], root);
  if (built !== 0) throw new Error("The production build failed.");
  const file = inRepo(`${name}-${version}.vsix`);
  await createVSIX({ cwd: root, packagePath: file, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  return { file, id: `${publisher}.${name}@${version}` };
}

/** Installs the package into `extensions` of a profile, as a user does; answers the folder it lies in. Throws unless VS Code lists it. */
export async function installVsix(vscode: NpmVscode, vsix: Vsix, profile: string, extensions: string): Promise<string> {
  const server = (...args: string[]): Promise<string> =>
    output(vscode.node, [
      vscode.serverMain,
      "--accept-server-license-terms",
      "--server-data-dir",
      profile,
      "--extensions-dir",
      extensions,
      ...args,
    ]);
  await server("--install-extension", vsix.file);
  const listed = await server("--list-extensions", "--show-versions");
  if (!listed.split("\n").includes(vsix.id)) throw new Error(`${vsix.file} was installed, but ${vsix.id} is not listed:\n${listed}`);
  return path.join(extensions, vsix.id.replace("@", "-"));
}
