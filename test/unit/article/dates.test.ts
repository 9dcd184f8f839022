import { checkAll, type Expected, prose } from "./articleFields";

const withLine = (line: string, expected: Expected) =>
  [
    `Velm Council Votes to Close Old Bridge\n\n${line}\n\n${prose}`,
    { headline: "Velm Council Votes to Close Old Bridge", body: [5, 9] as [number, number], ...expected },
  ] as const;
const on = (line: string, iso: string | null, time: string | null = null) =>
  withLine(line, { date: iso, time, dateSource: iso === null ? null : "line" });

describe("dates", () => {
  checkAll({
    "month first": on("October 4, 2044", "2044-10-04"),
    abbreviated: on("Oct. 4, 2044", "2044-10-04"),
    "weekday and ordinal": on("Tuesday, October 4th, 2044", "2044-10-04"),
    "day first": on("4 October 2044", "2044-10-04"),
    "labelled with time": on("Published: 4 October 2044 10:15 GMT", "2044-10-04", "10:15Z"),
    posted: on("Posted on October 4, 2044", "2044-10-04"),
    "published wins over updated": on("Updated 6 October 2044 | Published 4 October 2044", "2044-10-04"),
    "last updated behind the date": on("4 October 2044 Last updated at 10:15 GMT", "2044-10-04", "10:15Z"),
    "weekday and time with a dot": on("Tue 4 Oct 2044 10.15 BST", "2044-10-04", "10:15+01:00"),
    ISO: on("2044-10-04", "2044-10-04"),
    "ISO with time and zone": on("2044-10-04T10:15:00+03:00", "2044-10-04", "10:15+03:00"),
    "slashes, year first": on("2044/10/04", "2044-10-04"),
    dots: on("04.10.2044", "2044-10-04"),
    "mail header": on("Tue, 4 Oct 2044 10:15:00 +0000", "2044-10-04", "10:15Z"),
    "twelve hours": on("Oct 4, 2044 10:15pm EDT", "2044-10-04", "22:15-04:00"),
    capitals: on("OCTOBER 4, 2044", "2044-10-04"),
    French: on("Publié le 4 octobre 2044 à 10h15", "2044-10-04", "10:15"),
    German: on("4. März 2044", "2044-03-04"),
    Spanish: on("4 de octubre de 2044", "2044-10-04"),
    Russian: on("4 октября 2044", "2044-10-04"),
    Chinese: on("2044年10月4日", "2044-10-04"),
    "two readings": withLine("03/04/2044", {
      date: "2044-04-03",
      ambiguous: { dayFirst: "2044-04-03", monthFirst: "2044-03-04" },
      problems: ["ambiguous-date"],
    }),
    "two readings, an American clock": withLine("03/04/2044 10:15 AM EST", { date: "2044-03-04", problems: ["ambiguous-date"] }),
    "a weekday settles it": withLine("Friday 03/04/2043", { date: "2043-04-03", ambiguous: null, habit: "dayFirst", problems: [] }),
    "one reading shows the habit": withLine("25/12/2044", { date: "2044-12-25", habit: "dayFirst" }),
    "and the other": withLine("12/25/2044", { date: "2044-12-25", habit: "monthFirst" }),
    "no such day": on("31 February 2044", null),
    "no such month": [`Velm Council Votes to Close Old Bridge\n\nDate: 2044-13-45\n\n${prose}`, { date: null }],
    "a sentence with a date is no date line": [
      `Velm Council Votes to Close Old Bridge\n\nThe bridge was opened on 4 October 1904 by the queen.\n\n${prose}`,
      { date: null },
    ],
    "a headline with a date is no date line": [
      `The storm of 4 October 2043 remembered\n\n${prose}`,
      { headline: "The storm of 4 October 2043 remembered", date: null },
    ],
    "byline, outlet and date on one line": withLine("Ana Kolar | The Arda Courier | 4 October 2044", {
      date: "2044-10-04",
      authors: ["Ana Kolar"],
      publisher: "The Arda Courier",
    }),
    "byline and date on one line": withLine("By Ana Kolar, October 4, 2044", { date: "2044-10-04", authors: ["Ana Kolar"] }),
    "reading time": withLine("October 4, 2044 · 3 min read", { date: "2044-10-04" }),
    "from the URL": [
      `Velm Council Votes to Close Old Bridge\n\n${prose}\n\nhttps://www.ardacourier.net/2044/oct/04/bridge`,
      { date: "2044-10-04", dateSource: "url" },
    ],
    "from the URL, one number": [
      `Velm Council Votes to Close Old Bridge\n\n${prose}\n\nhttps://www.ardacourier.net/news/20441004-bridge`,
      { date: "2044-10-04", dateSource: "url" },
    ],
    "the URL settles two readings": [
      `Velm Council Votes to Close Old Bridge\n\n03/04/2044\n\n${prose}\n\nhttps://www.ardacourier.net/2044/03/04/bridge`,
      { date: "2044-03-04", ambiguous: null, habit: "monthFirst" },
    ],
    "from the envelope": [
      `Velm Council Votes to Close Old Bridge\n\n${prose}`,
      { date: "2044-10-04", dateSource: "envelope" },
      { date: "2044-10-04" },
    ],
    "the line wins over the envelope": [
      `Velm Council Votes to Close Old Bridge\n\n5 October 2044\n\n${prose}`,
      { date: "2044-10-05", dateSource: "line" },
      { date: "2044-10-04" },
    ],
    "never from a copyright notice": [
      `Velm Council Votes to Close Old Bridge\n\n${prose}\n\n© 2044 The Arda Courier. All rights reserved.`,
      { date: null, publisher: "The Arda Courier", publisherOrigin: "inferred", boilerplate: [[9, 9]] },
    ],
    "a clock's own layout": on("Tue Oct 4 10:15:00 UTC 2044", "2044-10-04"),
    "a day in words": on("Published: the fourth of October 2044", "2044-10-04"),
    "a month in the middle": on("Date: 4/Oct/2044", "2044-10-04"),
    "no year": on("October 4", null),
    "updated only": on("Last updated: 6 October 2044", "2044-10-06"),
  });
});
