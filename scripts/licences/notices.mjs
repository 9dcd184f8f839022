// Writes THIRD-PARTY-NOTICES: name, version, licence and licence text of every package that is bundled (the production
// dependencies in package-lock.json), then those of word lists that source code was made from (`data`). `--check` only says whether the file is as it would be written.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..", "..");
const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
const packages = Object.entries(lock.packages)
  .filter(([place, { dev, devOptional, optional, link }]) => place !== "" && !dev && !devOptional && !optional && !link)
  .sort(([a], [b]) => (a < b ? -1 : 1));

function licenceText(folder) {
  const name = existsSync(folder) ? readdirSync(folder).find((file) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(file)) : undefined;
  return name === undefined
    ? "(The package has no file with the text of its licence.)"
    : readFileSync(path.join(folder, name), "utf8").replaceAll("\r\n", "\n").trim();
}

const parts = packages.map(
  ([place, { version, license }]) =>
    `${place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length)} ${version}\nLicence: ${license ?? "not said"}\n\n${licenceText(path.join(root, place))}\n`,
);
const data = path.join(import.meta.dirname, "data");
for (const name of readdirSync(data).sort()) {
  const licence = readFileSync(path.join(data, name), "utf8").replaceAll("\r\n", "\n").trim();
  parts.push(`${path.parse(name).name} (word list)\n\n${licence}\n`);
}
const text = `Corpus Navigator holds software of others, each under its own licence. This file is written by scripts/licences/notices.mjs.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
const file = path.join(root, "THIRD-PARTY-NOTICES");
if (!process.argv.includes("--check")) {
  writeFileSync(file, text);
  console.log(`${packages.length} packages`);
} else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
  console.error("THIRD-PARTY-NOTICES is out of date: node scripts/licences/notices.mjs");
  process.exitCode = 1;
}
