/** What the browser packages of Node's modules ask of `process`. */
export const process = { env: {}, argv: [], platform: "browser", version: "", nextTick: queueMicrotask };
