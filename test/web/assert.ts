import assert from "assert";

/** Stands for `node:assert/strict` in the web extension host. */
const { strict } = assert;
export { strict as default };
