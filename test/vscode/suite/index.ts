import Mocha, { type Suite } from "mocha";
import { consoleReporter } from "./reporter.js";

/**
 * Set-up for the Node extension host. The bundle's entry imports this first and every test file after it, so that
 * `describe` and `it` are there when the test files ask for them.
 */
// A tree of VS Code that is refreshed while it reveals may fail once, on slow machines above all; three times is a fault of ours.
const mocha = new Mocha({ ui: "bdd", timeout: 60_000, retries: 2, reporter: consoleReporter });
// What `--grep` of the script that starts VS Code says.
const wanted = process.env["TESTS_GREP"];
if (wanted) mocha.grep(wanted);
mocha.suite.emit("pre-require", globalThis as unknown as Suite, "", mocha);

/** What VS Code calls: runs all tests; throws when one failed. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} test(s) failed.`));
    });
  });
}
