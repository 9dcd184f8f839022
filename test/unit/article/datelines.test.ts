import { checkAll } from "./articleFields";

const lead = "The council of Velm voted to close the old bridge over the Arda, officials said.";
const dateline = (prefix: string, cities: string[], agency: string | null, more: object = {}) =>
  [
    `${prefix}${lead}\n\nThe mayor said the decision could not wait any longer.`,
    { cities, agency, prefix: prefix === "" ? null : prefix, headline: null, body: [1, 3] as [number, number], ...more },
  ] as const;

describe("datelines", () => {
  checkAll({
    "city and agency": dateline("VELM (Reuters) - ", ["Velm"], "Reuters", {
      place: "VELM",
      title: `derived: The council of Velm voted to close the old bridge over the Arda, officials said`,
    }),
    "date before it": dateline(" date 2044-10-04 TARN (NNA) - ", ["Tarn"], "NNA", { date: "2044-10-04", dateSource: "prefix" }),
    "date without year": dateline("VELM, Oct. 4 (Reuters) - ", ["Velm"], "Reuters", { date: null }),
    "day before month": dateline("VELM, 4 October (Reuters) - ", ["Velm"], "Reuters", { date: null }),
    "date with year": dateline("WASHINGTON, October 4, 2044 (AFP) – ", ["Washington"], "AFP", { date: "2044-10-04", dateSource: "prefix" }),
    "em dash": dateline("WASHINGTON (AP) — ", ["Washington"], "AP"),
    "city and country": dateline("VELM, Ardania (AP) — ", ["Velm"], "AP", { place: "VELM, Ardania" }),
    "city and state": dateline("NEW YORK, N.Y. (AP) - ", ["New York"], "AP"),
    "two cities": dateline("BEIJING/VELM, (Xinhua) -- ", ["Beijing", "Velm"], "Xinhua"),
    "mixed case": dateline("Geneva (dpa) - ", ["Geneva"], "dpa"),
    "no agency": dateline("PARIS — ", ["Paris"], null),
    "no agency, with a day": dateline("ST. PAUL, April 2 - ", ["St. Paul"], null),
    "press release": dateline("SAN FRANCISCO--(BUSINESS WIRE)--", ["San Francisco"], "BUSINESS WIRE"),
    "press release between slashes": dateline("NEW YORK, Oct. 4, 2044 /PRNewswire/ -- ", ["New York"], "PRNewswire", {
      date: "2044-10-04",
    }),
    "full stop behind the city": dateline("VELM. October 4 (Interfax) - ", ["Velm"], "Interfax"),
    "agency between slashes": dateline("VELM, October 4. /TASS/. ", ["Velm"], "TASS"),
    "agency of two words": dateline("VELM, October 4 (RIA Novosti) - ", ["Velm"], "RIA Novosti"),
    "agency alone": dateline("(Reuters) - ", [], "Reuters"),
    "no-break spaces": dateline("VELM\u00a0(Reuters)\u00a0–\u00a0", ["Velm"], "Reuters"),
    "three words, one a small one": dateline("RIO DE JANEIRO, Oct 4 (Reuters) - ", ["Rio de Janeiro"], "Reuters"),
    colon: dateline("NEW DELHI: ", ["New Delhi"], null),
    "an organisation before a dash is no place": dateline("", [], null),
    "on a line of its own": [
      `Velm to Close Bridge\n\nVELM, October 4 (Reuters) -\n\n${lead}\n`,
      { headline: "Velm to Close Bridge", cities: ["Velm"], agency: "Reuters", body: [5, 5] },
    ],
    "a noun before a dash": [
      `NATO — long the town's largest tenant — will leave Velm, officials said on Monday.`,
      { cities: [], agency: null, prefix: null },
    ],
    "a party in brackets": [
      `Senator Lind (R) - the bridge's best friend - said on Monday that he would resign.`,
      { cities: [], agency: null },
    ],
    "year from the URL": [
      `VELM, Oct. 4 (Reuters) - ${lead}\n\nOriginal url:\n\n<https://www.ardacourier.net/2044/10/04/bridge-closed>`,
      { date: "2044-10-04", dateSource: "url" },
    ],
  });
});
