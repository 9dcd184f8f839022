import { mkdir, readFile, writeFile } from "node:fs/promises";
import * as z from "zod/v4";
import { agentTools, output } from "../src/core/agent/toolList.js";
import { inRepo } from "./provision/paths.js";
import { runMain } from "./provision/userError.js";

/** What VS Code shows people of a tool. */
const titles: Readonly<Record<string, string>> = {
  describe_corpus: "Describe the Corpus",
  search_articles: "Search Articles",
  read_article: "Read an Article",
  lookup_name: "Look Up a Name",
  find_mentions: "Find Mentions",
  related_articles: "Related Articles",
  compare_outlets: "Compare Outlets",
  find_quotations: "Find Quotations",
  check_quote: "Check a Quotation",
};

/** The JSON schema of a tool's input. */
export function inputSchema(tool: (typeof agentTools)[number]): object {
  return Object.fromEntries(Object.entries(z.toJSONSchema(tool.input, { io: "input" })).filter(([key]) => key !== "$schema"));
}

/** The tools as `contributes.languageModelTools` has them. */
export function contributedTools(): readonly object[] {
  return agentTools.map((tool) => ({
    name: `corpusNavigator_${tool.name}`,
    toolReferenceName: tool.name.replace(/_(.)/gu, (_, letter: string) => letter.toUpperCase()),
    displayName: titles[tool.name] ?? tool.name,
    userDescription: tool.description,
    modelDescription: tool.description,
    canBeReferencedInPrompt: true,
    icon: "$(search)",
    tags: ["corpus-navigator"],
    when: "corpusNavigator.serverTools",
    inputSchema: inputSchema(tool),
  }));
}

/** The schemas of what tools take and give, by their names below docs/schemas. */
export function toolSchemas(): ReadonlyMap<string, object> {
  const schemas = new Map<string, object>(
    agentTools.map((tool) => [`tools/${tool.name}.json`, z.toJSONSchema(tool.input, { io: "input" })]),
  );
  schemas.set("tools/answer.json", z.toJSONSchema(output));
  return schemas;
}

async function main(): Promise<number> {
  const manifest = JSON.parse(await readFile(inRepo("package.json"), "utf8")) as { contributes: Record<string, unknown> };
  manifest.contributes["languageModelTools"] = contributedTools();
  await writeFile(inRepo("package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await mkdir(inRepo("docs/schemas/tools"), { recursive: true });
  for (const [name, schema] of toolSchemas()) await writeFile(inRepo("docs/schemas", name), `${JSON.stringify(schema, null, 2)}\n`);
  return 0;
}

if (process.argv[1]?.endsWith("agentFiles.ts") === true) void runMain(main);
