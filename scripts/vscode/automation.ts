import type { Page } from "playwright-core";
import { testLineMarker, totalsMarker } from "../testing/totals.js";

/** What a workbench that runs extension tests calls in its page. */
export interface Automation {
  /**
   * The exit code of the tests; rejects when the page crashes, when nothing was heard for `silenceMilliseconds`, and
   * when the tests ended well without saying how many there were.
   */
  readonly exitCode: Promise<number>;
  /** What the workbench and the extension host printed that is not the tests' own; all is printed at once if VERBOSE is set. */
  readonly log: () => string;
}

/** The first start of a workbench on a slow machine, or one slow test: nothing else is silent for so long. */
const silenceMilliseconds = 240_000;

/**
 * Takes the part of the window's owner in a page that will run extension tests: prints the tests' report, and waits
 * for their end. To be called before the page goes to the workbench.
 */
export async function automate(page: Page): Promise<Automation> {
  let settle: (code: number) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const exitCode = new Promise<number>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  // The caller may still be on its way to the page when this fails.
  exitCode.catch(() => undefined);
  const silence = setTimeout(() => {
    fail(new Error(`Nothing was heard of the tests for ${silenceMilliseconds / 1000} s.`));
  }, silenceMilliseconds);
  page.on("crash", () => {
    fail(new Error("The page crashed."));
  });
  const verbose = process.env["VERBOSE"] !== undefined;
  const log: string[] = [];
  let counted = false;
  await page.exposeFunction("codeAutomationLog", (type: string, args: unknown[]) => {
    silence.refresh();
    const text = args.map((arg) => (typeof arg === "string" ? arg : JSON.stringify(arg))).join(" ");
    counted ||= text.startsWith(totalsMarker);
    if (verbose || text.startsWith(testLineMarker) || text.startsWith(totalsMarker)) console.log(text);
    else log.push(`[${type}] ${text}`);
  });
  await page.exposeFunction("codeAutomationExit", (code: number) => {
    clearTimeout(silence);
    if (code === 0 && !counted) fail(new Error("The tests ended with code 0 and without their totals: they did not run."));
    else settle(code);
  });
  return { exitCode, log: () => log.join("\n") };
}
