import { checkAll, type Expected, prose } from "./articleFields";

const title = "Velm Council Votes to Close Old Bridge";
const signed = (line: string, byline: string | null, authors: string[], more: Expected = {}) =>
  [`${title}\n\n${line}\n\n${prose}`, { headline: title, byline, authors, body: [5, 9] as [number, number], ...more }] as const;

describe("bylines", () => {
  checkAll({
    "a name": signed("By Ana Kolar", "Ana Kolar", ["Ana Kolar"]),
    "names in capitals": signed("By ANA KOLAR and PETER O'LIND", "ANA KOLAR and PETER O'LIND", ["Ana Kolar", "Peter O'Lind"]),
    "three names": signed("By Ana Kolar, Peter Lind and Rosa de la Vega", "Ana Kolar, Peter Lind and Rosa de la Vega", [
      "Ana Kolar",
      "Peter Lind",
      "Rosa de la Vega",
    ]),
    "an ampersand": signed("By Ana Kolar & Peter Lind", "Ana Kolar & Peter Lind", ["Ana Kolar", "Peter Lind"]),
    "a job": signed("By Ana Kolar, Staff Writer", "Ana Kolar, Staff Writer", ["Ana Kolar"]),
    "a job without comma": signed("By ANA KOLAR Associated Press Writer", "ANA KOLAR Associated Press Writer", ["Ana Kolar"]),
    "a place": signed("By Ana Kolar in Geneva", "Ana Kolar in Geneva", ["Ana Kolar"]),
    "places and names": signed("By Ana Kolar in Velm and Peter Lind in Tarn", "Ana Kolar in Velm and Peter Lind in Tarn", [
      "Ana Kolar",
      "Peter Lind",
    ]),
    "an outlet": signed("By Ana Kolar, The Arda Courier", "Ana Kolar, The Arda Courier", ["Ana Kolar"], { publisher: "The Arda Courier" }),
    "an initial": signed("By Ana M. Kolar", "Ana M. Kolar", ["Ana M. Kolar"]),
    "an agency": signed("By Reuters", "Reuters", ["Reuters (organization)"]),
    "an agency's service": signed("By AFP News", "AFP News", ["AFP News (organization)"]),
    "an outlet alone": signed("By The Arda Courier", "The Arda Courier", ["The Arda Courier (organization)"], {
      publisher: "The Arda Courier",
      publisherOrigin: "inferred",
    }),
    "a linked outlet": signed("By [The Arda Courier](#)", "The Arda Courier", ["The Arda Courier (organization)"]),
    "a linked name": signed("By [Ana Kolar](https://courier.example.net/authors/ana-kolar)", "Ana Kolar", ["Ana Kolar"]),
    staff: signed("By Our Foreign Staff", "Our Foreign Staff", ["Our Foreign Staff (organization)"]),
    "written by": signed("Written by Ana Kolar", "Ana Kolar", ["Ana Kolar"]),
    "an author label": signed("Author: Ana Kolar", "Ana Kolar", ["Ana Kolar"]),
    "a name alone": signed("Ana Kolar", "Ana Kolar", ["Ana Kolar"]),
    "a name and an outlet": signed("ANA KOLAR THE ARDA COURIER", "ANA KOLAR THE ARDA COURIER", ["Ana Kolar"], {
      publisher: "THE ARDA COURIER",
    }),
    "a name, an outlet": signed("Ana Kolar, Arda Courier", "Ana Kolar, Arda Courier", ["Ana Kolar"], { publisher: "Arda Courier" }),
    "an address": signed("By Ana Kolar ana.kolar@courier.example.net", "Ana Kolar ana.kolar@courier.example.net", ["Ana Kolar"]),
    "a handle": signed("By Ana Kolar @anakolar", "Ana Kolar @anakolar", ["Ana Kolar"]),
    German: signed("Von Ana Kolar", "Ana Kolar", ["Ana Kolar"]),
    French: signed("Par Ana Kolar", "Ana Kolar", ["Ana Kolar"]),
    "a headline that starts with By": [
      `By the Numbers: A Bridge in Figures\n\n${prose}`,
      { headline: "By the Numbers: A Bridge in Figures", byline: null },
    ],
    "a lead that starts with By": [
      "By Monday the river had risen by two metres, and the old bridge was closed.\n\nIt stays closed.",
      { byline: null, headline: null, body: [1, 3] },
    ],
    "two words that are no name": [`${title}\n\nPeace Talks\n\n${prose}`, { byline: null, authors: [] }],
    "affiliation below": [
      `${title}\n\nBy Ana Kolar\n\nBBC News, Geneva\n\n${prose}`,
      { authors: ["Ana Kolar"], headline: title, body: [7, 11] },
    ],
    "masthead below byline and date": [
      `${title}\n\nBy [Kavala Kurier](#)\n\nOctober 4, 2044\n\n**Kavala**  **Kurier**\n\n${prose}`,
      { publisher: "Kavala Kurier", publisherOrigin: "explicit", publisherLine: 7, byline: "Kavala Kurier", body: [9, 13] },
    ],
    "from the envelope": [
      `${title}\n\n${prose}`,
      { byline: "Ana Kolar", authors: ["Ana Kolar"], publisher: "Arda Courier", publisherOrigin: "explicit" },
      { author: "Ana Kolar", source: "Arda Courier" },
    ],
  });
});
