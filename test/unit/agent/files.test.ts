import { deepEqual, equal, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { contributedTools, toolSchemas } from "../../../scripts/agentFiles";
import { agentTools } from "../../../src/core/agent/toolList";

const root = path.join(__dirname, "../../..");
const json = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), "utf8"));

/** `npm run agent:files` writes them. */
describe("tools: what is written of them elsewhere", () => {
  it("is the same in package.json", () => {
    const { contributes } = json("package.json") as {
      readonly contributes: { readonly languageModelTools: readonly { readonly when?: string }[] };
    };
    ok(contributes.languageModelTools.every(({ when }) => when === "corpusNavigator.serverTools"));
    deepEqual(contributes.languageModelTools, JSON.parse(JSON.stringify(contributedTools())));
  });

  it("is the same in docs/schemas/tools", () => {
    const schemas = toolSchemas();
    for (const [name, schema] of schemas) deepEqual(json(`docs/schemas/${name}`), JSON.parse(JSON.stringify(schema)), name);
    equal(readdirSync(path.join(root, "docs/schemas/tools")).length, schemas.size);
  });

  it("is the same in the client", () => {
    const source = readFileSync(path.join(root, "src/client/agents/languageModelTools.ts"), "utf8");
    const [, list = ""] = /const tools = \[([^\]]*)\]/u.exec(source) ?? [];
    deepEqual(
      [...list.matchAll(/"(\w+)"/gu)].map(([, name]) => name),
      agentTools.map(({ name }) => name),
    );
  });
});
