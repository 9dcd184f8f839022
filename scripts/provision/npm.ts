import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { output } from "./run.js";
import { UserError } from "./userError.js";

/** Scripts of these packages would compile or download; nothing that they make is needed. */
const installFlags = ["--ignore-scripts", "--force", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"];

/** Installs packages (`name@version`) into `folder/node_modules` with the npm that runs this. */
export async function npmInstall(folder: string, packages: readonly string[]): Promise<void> {
  await writeFile(path.join(folder, "package.json"), '{ "private": true }\n');
  await npm(folder, ["install", ...installFlags, ...packages], packages.join(" "));
}

/**
 * Installs the dependencies that the package.json in `folder` names, without the development ones. A dependency that is named as a
 * commit of a repository is taken as it was published: the folder's package.json is changed.
 */
export async function npmInstallDependencies(folder: string): Promise<void> {
  const file = path.join(folder, "package.json");
  const manifest = JSON.parse(await readFile(file, "utf8")) as { readonly dependencies?: Readonly<Record<string, string>> };
  const dependencies = Object.entries(manifest.dependencies ?? {}).map(([name, wanted]) => [
    name,
    /^[\w.-]+\/[\w.-]+#/.test(wanted) ? "*" : wanted,
  ]);
  await writeFile(file, JSON.stringify({ ...manifest, dependencies: Object.fromEntries(dependencies) as unknown }));
  await npm(folder, ["install", "--omit=dev", ...installFlags], folder);
}

async function npm(cwd: string, args: readonly string[], what: string): Promise<void> {
  const executable = process.env["npm_execpath"];
  const [command, first] = executable === undefined ? ["npm", []] : [process.execPath, [executable]];
  // The settings of the npm that runs this script (prefix, package, flags) are not meant for the one started here.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?:config_local_prefix|package_|lifecycle_)/i.test(name)),
  );
  try {
    await output(command, [...first, ...args], { cwd, env: { ...env, NODE_ENV: "" } });
  } catch (error) {
    throw new UserError(
      `Could not install ${what} with npm: check that "npm ping" succeeds, then run the same command again.\n${String(error)}`,
    );
  }
}
