import "mocha/mocha.js";
import { consoleReporter } from "../vscode/suite/reporter.js";

/**
 * Set-up for the web extension host, where Mocha's browser bundle defines a global `mocha`. The bundle's entry imports
 * this first and every test file after it, so that `describe` and `it` are there when the test files ask for them.
 */
mocha.setup({ ui: "bdd", timeout: 60_000, retries: 2, reporter: consoleReporter });

/** What VS Code calls: runs all tests; throws when one failed. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} test(s) failed.`));
    });
  });
}
