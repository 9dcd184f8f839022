import { deepEqual, ok } from "node:assert/strict";
import { seededRandom } from "../../../../bench/random";
import { parseDocument } from "../../../../src/core/corpus/parseDocument";
import type { ArticleNames } from "../../../../src/core/entities/index/articleNames";
import { EntityIndex } from "../../../../src/core/entities/index/entityIndex";
import { EntityView } from "../../../../src/core/entities/index/entityView";
import { baseOf, namesOf } from "../../../../src/core/entities/recognise/readNames";
import type { ArticleOrigin } from "../../../../src/core/entities/resolve/articleContexts";
import { readAnnotated } from "../../../support/annotated";

const histories = Number(process.env["HISTORIES"] ?? 1);
/** So many articles there are at first, so that one of them concerns few of the names. */
const atFirst = 150;

interface Source {
  readonly origin: ArticleOrigin;
  readonly names: ArticleNames;
}

function namesIn(source: string): ArticleNames {
  const { text, mentions } = readAnnotated(source);
  const document = parseDocument(text, { fileName: "a.txt", kind: "article" });
  return namesOf(document, document.article(0), baseOf(document.lines, 0), mentions);
}

/** Articles of a few names that every rule has something to do with, and of many that concern no other. */
class Articles {
  readonly random: () => number;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  pick(words: string): string {
    const all = words.split(", ");
    return all[this.below(all.length)] ?? "";
  }

  #family(): string {
    return this.pick("Marden, Mardin, Kern, Kerne, Ivanov, Ivanof, Tolm, Sadiqi, Ruiz-Vega, Lissen, Ardelia, Tobias");
  }

  #person(): string {
    return `[PER ${this.pick("Ilse, Ilsa, Tobias, Toby, Sergei, Sergey, Jon, John, J., Ahmed, Ahmad")} ${this.pick("B. , , , ")}${this.#family()}]`;
  }

  #sentence(): string {
    const family = this.#family();
    switch (this.below(11)) {
      case 0:
        return `${this.#person()}, ${this.pick("the mayor, a judge, a striker")}, met ${this.#person()}.`;
      case 1:
        return `${this.pick("Mr., Mrs., Minister, Judge, ")} [PER ${family}] spoke with [PER ${this.#family()}].`;
      case 2:
        return `[ORG ${this.pick("United Harbour, Velm Sailing, Upper Hill")} Council] ([ORG ${this.pick("UHC, VSC")}]) met.`;
      case 3:
        return `The [ORG ${this.pick("UHC, VSC")}${this.pick(", , Port, Trust")}] said no.`;
      case 4:
        return `[${this.pick("LOC, ORG, PER")} ${this.pick("Ardelia, Lissen, Korvat, Stenna")}] was quiet.`;
      case 5:
        return `[${this.pick("LOC, ORG, PER")} ${this.pick("Ardelian, Ardelians, Korvatian, Stennan")}] voices rose.`;
      case 6:
        return `[PER ${family}] won by 12 votes.`;
      case 7:
        return `${this.#person()} wrote to [PER ${family}] in [LOC ${this.pick("Lissen, Korvat")}].`;
      case 8:
        return `[PER Ilse ${family}] and [PER Tobias ${family}] came. [PER ${family}] left.`;
      default:
        return `[ORG ${this.pick("Rovers, Mill, Bank")} ${this.below(60)}] hired ${this.#person()}.`;
    }
  }

  /** A word that stands in few other articles. */
  #strange(): string {
    return Array.from({ length: 3 }, () => "bdgklmnprstv".charAt(this.below(12)) + "aeiou".charAt(this.below(5)))
      .join("")
      .replace(/^./u, (letter) => letter.toUpperCase());
  }

  make(): Source {
    const text = [
      ...Array.from({ length: 1 + this.below(3) }, () => this.#sentence()),
      ...Array.from({ length: 8 }, () => `[ORG ${this.#strange()} ${this.#strange()}] hired [PER ${this.#strange()} ${this.#strange()}].`),
    ].join(" ");
    return { origin: this.origin(), names: namesIn(text) };
  }

  origin(): ArticleOrigin {
    return {
      date: this.pick("1996-03-04, 2013-06-01, 2021-05-05, 2021-06-30"),
      makers: [this.pick("UHC Trust, The Mill 7, Ada Quillaa"), this.pick("Ilse Marden, Lena Quillbe")],
    };
  }
}

