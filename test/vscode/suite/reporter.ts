import type { ReporterConstructor, Runner, Suite, Test } from "mocha";
import { testLineMarker, totalsMarker } from "../../../scripts/testing/totals.js";

/** Prints a run through `console` alone, which is all that both kinds of extension host have, and its totals at the end. */
class ConsoleReporter {
  readonly #totals = { passed: 0, failed: 0, skipped: 0 };
  #depth = 0;

  constructor(runner: Runner) {
    runner.on("suite", (suite: Suite) => {
      if (suite.title !== "") this.#print(suite.title);
      this.#depth++;
    });
    runner.on("suite end", () => {
      this.#depth--;
    });
    runner.on("pass", (test: Test) => {
      this.#totals.passed++;
      this.#print(`✔ ${test.title} (${test.duration ?? 0}ms)`);
    });
    runner.on("pending", (test: Test) => {
      this.#totals.skipped++;
      this.#print(`- ${test.title}`);
    });
    runner.on("retry", (test: Test, error: Error) => {
      this.#print(`↻ ${test.fullTitle()} failed and is tried again:\n${error.stack ?? error.message}`);
    });
    runner.on("fail", (test: Test, error: Error) => {
      this.#totals.failed++;
      this.#print(`✘ ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    runner.on("end", () => {
      console.log(totalsMarker + JSON.stringify(this.#totals));
    });
  }

  #print(text: string): void {
    for (const line of text.split("\n")) console.log(testLineMarker + "  ".repeat(this.#depth) + line);
  }
}

/** The reporter for Mocha, whose types ask for its own base class; Mocha itself only makes it, with the runner to listen to. */
export const consoleReporter = ConsoleReporter as unknown as ReporterConstructor;
