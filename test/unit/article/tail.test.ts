import { checkAll, prose, type Fixture } from "./articleFields";

const title = "Velm Council Votes to Close Old Bridge";
const text = `${title}\n\n${prose}\n\n`;
const credit = (line: string): Fixture => [`${text}${line}\n`, { body: [3, 7], credit: line, creditLines: [9, 9], boilerplate: [] }];
const list = (label: string, items: string): Fixture => [
  `${text}${label}\n\n${items}\n`,
  { body: [3, 7], related: ["Ferry to Replace Old Bridge", "Tarn [Again] Refuses Money"], boilerplate: [] },
];
const address = "https://www.ardacourier.net/local/velm-council-votes-to-close-old-bridge";
const link = (...lines: string[]): Fixture => [
  `${text}${lines.join("\n\n")}\n`,
  { body: [3, 7], url: address, urlLine: 7 + lines.length * 2, boilerplate: [] },
];

describe("what follows the body", () => {
  checkAll({
    "material from": credit("Material from The Arda Courier is included in this report."),
    "reporting and editing": credit("Reporting by Ana Kolar; Editing by Peter Lind"),
    "additional reporting": credit("(Additional reporting by Ana Kolar in Tarn)"),
    "writers contributed": credit("Associated Press writers Ana Kolar in Velm and Peter Lind in Tarn contributed to this report."),
    "with assistance": credit("— With assistance from Peter Lind"),
    "from wires": credit("(With inputs from agencies)"),
    "credit and URL": [
      `${text}Reporting by Ana Kolar\n\nOriginal url:\n\n<${address}>`,
      { body: [3, 7], credit: "Reporting by Ana Kolar", url: address, urlLine: 13, urlLines: [11, 13] },
    ],
    "related articles": list("Related articles:", "- [Ferry to Replace Old Bridge](#)\n- [Tarn [Again] Refuses Money](#)"),
    "see also, stars": list("See also:", "* Ferry to Replace Old Bridge\n* Tarn [Again] Refuses Money"),
    "more on this story, bare lines": list("More on this story", "Ferry to Replace Old Bridge\n\nTarn [Again] Refuses Money"),
    "read also, numbers": list("Read also", "1. Ferry to Replace Old Bridge\n2. Tarn [Again] Refuses Money"),
    "recommended, bullets": list("Recommended", "• Ferry to Replace Old Bridge\n• Tarn [Again] Refuses Money"),
    "heading as label": list("## Related", "- Ferry to Replace Old Bridge\n- Tarn [Again] Refuses Money"),
    "real targets": list(
      "Related:",
      "- [Ferry to Replace Old Bridge](https://www.ardacourier.net/ferry)\n- [Tarn [Again] Refuses Money](https://www.ardacourier.net/tarn)",
    ),
    "related, credit and URL": [
      `${text}Material from The Arda Courier is included in this report.\n\nRelated articles:\n\n- [Ferry to Replace Old Bridge](#)\n\nOriginal url:\n\n<${address}>`,
      {
        body: [3, 7],
        credit: "Material from The Arda Courier is included in this report.",
        related: ["Ferry to Replace Old Bridge"],
        relatedLines: [11, 13],
        url: address,
        urlLines: [15, 17],
      },
    ],
    "a related title inside the body": [
      `${text}Read also: Ferry to Replace Old Bridge\n\nThe bridge was opened in 1904.`,
      { body: [3, 11], related: ["Ferry to Replace Old Bridge"] },
    ],
    "a related list inside the body": [
      `${text}Related:\n\n- Ferry to Replace Old Bridge\n- Tarn Refuses Money\n\nThe bridge was opened in 1904 and last repaired in 2019.`,
      { body: [3, 14], related: ["Ferry to Replace Old Bridge", "Tarn Refuses Money"] },
    ],
    "original url": link("Original url:", `<${address}>`),
    "source with URL": link(`Source: ${address}`),
    "URL label": link(`URL: ${address}`),
    "link label": link(`Link: <${address}>`),
    "read the original": link(`Read the original at ${address}`),
    bare: link(address),
    "Markdown link": link(`[Original article](${address})`),
    "URL on top": [`${address}\n\n${text}`, { headline: title, url: address, urlLine: 1, body: [5, 9] }],
    "a social network's is not the article's": [`${text}https://twitter.com/ardacourier/status/1`, { url: null }],
    "publisher by host": [`${text}Original url:\n\n<${address}>`, { publisher: "Arda Courier", publisherOrigin: "inferred" }],
    "publisher by host, known words": [`${text}<https://www.the-tarn-times.co.uk/local/bridge>`, { publisher: "The Tarn Times" }],
    "publisher by host, run together": [`${text}<https://www.thevelmtimes.com/local/bridge>`, { publisher: "The Velm Times" }],
    "the URL's words find the headline": [
      `Our Region\n\nThe Week in Velm and Tarn\n\nVelm council votes to close old bridge\n\n${prose}\n\n${address}`,
      { headline: "Velm council votes to close old bridge" },
    ],
  });
});