/** Whom and what every name of every article means, and why. */
function meanings(index: EntityIndex, ids: Iterable<string>): object {
  const view = new EntityView(index);
  return [...ids].sort().map((id) => {
    const article = index.article(id);
    return article?.localOf.reduce<unknown[]>((all, _, mention) => {
      const entity = view.entityOfMention(article, mention);
      all.push([
        view.idOfMention(article, mention),
        entity === null ? null : [entity.name, entity.articles, entity.mentions, entity.forms, [...view.reasons(entity)].sort()],
        view.witnessesOf(article, mention).map((witness) => [witness.entity.id, witness.articles]),
      ]);
      return all;
    }, []);
  });
}

describe("Names that are linked after each change", () => {
  it("mean after any history what they mean where all are linked at once", function () {
    this.timeout(600_000);
    for (let seed = 1; seed <= histories; seed++) {
      const articles = new Articles(seed);
      const sources = new Map<string, Source>();
      const index = new EntityIndex(({ id }) => sources.get(id)?.origin ?? null);
      const set = (id: string, source: Source): void => {
        sources.set(id, source);
        index.setArticle(id, `file:///${id}`, 0, source.names);
      };
      for (let at = 0; at < atFirst; at++) set(`a${at}`, articles.make());
      for (let step = 1; step <= 40; step++) {
        for (let changes = articles.below(2); changes >= 0; changes--) {
          const ids = [...sources.keys()];
          const id = ids[articles.below(ids.length)] ?? "";
          const known = sources.get(id);
          const kind = articles.below(8);
          if (kind === 0) set(`b${step}`, articles.make());
          else if (kind === 1 && sources.delete(id)) index.deleteArticle(id);
          else if (kind === 2 && known !== undefined) {
            sources.set(id, { ...known, origin: articles.origin() });
            index.originChanged(id);
          } else set(id, articles.make());
        }
        // Some work is given up, as the next change comes before its end.
        const work = index.linking();
        for (let slices = articles.below(60); slices > 0; slices--) work.next();
        if (articles.random() < 0.3) continue;
        index.linked();
        if (articles.random() < 0.75) continue;
        const fresh = new EntityIndex(({ id }) => sources.get(id)?.origin ?? null);
        for (const [id, { names }] of [...sources].reverse()) fresh.setArticle(id, `file:///${id}`, 0, names);
        const found = meanings(index, sources.keys());
        ok(JSON.stringify(found).length > 1000);
        deepEqual(found, meanings(fresh, sources.keys()), `seed ${seed}, step ${step}`);
      }
    }
  });

  it("follow what other articles say of the company of a last name", () => {
    const articles = new Articles(5);
    const texts = [
      "[PER Boris Ivanov] and [PER Ilka Maros] opened the [ORG Velmar Dam].",
      "[PER Sergei Ivanov] played for [PER Anna Tarn] at the [ORG Harrow Hall].",
      "[PER Ivanov] praised [PER Ilka Maros] and the [ORG Velmar Dam].",
    ];
    const names = [...texts.map(namesIn), ...Array.from({ length: 60 }, () => articles.make().names)];
    const indexOf = (): EntityIndex => {
      const made = new EntityIndex();
      for (const [at, one] of names.entries()) made.setArticle(String(at), `file:///${at}`, 0, one);
      return made;
    };
    const index = indexOf();
    const seen = new Set<string>();
    for (let at = texts.length; at < 26; at++) {
      names[at] = namesIn("[PER Ilka Maros] saw the [ORG Velmar Dam].");
      index.setArticle(String(at), `file:///${at}`, 0, names[at] ?? namesIn(""));
      deepEqual(meanings(index, ["2"]), meanings(indexOf(), ["2"]), String(at));
      const article = index.article("2");
      seen.add(article === null ? "" : (new EntityView(index).idOfMention(article, 0) ?? ""));
    }
    deepEqual([...seen], ["PER:boris ivanov", "PER:ivanov"]);
  });
});
