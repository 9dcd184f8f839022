import { cp } from "node:fs/promises";
import { freshFolder } from "../vscode/profile.js";
import { inRepo } from "../provision/paths.js";

/** A copy of the sample corpus for one run, which its tests may change and delete from. */
export async function copySamples(): Promise<string> {
  const folder = await freshFolder("workspaces");
  await cp(inRepo("samples"), folder, { recursive: true });
  return folder;
}
