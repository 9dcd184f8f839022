import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { parseDocument } from "../../../../src/core/corpus/parseDocument";
import type { ArticleNames } from "../../../../src/core/entities/index/articleNames";
import { ArticleStore } from "../../../../src/core/entities/index/articleStore";
import { localsOfMentions } from "../../../../src/core/entities/index/packedNames";
import { baseOf, namesOf } from "../../../../src/core/entities/recognise/readNames";
import { VarintReader, VarintWriter } from "../../../../src/core/util/varints";
import { readAnnotated } from "../../../support/annotated";

function namesIn(source: string): ArticleNames {
  const { text, mentions } = readAnnotated(source);
  const document = parseDocument(text, { fileName: "a.txt", kind: "article" });
  return namesOf(document, document.article(0), baseOf(document.lines, 0), mentions);
}

/** All that can be asked of an article's names. */
function plain(names: ArticleNames): object {
  const mentions = Array.from({ length: names.mentions.count }, (_, mention) => ({
    type: names.mentions.type(mention),
    ...names.mentions.span(mention),
    range: names.mentions.range(mention, 7),
    form: names.forms[names.formOf[mention] ?? -1],
  }));
  const locals = names.locals.map((local) => ({ ...local, forms: [...local.forms] }));
  return { mentions, locals, headline: names.headline, roles: names.roles, sentences: names.sentences };
}

const sources: readonly (readonly [string, string])[] = [
  ["nothing", "Nothing happened."],
  [
    "names on one line and on several",
    "[PER Ilka Maros] met [PER Jon Vael].\n\nMinister [PER Maros], from [LOC Oster], told the [ORG Velmar Trade Bank] ([ORG VTB]) no.\n[PER Vael] left [LOC Oster].",
  ],
  ["names that run over a line end", "The [ORG Velmar\nTrade Bank] and [PER Jon\nVael] were late.\n[PER Vael] slept."],
  [
    "a headline, a role and a nationality word that is of no entity",
    "# [PER Maros] Meets [PER Vael] in [LOC Oster]\n\nBy [The Lissen Courier](#)\n\nMay 3, 2013\n\n**The Lissen Courier**\n\nForeign Minister [PER Ilka Maros] met [MISC Ardelian] envoy [PER Jon Vael] in [LOC Oster] on Friday, and nobody was surprised.\n",
  ],
];

describe("the names of an article as bytes", () => {
  for (const [name, source] of sources) {
    it(`come out as they went in: ${name}`, () => {
      const names = namesIn(source);
      const store = new ArticleStore();
      const locals = names.locals.map(({ mentions }, group) => ({ group, mentions: mentions.length }));
      const localOf = localsOfMentions(names);
      store.set(3, names, locals, localOf, false);
      deepEqual(plain(store.names(3)!), plain(names));
      const found: object[] = [];
      store.eachLocal(3, (group, mentions) => found.push({ group, mentions }));
      deepEqual(found, locals);
      deepEqual(
        store.roles(3),
        names.roles.map(({ mention, phrase }) => ({ local: localOf[mention], phrase })),
      );
      deepEqual(store.sentences(3), names.sentences);
      deepEqual(store.mentions(3)!.localOf, localOf);
      deepEqual(
        Array.from(localOf, (_, mention) => store.mentions(3)!.mentions.range(mention, 7)),
        Array.from(localOf, (_, mention) => names.mentions.range(mention, 7)),
      );
    });
  }

  it("let go of their strings with the article", () => {
    const store = new ArticleStore();
    const names = namesIn(sources[1]![1]);
    store.set(0, names, [], localsOfMentions(names), false);
    store.set(1, names, [], localsOfMentions(names), false);
    store.delete(0);
    deepEqual(plain(store.names(1)!), plain(names));
    equal(store.strings.find("Ilka Maros") >= 0, true);
    store.delete(1);
    equal(store.strings.find("Ilka Maros"), -1);
    equal(store.names(1), null);
  });

  it("hold any numbers of 32 bits", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (numbers) => {
        const writer = new VarintWriter();
        for (const number of numbers) writer.put(number);
        const reader = new VarintReader(writer.take());
        deepEqual(
          numbers.map(() => reader.next()),
          numbers,
        );
        equal(reader.next(), 0);
      }),
    );
  });
});
