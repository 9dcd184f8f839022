import { chromium, type Browser, type Page } from "playwright-core";
import { provideBrowser } from "../provision/browser.js";

const launchMilliseconds = 120_000;

const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Webviews are served by this machine under names of their own, which the browser would take for other sites' requests to it.
  "--disable-features=LocalNetworkAccessChecks",
  // The shared memory of containers is often too small for a workbench.
  "--disable-dev-shm-usage",
];

/** Starts a headless browser. Whoever starts it closes it; it also ends with this process. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, env } = await provideBrowser();
  return chromium.launch({
    executablePath: executable,
    args: browserArguments,
    env: { ...definedEnv(), ...env },
    timeout: launchMilliseconds,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** Collects what goes wrong in a page itself, for the log of a run that failed. */
export function collectErrors(page: Page): () => string {
  const lines: string[] = [];
  page.on("pageerror", (error) => lines.push(`[uncaught] ${error.stack ?? error.message}`));
  page.on("crash", () => lines.push("[crash] The page crashed."));
  page.on("requestfailed", (request) => lines.push(`[request failed] ${request.url()} ${request.failure()?.errorText ?? ""}`));
  return () => lines.join("\n");
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
