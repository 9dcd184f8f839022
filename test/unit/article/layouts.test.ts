import { checkAll, prose } from "./articleFields";

const title = "Velm Council Votes to Close Old Bridge";
const oneALine = prose.replaceAll("\n\n", "\n");
const wrapped = `The council of Velm voted on Monday to close the old bridge over the
Arda, ending a dispute that has divided the town for years.

Mayor Ilse Brandt said the decision was difficult but could not wait.
"The pillars will not stand another spring flood," she told reporters
in the town hall.

Opponents said they would appeal to the regional court in Tarn before
the end of the month.`;

describe("article layouts", () => {
  checkAll({
    "headline on line 1, body straight below, a paragraph a line": [
      `${title}\n${oneALine}\n`,
      { headline: title, headlineLine: 1, body: [2, 4], paragraphs: oneALine.split("\n") },
    ],
    "headline in sentence case, blank line, body": [
      `Velm council votes to close old bridge\n\n${prose}`,
      { headline: "Velm council votes to close old bridge", body: [3, 7] },
    ],
    "no headline: the lead comes first": [
      prose,
      { headline: null, body: [1, 5], title: "derived: The council of Velm voted on Monday to close the old bridge over the Arda…" },
    ],
    "only a headline": [`\n${title}\n`, { headline: title, headlineLine: 2, body: null, paragraphs: [] }],
    "only a headline and a date": [`${title}\n\n4 October 2044\n`, { headline: title, date: "2044-10-04", body: null }],
    "hard-wrapped, blank lines between paragraphs": [
      `${title}\n\n${wrapped}\n`,
      { headline: title, body: [3, 11], paragraphs: wrapped.split("\n\n").map((p) => p.replaceAll("\n", " ")) },
    ],
    "hard-wrapped, headline straight above": [`${title}\n${wrapped}\n`, { headline: title, headlineLine: 1, body: [2, 10], broken: [] }],
    "hard-wrapped, first lines indented, no blank lines": [
      `${title}\n    The council of Velm voted on Monday to close the old bridge over\nthe Arda, ending a dispute that has divided the town for years.\n    Mayor Ilse Brandt said the decision was difficult but could not\nwait. Opponents said they would appeal to the regional court in Tarn\nbefore the end of the month, as the law allows them to do.\n    The bridge was built in 1904.\n`,
      {
        headline: title,
        body: [2, 7],
        paragraphs: [
          "The council of Velm voted on Monday to close the old bridge over the Arda, ending a dispute that has divided the town for years.",
          "Mayor Ilse Brandt said the decision was difficult but could not wait. Opponents said they would appeal to the regional court in Tarn before the end of the month, as the law allows them to do.",
          "The bridge was built in 1904.",
        ],
      },
    ],
    "Markdown heading, bold byline": [
      `# ${title}\n\n**By Ana Kolar**\n\n*4 October 2044*\n\n${prose}`,
      { headline: title, byline: "Ana Kolar", authors: ["Ana Kolar"], date: "2044-10-04", body: [7, 11] },
    ],
    "bold headline": [`**${title}**\n\n${prose}`, { headline: title, headlineLine: 1, body: [3, 7] }],
    "underlined headline": [
      `${title}\n======================================\n\n${prose}`,
      { headline: title, headlineLine: 1, body: [4, 8] },
    ],
    "second-level heading as subheading in the body": [
      `# ${title}\n\n${prose}\n\n## What happens next\n\nThe engineers will begin their work in the first week of November, the town said.`,
      { headline: title, subheadings: ["## What happens next"], body: [3, 11] },
    ],
    "cross-head without markup": [
      `${title}\n\n${prose}\n\nA long dispute\n\nThe bridge has been closed to lorries since 2039, when a pillar was found to have moved.\n\nRepairs were promised twice.`,
      { subheadings: ["A long dispute"], body: [3, 13] },
    ],
    "headline in capitals": [`VELM COUNCIL VOTES TO CLOSE OLD BRIDGE\n\n${prose}`, { headline: "VELM COUNCIL VOTES TO CLOSE OLD BRIDGE" }],
    "headline in capitals with a dash": [
      `BRIDGE PACT LIKELY - TARN DELEGATES\n\n${prose}`,
      { headline: "BRIDGE PACT LIKELY - TARN DELEGATES", agency: null, cities: [] },
    ],
    "headline over two lines in capitals": [
      `VELM COUNCIL VOTES TO CLOSE\nOLD BRIDGE OVER THE ARDA\n\n${prose}`,
      { headline: "VELM COUNCIL VOTES TO CLOSE OLD BRIDGE OVER THE ARDA", headlineLine: 1, body: [4, 8] },
    ],
    "headline over two lines, the first dangling": [
      `Velm Council Votes to\nClose Old Bridge\n\n${prose}`,
      { headline: title, body: [4, 8] },
    ],
    "standfirst under the headline": [
      `${title}\n\nOpponents promise to go to court as pillars crumble\n\nBy Ana Kolar\n\n${prose}`,
      { headline: title, byline: "Ana Kolar", body: [7, 11] },
    ],
    "standfirst that is a sentence, above the byline": [
      `${title}\n\nThe dispute has divided the town for years, and it may not be over yet.\n\nBy Ana Kolar\n\n4 October 2044\n\n${prose}`,
      { headline: title, byline: "Ana Kolar", date: "2044-10-04", body: [9, 13] },
    ],
    "kicker above the headline": [`WORLD\n\n${title}\n\n${prose}`, { headline: title, headlineLine: 3, body: [5, 9] }],
    "kicker with a bar": [`Politics |\n${title}\n\n${prose}`, { headline: title, headlineLine: 2 }],
    "question as headline": [
      `Will the Old Bridge Stand Another Spring?\n\n${prose}`,
      { headline: "Will the Old Bridge Stand Another Spring?", body: [3, 7] },
    ],
    "headline with a full stop, byline below": [
      `The bridge is closed.\n\nBy Ana Kolar\n\n${prose}`,
      { headline: "The bridge is closed.", byline: "Ana Kolar", body: [5, 9] },
    ],
    "headline ending in an abbreviation": [
      `Bridge Firm Sold to Brandt & Sons Corp.\n\n${prose}`,
      { headline: "Bridge Firm Sold to Brandt & Sons Corp.", body: [3, 7] },
    ],
    "outlet behind the headline": [`${title} | The Arda Courier\n\n${prose}`, { headline: title, publisher: "The Arda Courier" }],
    "outlet before the headline": [`Tarn News - ${title}\n\n${prose}`, { headline: title, publisher: "Tarn News" }],
    "metadata block": [
      `Title: ${title}\nDate: 2044-10-04\nAuthor: Ana Kolar\nSource: The Arda Courier\nURL: https://courier.example.net/bridge\n\n${prose}`,
      {
        headline: title,
        headlineLine: 1,
        date: "2044-10-04",
        dateSource: "line",
        byline: "Ana Kolar",
        authors: ["Ana Kolar"],
        publisher: "The Arda Courier",
        publisherOrigin: "explicit",
        url: "https://courier.example.net/bridge",
        urlLine: 5,
        body: [7, 11],
      },
    ],
    "front matter": [
      `---\ntitle: "${title}"\ndate: 2044-10-04T09:30:00Z\nauthor: Ana Kolar\nlayout: post\ntags: [bridge, velm]\n---\n\n${prose}`,
      { headline: title, headlineLine: 2, date: "2044-10-04", time: "09:30Z", authors: ["Ana Kolar"], body: [9, 13] },
    ],
    "LexisNexis export": [
      `1 of 10 DOCUMENTS\n\n\nThe Arda Courier\n\nOctober 4, 2044 Tuesday\nFinal Edition\n\n${title}\n\nBYLINE: Ana Kolar\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 640 words\n\nDATELINE: VELM\n\n${prose}\n\nLOAD-DATE: October 5, 2044\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\nCopyright 2044 The Arda Courier\nAll Rights Reserved\n`,
      {
        headline: title,
        headlineLine: 9,
        publisher: "The Arda Courier",
        publisherOrigin: "explicit",
        publisherLine: 4,
        date: "2044-10-04",
        dateSource: "line",
        byline: "Ana Kolar",
        cities: ["Velm"],
        body: [19, 23],
        boilerplate: [
          [1, 1],
          [31, 32],
        ],
      },
    ],
    "LexisNexis export, labelled": [
      `2 of 7 DOCUMENTS\n\nCopyright 2044 Tarn Media Ltd.\nAll Rights Reserved\nTarn Gazette\n\nOctober 4, 2044, Tuesday\n\nSECTION: Local; Pg. 11\n\nLENGTH: 212 words\n\nHEADLINE: ${title}\n\nBYLINE: By ANA KOLAR and PETER LIND\n\nBODY:\n${oneALine}\n\nLOAD-DATE: October 6, 2044`,
      { headline: title, publisher: "Tarn Gazette", date: "2044-10-04", authors: ["Ana Kolar", "Peter Lind"], body: [18, 20] },
    ],
    "two-letter codes": [
      `HD ${title}\nBY By Ana Kolar\nWC 212 words\nPD 4 October 2044\nSN Tarn Gazette\nLA English\n\nLP\n${oneALine}`,
      { headline: title, authors: ["Ana Kolar"], date: "2044-10-04", publisher: "Tarn Gazette", body: [9, 11] },
    ],
    "market table": [
      `FISHER INC 3RD QTR NET\n\nShr 34 cts vs 27 cts\n\nNet 1,204,000 vs 980,000\n\nRevs 12.1 mln vs 10.4 mln`,
      { headline: "FISHER INC 3RD QTR NET", body: [3, 7] },
    ],
    "questions and answers": [
      `Five Questions on the Old Bridge\n\nQ: Why is the bridge being closed?\n\nA: Because two of its pillars have moved, engineers say.\n\nQ: When will it open again?\n\nA: Not before the summer.`,
      { headline: "Five Questions on the Old Bridge", body: [3, 9], subheadings: [] },
    ],
    "list in the body": [
      `${title}\n\n${prose}\n\nThe council decided:\n\n- to close the bridge\n- to ask for money from the region\n- to build a ferry landing\n\nThe work will begin in November, the mayor said.`,
      { body: [3, 15], related: [], broken: [] },
    ],
    "Windows line ends": [
      `${title}\r\n\r\nBy Ana Kolar\r\n\r\n${prose.replaceAll("\n", "\r\n")}\r\n`,
      { headline: title, byline: "Ana Kolar", body: [5, 9] },
    ],
    "a broken paragraph is joined": [
      `${title}\n\nThe council said it would ask the regional government for money\n\nto repair the pillars before the spring flood.\n\nNothing else was decided.`,
      {
        broken: [[3, 5]],
        paragraphs: [
          "The council said it would ask the regional government for money to repair the pillars before the spring flood.",
          "Nothing else was decided.",
        ],
      },
    ],
    "list items and subheadings are not joined": [
      `${title}\n\nThe council met on Monday in the town hall and decided this:\n\nthe bridge will be closed to all traffic from the first of November.\n\nWhat now\n\niron gates will be put up at both ends, the town said on Monday evening.`,
      { broken: [] },
    ],
    blank: ["   \n\u00a0\n\u200b\n", { headline: null, body: null, paragraphs: [], title: "name: velm-2044" }],
    empty: ["", { headline: null, body: null, title: "name: velm-2044" }],
    "a single word": ["Bridge", { headline: null, body: [1, 1], title: "derived: Bridge" }],
    "one very long line": [prose.replaceAll("\n\n", " ").repeat(40), { headline: null, body: [1, 1] }],
    "old wire format with a sign-off": [
      `VELM TO CLOSE BRIDGE\n\n    VELM, Oct 4 - The town of Velm will close its old bridge over the\nArda, officials said, ending a dispute of many years.\n    The mayor said the decision could not wait any longer.\n Reuter\n`,
      { headline: "VELM TO CLOSE BRIDGE", cities: ["Velm"], body: [3, 5], date: null },
    ],
  });
});
