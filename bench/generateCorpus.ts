import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "./random";

export interface GeneratedArticle {
  readonly name: string;
  readonly text: string;
}

const publishers = ["The Lissen Courier", "Korvat Herald", "The Port Amsel Tribune", "The Evening Lantern", "Stenna Post"];
const authors = ["Hana Lorimer", "Tobias Eklund", "Jo Marchetti", "Amara Nwosu-Hale"];
const cities = ["LISSEN", "PORT AMSEL", "STENNA", "KORVAT", "GENEVA"];
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const meanSentences = 24;

/** Endless articles in the layouts of the samples, made of the samples' sentences; the same for the same seed. */
export class CorpusGenerator {
  readonly #random: () => number;
  readonly #sentences: readonly string[];
  #made = 0;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
    this.#sentences = sampleSentences("samples");
  }

  next(): GeneratedArticle {
    const number = this.#made++;
    const [year, month, day] = [2010 + this.#below(15), this.#below(12), 1 + this.#below(28)];
    const iso = `${year}-${two(month + 1)}-${two(day)}`;
    const date = `${months[month] ?? ""} ${day}, ${year}`;
    const publisher = this.#pick(publishers);
    const title = this.#title();
    const body = this.#body();
    const url = `https://news.example/${iso.replaceAll("-", "/")}/${title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-a${number}`;
    const layouts = [
      () =>
        `\n\n# ${title}\n\nBy [${publisher}](#)\n\n${date}\n\n**${publisher}**\n\n${body}\n\nRelated articles:\n\n- [${this.#title()}](#)\n- [${this.#title()}](#)\n\nOriginal url:\n\n<${url}>\n`,
      () => `\n\n${title}\n\nBy [${publisher}](#)\n\n${date}\n\n${body}\n\nOriginal url:\n\n<${url}>\n`,
      () => ` date ${iso} ${this.#pick(cities)} (Interlake) - ${body}\n`,
      () =>
        `${title}\nPublished: ${day} ${months[month] ?? ""} ${year} 10:15 GMT\nBy ${this.#pick(authors)}\n${body.replaceAll("\n\n", "\n")}\n`,
      () =>
        `Support ${publisher}!\n\nNow is the time to support independent reporting!\n\nContribute Today\n\n${title}\n\n${body}\n\nRead more\n\n${publisher} needs your help more than ever.\n`,
    ];
    const text = (layouts[this.#below(layouts.length)] ?? (() => body))();
    return { name: `${String(number).padStart(6, "0")}.txt`, text };
  }

  #title(): string {
    return this.#pick(this.#sentences)
      .split(" ")
      .slice(0, 5 + this.#below(5))
      .join(" ")
      .replace(/["“”.,;:]+/g, "");
  }

  #body(): string {
    const paragraphs: string[] = [];
    for (let left = Math.ceil(meanSentences * (0.4 + 1.2 * this.#random())); left > 0;) {
      const count = Math.min(left, 1 + this.#below(3));
      paragraphs.push(Array.from({ length: count }, () => this.#pick(this.#sentences)).join(" "));
      left -= count;
    }
    return paragraphs.join("\n\n");
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #pick(items: readonly string[]): string {
    return items[this.#below(items.length)] ?? "";
  }
}

/** The sentences of the samples' paragraphs. */
function sampleSentences(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".txt"))
    .sort();
  const paragraphs = files
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split(/[\r\n]+/))
    .filter((line) => line.length > 100 && !/[\u0000\ufffd]|<<<|\]\(|https?:/.test(line));
  return paragraphs
    .flatMap((line) => line.trim().split(/(?<=[a-z0-9][.!?]["”]?) (?=["“]?[A-Z])/))
    .filter((sentence) => sentence.length > 40);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
