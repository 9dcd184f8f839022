import { checkAll, prose } from "./articleFields";

const title = "Velm Council Votes to Close Old Bridge";
const paragraphs = prose.split("\n\n");
const all = { headline: title, authors: ["Ana Kolar", "Peter Lind"], publisher: "The Arda Courier", date: "2044-10-04", paragraphs };

describe("exports, clippings and front matter", () => {
  checkAll({
    "LexisNexis, the copyright above": [
      `3 of 40 DOCUMENTS\n\n\n              Copyright 2044 Arda Newspapers, Inc.\n                   All Rights Reserved\n                The Arda Courier (Velm)\n\n                October 4, 2044 Tuesday\n                   FINAL EDITION\n\nSECTION: NEWS; Pg. 4\n\nLENGTH: 214 words\n\nHEADLINE: ${title}\n\nBYLINE: By Ana Kolar and Peter Lind  Arda Courier Staff Writers\n\nBODY:\n\n${prose}\n\nSUBJECT: BRIDGES (90%); RIVERS (78%)\n\nLOAD-DATE: October 5, 2044\n`,
      all,
    ],
    "LexisNexis without a headline": [
      `3 of 40 DOCUMENTS\n\n\n                The Arda Courier\n\n                October 4, 2044 Tuesday\n\nLENGTH: 214 words\n\nBODY:\n\n${prose}\n\nLOAD-DATE: October 5, 2044\n`,
      { headline: null, publisher: "The Arda Courier", date: "2044-10-04", paragraphs },
    ],
    "Nexis Uni": [
      `${title}\n\nThe Arda Courier, Velm\n\nOctober 4, 2044 Tuesday\n\nCopyright 2044 Arda Media All Rights Reserved\n\nSection: NEWS; Pg. 4\n\nLength: 78 words\n\nByline: Ana Kolar and Peter Lind\n\nBody\n\n\n${prose}\n\nClassification\n\n\nLanguage: ENGLISH\n\nSubject: BRIDGES (90%)\n\nLoad-Date: October 5, 2044\n\n\nEnd of Document\n`,
      all,
    ],
    ProQuest: [
      `Document 7 of 40\n\n${title}\n\nhttps://search.example.com/docview/31000\n\nAuthor: Kolar, Ana; Lind, Peter\n\nAbstract: None available.\n\nFull text: ${prose.replaceAll("\n\n", "\n")}\n\nSubject: Bridges; Rivers\n\nTitle: ${title}\n\nPublication title: The Arda Courier; Velm\n\nPublication date: Oct 4, 2044\n\nPublisher: Arda Newspapers Limited\n\nCopyright: Copyright Arda Newspapers Limited Oct 4, 2044\n\n____________________\n`,
      all,
    ],
    "ProQuest, the author as a credit": [
      `Title: ${title}\n\nPublication info: The Arda Courier ; Velm [Velm]. 04 Oct 2044: A4.\n\nFull text: ${prose}\n\nCREDIT: Ana Kolar\n\nSubject: Bridges\n\nProQuest document ID: 31000\n`,
      { ...all, authors: ["Ana Kolar"] },
    ],
    "Factiva, plain": [
      `${title}\nBy Ana Kolar and Peter Lind\n355 words\n4 October 2044\n08:30\nThe Arda Courier\nARDC\n4\nEnglish\n(c) 2044 Arda Media\n\n${prose}\n\nArda Media Ltd\n\nDocument ARDC000020441004e9bf0001x\n`,
      all,
    ],
    "Factiva, by letters": [
      `HD  ${title}\nBY  By Ana Kolar and Peter Lind\nWC  212 words\nPD  4 October 2044\nSN  The Arda Courier\nSC  ARDC\nLA  English\n\nLP  ${paragraphs[0] ?? ""}\n\nTD  ${paragraphs.slice(1).join("\n\n")}\n\nNS  gcat : Political\nPUB Arda Media Limited\nAN  Document ARDC000020441004e9bf0001x\n`,
      { ...all, paragraphs },
    ],
    "YAML with lists and wiki links": [
      `---\ntitle: "${title}"\nsource: "https://www.courier.example.net/x"\nauthor:\n  - "[[Ana Kolar]]"\n  - "[[People/Peter Lind|Peter Lind]]"\npublished: 2044-10-04\ncreated: 2045-01-09\nsite: The Arda Courier\n---\n${prose}\n`,
      { ...all, url: "https://www.courier.example.net/x" },
    ],
    "YAML that is none": [
      `---\ntitle: Bridge closed: what next?\nauthor: Ana Kolar; Peter Lind\nsitename: The Arda Courier\ndate: 2044-10-04\n---\n${prose}\n`,
      { ...all, headline: "Bridge closed: what next?" },
    ],
    "YAML, the headline again below": [
      `---\ntitle: ${title}\ndate: 2044-10-04\n---\n\n# ${title}\n\n${prose}\n`,
      { headline: title, headlineLine: 6, paragraphs },
    ],
    TOML: [
      `+++\ntitle = "${title}"\nauthors = ["Ana Kolar", "Peter Lind"]\ndate = 2044-10-04T08:30:00Z\npublication = 'The Arda Courier'\n+++\n\n${prose}\n`,
      all,
    ],
    "JSON in a fence": [
      `\`\`\`json\n{\n  "title": "${title}",\n  "author": "Ana Kolar, Peter Lind",\n  "site": "The Arda Courier",\n  "published": "2044-10-04T12:00:00Z"\n}\n\`\`\`\n\n${prose}\n`,
      all,
    ],
    "an e-mail": [
      `From: Ana Kolar <ana@courier.example>\nTo: desk@courier.example\nSubject: ${title}\nDate: Tue, 4 Oct 2044 08:30:00 +0100\nMessage-ID: <1@courier.example>\n\n${prose}\n`,
      { headline: title, authors: ["Ana Kolar"], date: "2044-10-04", paragraphs },
    ],
    "labels of a scraper": [
      `title: ${title}\nauthors: ['Ana Kolar', 'Peter Lind']\npublish_date: 2044-10-04 00:00:00\nog:site_name: The Arda Courier\n\n${prose}\n`,
      all,
    ],
    "labels in Chinese": [
      `标题：维尔姆大桥关闭\n作者：林娜\n来源：《维尔姆晚报》\n时间：2044年10月4日\n\n维尔姆市议会星期一表示，大桥将在冬季前关闭。\n`,
      { headline: "维尔姆大桥关闭", authors: ["林娜"], publisher: "维尔姆晚报", date: "2044-10-04" },
    ],
    "label and value on two lines, below a menu": [
      `${title} - Velm Town Hall\nHOME\nGET HELP\nILSE BRANDT\nContact us\n${title}\nAuthor\nAna Kolar\nPublished\nOctober 4, 2044\n${prose.replaceAll("\n\n", "\n")}\nShare\nRecent Posts\nFerry Delayed Again\n`,
      { headline: title, authors: ["Ana Kolar"], publisher: "Velm Town Hall", date: "2044-10-04", paragraphs },
    ],
    "the reporter to contact": [
      `${title}\n${prose}\n\nTo contact the reporter on this story: Ana Kolar in Velm at x@example.net\n\nTo contact the editor responsible for this story: Peter Lind\n`,
      { headline: title, authors: ["Ana Kolar"], paragraphs },
    ],
    highlights: [`${prose}\n\n@highlight\n\nBridge is closed\n\n@highlight\n\nCouncil was divided\n`, { paragraphs }],
    "a press release": [`${title}\n\n${prose}\n\n###\n\nAbout Velm\n\nVelm is a town on the Arda.\n`, { paragraphs }],
    "an agency below the text": [`${title}\n\n${prose}\n\n Reuter\n`, { agency: "Reuters", paragraphs }],
    "a headline with a full stop above a name": [
      `The old bridge is closed.\nAna Kolar\n\n${prose}`,
      { headline: "The old bridge is closed.", authors: ["Ana Kolar"], paragraphs },
    ],
    "a headline of any length": [
      `MAN CONVICTED OF ROBBING TWO FERRY PASSENGERS AND ATTEMPTING TO ROB THREE OTHERS ON THE NIGHT CROSSING FROM VELM TO TARN IN THE WINTER OF 2043, AND OF TWO OTHER CRIMES\nOctober 4, 2044\n${prose}`,
      {
        headline:
          "MAN CONVICTED OF ROBBING TWO FERRY PASSENGERS AND ATTEMPTING TO ROB THREE OTHERS ON THE NIGHT CROSSING FROM VELM TO TARN IN THE WINTER OF 2043, AND OF TWO OTHER CRIMES",
      },
    ],
    "a table is no headline": [
      "Shr 34 cts vs 1.19 dlrs\n    Net 807,000 vs 2,858,000\n    Revs 510.2 mln vs 623.2 mln\n Reuter\n",
      { headline: null, agency: "Reuters" },
    ],
    "a paragraph that speaks of us is the text's": [
      `${title}\n\n${prose}\n\nOur members want an answer before the spring, the union wrote to us, and they want it in writing.\n\nShare\nRecent Posts\nFerry Delayed Again\n`,
      { paragraphs: [...paragraphs, "Our members want an answer before the spring, the union wrote to us, and they want it in writing."] },
    ],
    "HTML entities": [
      `Talks on the &quot;dam&quot;: M&uuml;ller&#8217;s &amp; Velm&#x2019;s last word\n\nBy Ana Kolar\n\n${prose}`,
      { headline: 'Talks on the "dam": Müller’s & Velm’s last word', headlineLine: 1 },
    ],
    "stars in a word": [
      "Minister calls ferry deal 'a f**king disgrace'\nVELM (Reuters) - The transport minister resigned on Monday over the ferry deal, her office said.\n",
      { headline: "Minister calls ferry deal 'a f**king disgrace'" },
    ],
    "a narrow column": [
      `${title}\n\n${"The council of Velm voted on Monday to close the old bridge over the Arda, ending a dispute that has divided the town for years, and the mayor said the decision was difficult but could not wait for another spring flood to come.".replace(
        /(.{18,28})\s/g,
        "$1\n",
      )}\n`,
      {
        headline: title,
        broken: [],
        paragraphs: [
          "The council of Velm voted on Monday to close the old bridge over the Arda, ending a dispute that has divided the town for years, and the mayor said the decision was difficult but could not wait for another spring flood to come.",
        ],
      },
    ],
  });
});
