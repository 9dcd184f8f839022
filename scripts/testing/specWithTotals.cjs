// Mocha's `spec` reporter, followed by the line that scripts/testing/totals.ts reads. Mocha wants a CommonJS module here.
const { reporters } = require("mocha");

module.exports = class SpecWithTotals extends reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    console.log(`##totals ${JSON.stringify({ passed: passes, failed: failures, skipped: pending })}`);
  }
};
