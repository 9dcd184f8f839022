import { createRequire } from "node:module";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import type { WebVscode } from "../provision/webVscode.js";
import { root } from "../provision/paths.js";
import type { Settings } from "./profile.js";

interface WebServerModule {
  runServer(host: string, port: number, config: object): Promise<Server>;
}

/** A running VS Code for the web on this machine. */
export interface WebServer {
  readonly address: string;
  readonly stop: () => void;
}

/**
 * Serves a VS Code for the web with this extension under development and `folder` mounted as `vscode-test-web://mount/`.
 * What is written there stays in the page's memory. `tests` is the tests' bundle, if they are to run; `packaged` the folder of an
 * unpacked .vsix, which is then installed; under development is the folder `host`, which holds the tests.
 */
export async function startWebServer(
  vscode: WebVscode,
  folder: string,
  tests?: string,
  packaged?: { readonly folder: string; readonly host: string },
): Promise<WebServer> {
  const module = createRequire(vscode.serverModule)(vscode.serverModule) as WebServerModule;
  const server = await module.runServer("127.0.0.1", 0, {
    build: { type: "static", location: vscode.files, quality: "stable", version: vscode.version },
    esm: true,
    extensionDevelopmentPath: packaged?.host ?? root,
    ...(packaged !== undefined && { extensionPaths: [packaged.folder] }),
    ...(tests === undefined ? {} : { extensionTestsPath: tests }),
    folderMountPath: folder,
  });
  if (!server.listening) await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    // Webviews live on subdomains, whose service worker a browser accepts below `app.localhost` but not below `localhost`.
    address: `http://app.localhost:${port}/`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Gives the workbenches that `page` opens these settings as defaults, and other `tests` than the bundle `index.js` that they were to run:
 * the server of @vscode/test-web has no option for it.
 */
export async function giveDefaultSettings(page: Page, settings: Settings, tests = "index"): Promise<void> {
  const attribute = 'data-settings="{';
  const inserted = `"configurationDefaults":${JSON.stringify(settings)},`.replaceAll('"', "&quot;");
  await page.route(
    (url) => url.pathname === "/",
    async (route) => {
      // Only the browser knows that `app.localhost` is this machine.
      const url = new URL(route.request().url());
      const response = await route.fetch({
        url: `http://127.0.0.1:${url.port}/`,
        headers: { ...route.request().headers(), host: url.host },
      });
      const html = await response.text();
      if (!html.includes(attribute)) throw new Error("The workbench's page has no settings to extend.");
      await route.fulfill({ response, body: html.replace(attribute, attribute + inserted).replace("web/index.js", `web/${tests}.js`) });
    },
  );
}
