import { seededRandom } from "../random";

/** What is right for a text: null where it has none. Body: how it begins and how it ends. */
export interface Wanted {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly date: string | null;
  readonly first: string;
  readonly last: string;
}

export interface Made {
  readonly name: string;
  readonly text: string;
  readonly wanted: Wanted;
}

const given =
  "Nora Omar Ilse Tobias Amara Jonas Petra Lucia Hana Viktor Mirela Anselm Greta Rufus Ines Dario Selma Kofi Yara Bruno Tilda Emre Zofia Marek Noor Silvan Edda Paolo Irena Hugo".split(
    " ",
  );
const family =
  "Lind Wells Kolar Brandt Eklund Nwosu Ferency Marchetti Lorimer Hallam Ostrow Tarrant Vesely Quill Berglund Amadi Castellan Dunmore Ridley Sorensen Varga Whitlock Zeman Adeyemi Bellamy Crane Drummond Ekman Foss".split(
    " ",
  );
const towns =
  "Velm Tarn Korvat Lissen Stenna Dovrin Pellin Marsk Dunmoor Ostrana Halmir Kingsby Aldervik Brissac Corvale Ennisport Farrow Glenmoor".split(
    " ",
  );
const things =
  "bridge,ferry,harbour,dam,tram,school,hospital,market,library,tunnel,airport,bakery,stadium,power station,river wall,theatre,prison,orchard".split(
    ",",
  );
const bodies =
  "council,port authority,farmers' union,transport ministry,water board,teachers' union,harbour police,chamber of trade,district court,election office".split(
    ",",
  );
const verbs =
  "closes,reopens,is sold,burns down,is flooded,will be rebuilt,loses its licence,wins a reprieve,costs twice as much,opens a year late".split(
    ",",
  );
const months = "January February March April May June July August September October November December".split(" ");
const papers = "Courier,Herald,Evening Star,Morning Post,Ledger,Gazette,Tribune,Chronicle,Observer,Sentinel".split(",");
const odd = "Abend,Notebook,Current,Compass,Lantern,Harbour Notes,Weekly Mirror".split(",");

/** Draws of one text, the same for the same seed. */
class Draw {
  readonly #random: () => number;
  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }
  below(count: number): number {
    return Math.floor(this.#random() * count);
  }
  of<T>(list: readonly T[]): T {
    const value = list[this.below(list.length)];
    if (value === undefined) throw new Error("nothing to draw from");
    return value;
  }
  maybe(chance = 0.5): boolean {
    return this.#random() < chance;
  }
  person(): string {
    return `${this.of(given)} ${this.of(family)}`;
  }
  people(): string[] {
    return [...new Set(Array.from({ length: this.of([1, 1, 1, 2, 2, 3]) }, () => this.person()))];
  }
  /** A paper, a town before it that no sentence of the text has. */
  paper(): string {
    return `${this.maybe() ? "The " : ""}${this.of(towns)} ${this.of(papers)}`;
  }
  date(): { readonly iso: string; readonly year: number; readonly month: number; readonly day: number } {
    const [year, month, day] = [2001 + this.below(23), 1 + this.below(12), 1 + this.below(28)];
    return { year, month, day, iso: `${year}-${two(month)}-${two(day)}` };
  }
  title(): string {
    const plain = `${this.of(towns)} ${this.of(things)} ${this.of(verbs)}`;
    const tail = this.of([
      "",
      "",
      `, ${this.of(bodies)} says`,
      ` after ${2 + this.below(30)} years`,
      `: what next for ${this.of(towns)}?`,
      ` as ${this.of(bodies)} warns of debt`,
    ]);
    return plain.charAt(0).toUpperCase() + plain.slice(1) + tail;
  }
  sentence(): string {
    const day = this.of("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "));
    return this.of([
      `The ${this.of(things)} in ${this.of(towns)} will stay closed for ${2 + this.below(9)} weeks, the ${this.of(bodies)} said on ${day}.`,
      `"We have waited since ${1950 + this.below(60)} and we can wait another winter," said ${this.person()}, who lives beside the ${this.of(things)}.`,
      `Officials put the cost at ${2 + this.below(90)} million crowns, up from ${1 + this.below(9)} million a year earlier.`,
      `${this.person()}, head of the ${this.of(bodies)}, told reporters that no decision had been made on the ${this.of(things)}.`,
      `Residents of ${this.of(towns)} walked to the ${this.of(things)} on ${day} to hand in ${100 + this.below(900)} letters, according to the ${this.of(bodies)}.`,
      `A spokesman for the ${this.of(bodies)} declined to comment.`,
      `It was not clear who would pay for the ${this.of(things)}, and the ${this.of(bodies)} gave no figures.`,
      `Our members want an answer before the spring, the ${this.of(bodies)} wrote to us, and they want it in writing.`,
      `The first ${this.of(things)} on the site was built in ${1700 + this.below(250)} and rebuilt after a fire.`,
    ]);
  }
  body(least = 3): string[] {
    return Array.from({ length: least + this.below(6) }, () => Array.from({ length: 1 + this.below(3) }, () => this.sentence()).join(" "));
  }
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function listed(names: readonly string[]): string {
  return names.length < 3 ? names.join(" and ") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

function american({ year, month, day }: { readonly year: number; readonly month: number; readonly day: number }): string {
  return `${months[month - 1] ?? ""} ${day}, ${year}`;
}

function british({ year, month, day }: { readonly year: number; readonly month: number; readonly day: number }): string {
  return `${day} ${months[month - 1] ?? ""} ${year}`;
}

function weekdayOf(iso: string): string {
  return ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"][new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? "";
}

/** Sets `text` in a column of `width`; divides no words. */
function wrapped(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(" ")) {
    if (line.trim() !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line += line === "" || line === indent ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}

function centred(text: string): string {
  return " ".repeat(Math.max(0, 34 - Math.floor(text.length / 2))) + text;
}

type Maker = (draw: Draw, number: number) => Omit<Made, "name"> & { readonly extension?: string };

const edges = (body: readonly string[]): Pick<Wanted, "first" | "last"> => ({
  first: (body[0] ?? "").slice(0, 40),
  last: (body.at(-1) ?? "").slice(-40),
});

const lexis: Maker = (draw, number) => {
  const [title, authors, paper, date, body] = [draw.title(), draw.people(), draw.paper(), draw.date(), draw.body()];
  const owner = `${draw.of(towns)} Newspapers, Inc.`;
  const town = draw.maybe() ? ` (${draw.of(towns)})` : "";
  const top = draw.maybe()
    ? [centred(`Copyright ${date.year} ${owner}`), centred("All Rights Reserved"), centred(paper + town)]
    : [centred(paper + town)];
  const fields = [
    `SECTION: ${draw.of(["NEWS", "A SECTION", "METRO"])}; Pg. ${1 + draw.below(30)}${draw.maybe() ? "A" : ""}`,
    `LENGTH: ${100 + draw.below(900)} words`,
  ];
  const byline = draw.maybe(0.8)
    ? `BYLINE: ${draw.maybe() ? "By " : ""}${draw.maybe() ? listed(authors).toUpperCase() : listed(authors)}${draw.maybe(0.3) ? `; ${paper} Staff Writer` : ""}`
    : "";
  const dateline = draw.maybe(0.3) ? `DATELINE: ${draw.of(towns).toUpperCase()}` : "";
  const subject = `SUBJECT: ${wrapped(`${draw.of(things).toUpperCase()}S (${50 + draw.below(49)}%); LABOR UNIONS (${50 + draw.below(49)}%); PORTS & HARBORS (78%); TRANSPORTATION WORKERS (76%); VOTERS & VOTING (73%)`, 79)}`;
  const end = [
    draw.maybe() ? "LANGUAGE: ENGLISH" : "",
    draw.maybe() ? "PUBLICATION-TYPE: Newspaper" : "",
    draw.maybe(0.4) ? subject : "",
    `LOAD-DATE: ${american(date)}`,
  ].filter((line) => line !== "");
  const paragraphs = draw.maybe() ? body.map((part) => wrapped(part, 79)) : body;
  const text = `${number + 1} of 40 DOCUMENTS\n\n\n${top.join("\n")}\n\n${centred(`${american(date)} ${weekdayOf(date.iso)}`)}\n${draw.maybe(0.4) ? `${centred(draw.of(["FINAL EDITION", "Late Edition - Final", "Metro Edition"]))}\n` : ""}\n${fields.join("\n\n")}\n\nHEADLINE: ${title}\n\n${[byline, dateline].filter((line) => line !== "").join("\n\n")}\n\nBODY:\n\n${paragraphs.join("\n\n")}\n\n${end.join("\n\n")}\n`;
  return { text, wanted: { headline: title, authors: byline === "" ? [] : authors, publisher: paper, date: date.iso, ...edges(body) } };
};

const nexisUni: Maker = (draw) => {
  const [title, authors, paper, date, body] = [draw.title(), draw.people(), draw.paper(), draw.date(), draw.body()];
  const text = `${title}\n\n${paper}${draw.maybe(0.3) ? `, ${draw.of(towns)}` : ""}\n\n${american(date)} ${weekdayOf(date.iso)}${draw.maybe(0.3) ? " 10:15 PM GMT" : ""}\n\nCopyright ${date.year} ${draw.of(towns)} Media Company All Rights Reserved\n\nSection: ${draw.of(["NEWS", "Section A; Column 0; National Desk"])}; Pg. ${1 + draw.below(20)}\n\nLength: ${100 + draw.below(900)} words\n\nByline: ${draw.maybe() ? "By " : ""}${listed(authors)}${draw.maybe(0.3) ? "\n\nHighlight: What the council knew, and when." : ""}\n\nBody\n\n\n${body.join("\n\n")}\n\nClassification\n\n\nLanguage: ENGLISH\n\nPublication-Type: Newspaper\n\nSubject: ${draw.of(things).toUpperCase()}S (90%); WATER (78%)\n\nGeographic: ${draw.of(towns).toUpperCase()} (79%)\n\nLoad-Date: ${american(date)}\n\n\nEnd of Document\n`;
  return { text, wanted: { headline: title, authors, publisher: paper, date: date.iso, ...edges(body) } };
};

const proquest: Maker = (draw, number) => {
  const [title, authors, paper, date, body] = [draw.title(), draw.people(), draw.paper(), draw.date(), draw.body()];
  const town = draw.of(towns);
  const inverted = authors.map((name) => name.replace(/^(\S+) (.*)$/, "$2, $1")).join("; ");
  const credit = draw.maybe(0.3);
  const mon = (months[date.month - 1] ?? "").slice(0, 3);
  const by = credit ? [`CREDIT: ${listed(authors.slice(0, 1))}`] : [];
  const text = draw.maybe()
    ? `Document ${number + 1} of 40\n\n${title}\n\nhttps://search.example.com/docview/31000${number}/se-2?accountid=1\n\n${credit ? "" : `Author: ${inverted}\n\n`}Abstract: None available.\n\nLinks: https://resolver.example.org/openurl?url_ver=Z39.88\n\nFull text: ${[...body, ...by].join("\n")}\n\nSubject: Tunnels; Budgets\n\nLocation: ${town}\n\nTitle: ${title}\n\nPublication title: ${paper}; ${town}, Karelland\n\nPages: A.${1 + draw.below(20)}\n\nPublication year: ${date.year}\n\nPublication date: ${mon} ${date.day}, ${date.year}\n\nSection: News\n\nPublisher: ${town} Newspapers Limited\n\nCountry of publication: Karelland, ${town}\n\nISSN: 0123456${number % 10}\n\nSource type: Newspaper\n\nLanguage of publication: English\n\nProQuest document ID: 31000${number}\n\nDocument URL: https://search.example.com/docview/31000${number}/se-2\n\nCopyright: Copyright ${town} Newspapers Limited ${mon} ${date.day}, ${date.year}\n\nLast updated: ${date.year + 1}-01-01\n\nDatabase: Karelland Newsstream\n\n____________________________________________________________\n`
    : `Title: ${title}\n\n${credit ? "" : `Author: ${inverted}\n\n`}Publication info: ${paper} ; ${town} [${town}]. ${date.day} ${mon} ${date.year}: A${1 + draw.below(20)}.\n\nFull text: ${[...body, ...by].join("\n\n")}\n\nSubject: Dams; Water\n\nPublication date: ${mon} ${date.day}, ${date.year}\n\nPublisher: ${town} Media\n\nDocument type: NEWSPAPER\n\nProQuest document ID: 14500${number}\n\nCopyright: Copyright ${town} Media ${mon} ${date.day}, ${date.year}\n\n____________________________________________________________\n`;
  return {
    text,
    wanted: { headline: title, authors: credit ? authors.slice(0, 1) : authors, publisher: paper, date: date.iso, ...edges(body) },
  };
};

const factiva: Maker = (draw, number) => {
  const [title, authors, paper, date, body] = [draw.title(), draw.people(), draw.paper(), draw.date(), draw.body()];
  const owner = `${draw.of(towns)} Media ${draw.of(["Ltd", "Limited", "GmbH", "Group plc"])}`;
  const code = paper.replace(/[^A-Z]/g, "").padEnd(4, "X");
  const signed = draw.maybe(0.8);
  const optional = [
    draw.maybe() ? "08:30" : "",
    paper,
    code,
    draw.maybe() ? String(1 + draw.below(40)) : "",
    draw.maybe(0.2) ? "Final" : "",
    "English",
  ].filter((line) => line !== "");
  const text = `${draw.maybe(0.2) ? `${draw.of(["News", "Business", "World"])}\n` : ""}${title}\n${draw.maybe(0.3) ? "\n" : ""}${signed ? `By ${listed(authors)}\n` : ""}${100 + draw.below(900)} words\n${british(date)}\n${optional.join("\n")}\n(c) ${date.year} ${owner}\n\n${body.join("\n\n")}\n\n${draw.maybe(0.7) ? `${owner}\n\n` : ""}Document ${code}0000${date.iso.replaceAll("-", "")}e9bf000${number % 10}x\n`;
  return { text, wanted: { headline: title, authors: signed ? authors : [], publisher: paper, date: date.iso, ...edges(body) } };
};

const factivaCodes: Maker = (draw, number) => {
  const [title, authors, paper, date, body] = [draw.title(), draw.people(), draw.paper(), draw.date(), draw.body()];
  const [lead = "", ...rest] = body;
  const signed = draw.maybe(0.8);
  const text = `HD  ${title}\n${signed ? `BY  By ${listed(authors)}\n` : ""}WC  ${100 + draw.below(900)} words\nPD  ${british(date)}\nSN  ${paper}\nSC  VNWS\n${draw.maybe() ? `PG  ${1 + draw.below(30)}\n` : ""}LA  English\nCY  (c) ${date.year} ${draw.of(towns)} Limited\n\nLP  ${lead}\n\nTD  ${rest.join("\n\n")}\n\n${draw.maybe() ? "CO  velmnw : Velm Networks\nIN  i1 : Energy\n" : ""}NS  gcat : Political/General News\nRE  karel : Karelland\nPUB ${draw.of(towns)} Newswire Limited\nAN  Document VNWS0000${date.iso.replaceAll("-", "")}e7ct000${number % 10}r\n`;
  return { text, wanted: { headline: title, authors: signed ? authors : [], publisher: paper, date: date.iso, ...edges(body) } };
};

const trafilatura: Maker = (draw) => {
  const [title, authors, date, body] = [draw.title(), draw.people(), draw.date(), draw.body()];
  const site = draw.maybe() ? draw.paper() : `${draw.of(towns)} ${draw.of(odd)}`;
  const host = `${site.replace(/^The /, "").replaceAll(" ", "").toLowerCase()}.example`;
  const fields = [
    `title: ${draw.maybe(0.3) ? JSON.stringify(title) : title}`,
    `author: ${authors.join("; ")}`,
    `url: https://www.${host}/news/${date.year}/${date.month}/x`,
    `hostname: ${host}`,
    `description: ${draw.sentence()}`,
    `sitename: ${site}`,
    `date: ${draw.maybe() ? date.iso : `"${date.iso}"`}`,
    "categories: ['Politics']",
    "tags: ['dam', 'water']",
    "fingerprint: 1f2e3d",
  ];
  return {
    text: `---\n${fields.join("\n")}\n---\n${draw.maybe(0.4) ? `# ${title}\n\n` : ""}${body.join("\n\n")}\n`,
    extension: "md",
    wanted: { headline: title, authors, publisher: site, date: date.iso, ...edges(body) },
  };
};

const clipper: Maker = (draw) => {
  const [title, authors, date, body, site] = [draw.title(), draw.people(), draw.date(), draw.body(), draw.paper()];
  const url = `https://www.${site.replace(/^The /, "").replaceAll(" ", "-").toLowerCase()}.example/x`;
  const layout = draw.below(4);
  const clipped = `${date.year + 1}-05-09`;
  const lists = authors.map((name) => `  - "[[${name}]]"`).join("\n");
  const head =
    layout === 0
      ? `---\ntitle: ${JSON.stringify(title)}\nsource: "${url}"\nauthor:\n${lists}\npublished: ${date.iso}\ncreated: ${clipped}\ndescription: ${JSON.stringify(draw.sentence())}\nsite: ${JSON.stringify(site)}\ntags:\n  - "clippings"\n---`
      : layout === 1
        ? `\`\`\`json\n${JSON.stringify({ title, author: authors.join(", "), site, published: `${date.iso}T12:00:00+00:00`, url }, null, 2)}\n\`\`\`\n`
        : layout === 2
          ? `+++\ntitle = ${JSON.stringify(title)}\nauthors = [${authors.map((name) => JSON.stringify(name)).join(", ")}]\ndate = ${date.iso}T08:30:00Z\npublication = ${JSON.stringify(site)}\ndraft = false\n+++`
          : `---\nlayout: post\ntitle: ${JSON.stringify(title)}\ndate: ${date.iso} 09:10:00 +0000\nauthors: [${authors.join(", ")}]\ncategories: [crime]\npublished: true\nsource: ${site}\n---`;
  return {
    text: `${head}\n${draw.maybe() ? "\n" : ""}${body.join("\n\n")}\n`,
    extension: "md",
    wanted: { headline: title, authors, publisher: site, date: date.iso, ...edges(body) },
  };
};

/** One site's menu, the same for all its pages. */
const menus = [
  ["HOME", "GET HELP", "REPORT A CRIME", "ABOUT THE OFFICE", "CONTACT US", "Skip to content"],
  ["News", "Harbour Life", "Ilse Brandt", "Our Town", "Search"],
  ["Start", "Latest", "Opinion", "Podcasts", "Sign in", "Menu"],
] as const;
const page: Maker = (draw, number) => {
  const site = number % 3;
  const name = ["Velm County Prosecutor", "Tarn Harbour Notes", "The Korvat Current"][site] ?? "";
  const [date, body] = [draw.date(), draw.body()];
  const title = draw.maybe(0.3)
    ? `MAN CONVICTED OF ROBBING ${2 + draw.below(9)} FERRY PASSENGERS AND ATTEMPTING TO ROB THREE OTHERS ON THE NIGHT CROSSING FROM ${draw.of(towns).toUpperCase()} IN ${date.year - 1}`
    : draw.title();
  const author = site === 1 ? [draw.person()] : [];
  const fields =
    site === 1
      ? `Author\n${author.join("")}\nPublished\n${american(date)}`
      : draw.maybe()
        ? american(date)
        : `${weekdayOf(date.iso)}, ${american(date)}`;
  const recent = Array.from({ length: 3 }, () => draw.title()).join("\n");
  const text = `${title} - ${name}\n${(menus[site] ?? []).join("\n")}\n${title}\n${fields}\n${body.join("\n")}\nShare\nRecent Posts\n${recent}\n${["Press office: 555 0134", "Written and printed by nine people in a house on the quay.", "Get the Current in your inbox every morning."][site] ?? ""}\n`;
  return { text, wanted: { headline: title, authors: author, publisher: name, date: date.iso, ...edges(body) } };
};

const wireBare: Maker = (draw) => {
  const [date, body] = [draw.date(), draw.body()];
  const town = draw.of(towns);
  const start = draw.of([
    `${town.toUpperCase()} (Reuters) - `,
    `${town.toUpperCase()}, ${months[date.month - 1] ?? ""} ${date.day} - `,
    `${town.toUpperCase()}, ${(months[date.month - 1] ?? "").slice(0, 3)} ${date.day} (AP) — `,
    "",
  ]);
  const set = draw.maybe()
    ? body.map((part, i) => wrapped((i === 0 ? start : "") + part, 68, "    "))
    : body.map((part, i) => (i === 0 ? start : "") + part);
  return {
    text: `${set.join(draw.maybe() ? "\n" : "\n\n")}\n${draw.of(["", " Reuter\n", "(AP)\n"])}`,
    wanted: { headline: null, authors: [], publisher: null, date: null, ...edges(body) },
  };
};

const wire: Maker = (draw) => {
  const [title, date, body, authors] = [draw.title(), draw.date(), draw.body(), draw.people()];
  const town = draw.of(towns);
  const mon = (months[date.month - 1] ?? "").slice(0, 3);
  const [dateline, iso] = draw.of<readonly [string, string | null]>([
    [`${town.toUpperCase()}—`, null],
    [`${town.toUpperCase()} >> `, null],
    [`${town} (CNN)`, null],
    [`(${town}, KA) - `, null],
    [`${town.toUpperCase()}, ${mon} ${date.day}, ${date.year} (AFP) - `, date.iso],
    [`${town.toUpperCase()}/${draw.of(towns).toUpperCase()} (Reuters) - `, null],
    [`${town.toUpperCase()} -- `, null],
    [`${town}, ${date.day} ${mon} ${date.year} (dpa) - `, date.iso],
  ]);
  const signed = draw.maybe();
  const isoLine =
    iso === null && draw.maybe()
      ? draw.of([
          `${town.toUpperCase()} ${date.iso}`,
          `${town.toUpperCase()} | ${weekdayOf(date.iso).slice(0, 3)} ${mon} ${date.day}, ${date.year} 10:21am EST`,
          `${town}, ${british(date)}`,
        ])
      : "";
  const end = draw.of([
    "",
    `\n(Reporting by ${draw.person()}; Editing by ${draw.person()})\n`,
    "\n###\n\nAbout the port\n\nThe port of Velm is one of the oldest of its coast.\n",
    `\nTo contact the reporter on this story: ${authors[0] ?? ""} in ${town} at x@example.net\n\nTo contact the editor responsible for this story: ${draw.person()}\n`,
    "\n@highlight\n\nTalks go on\n\n@highlight\n\nNo decision has been made\n",
  ]);
  const stop = draw.maybe(0.2) && signed && !title.endsWith("?") ? "." : "";
  const byContact = end.includes("contact the reporter");
  return {
    text: `${title}${stop}\n${signed ? `${draw.maybe() && stop === "" ? "By " : ""}${listed(authors)}\n` : ""}${isoLine === "" ? "" : `${isoLine}\n`}${draw.maybe() ? "\n" : ""}${isoLine === "" ? dateline : ""}${body.join("\n\n")}\n${end}`,
    wanted: {
      headline: title + stop,
      authors: signed ? authors : byContact ? authors.slice(0, 1) : [],
      publisher: null,
      date: isoLine === "" ? iso : date.iso,
      ...edges(body),
    },
  };
};

const labelled: Maker = (draw) => {
  const [title, authors, paper, date, body] = [draw.title(), draw.people(), draw.paper(), draw.date(), draw.body()];
  const url = `https://www.example.net/news/x-${date.year}`;
  const text = draw.of([
    () => `Title: ${title}\nAuthor: ${listed(authors)}\nDate: ${british(date)}\nSource: ${paper}\nURL: ${url}\n\n${body.join("\n\n")}\n`,
    () =>
      `HEADLINE: ${title}\nBYLINE: ${listed(authors).toUpperCase()}\nSECTION: News; Pg. 4\nSOURCE: ${paper}\nDATE: ${american(date)} ${weekdayOf(date.iso)}\n\n${body.join("\n\n")}\n`,
    () =>
      `title: ${title}\nauthors: [${authors.map((name) => `'${name}'`).join(", ")}]\npublish_date: ${date.iso} 00:00:00\nsource_url: https://www.example.net\nog:site_name: ${paper}\ntext:\n${body.join("\n\n")}\n`,
    () =>
      `Title: ${title}\nLink: ${url}\nPublished: ${weekdayOf(date.iso).slice(0, 3)}, ${date.day} ${(months[date.month - 1] ?? "").slice(0, 3)} ${date.year} 08:30:00 GMT\nCreator: ${authors.join(", ")}\nSource: ${paper}\nDescription: ${draw.sentence()}\n\n${body.join("\n\n")}\n`,
    () =>
      `From: ${authors[0] ?? ""} <desk@example.net>\nTo: readers@example.net\nSubject: ${title}\nDate: ${weekdayOf(date.iso).slice(0, 3)}, ${date.day} ${(months[date.month - 1] ?? "").slice(0, 3)} ${date.year} 08:30:00 +0100\nMessage-ID: <1@example.net>\nOrganization: ${paper}\n\n${body.join("\n\n")}\n`,
    () => `${title} - ${paper}\n\n${paper}\n\n${american(date)}\n\nBy ${listed(authors)}\n\n${body.join("\n\n")}\n`,
  ])();
  const isMail = text.startsWith("From:");
  return {
    text,
    wanted: {
      headline: title,
      authors: isMail ? authors.slice(0, 1) : authors,
      publisher: isMail ? null : paper,
      date: date.iso,
      ...edges(body),
    },
  };
};

const chineseNames = "王小明 李明华 林娜 陈志远 张晓东 赵丽 周建国 吴海".split(" ");
const chinese: Maker = (draw) => {
  const place = draw.of(["维尔姆", "塔恩", "科尔瓦特", "利森"]);
  const thing = draw.of(["大桥", "港口", "医院", "水坝", "学校"]);
  const title = `${place}${thing}${draw.of(["重新开放", "推迟一年开放", "将重建", "罢工结束"])}`;
  const body = Array.from({ length: 3 + draw.below(4) }, () =>
    draw.of([
      `${place}市议会星期${draw.of(["一", "二", "三"])}表示，${thing}将在冬季前关闭${2 + draw.below(9)}周。`,
      `市长${draw.of(chineseNames)}对记者说，目前尚未作出任何决定，费用为${10 + draw.below(90)}万元。`,
      `居民表示，他们已经等待了很多年，希望${thing}早日开放。`,
    ]),
  );
  const date = draw.date();
  const name = draw.of(chineseNames);
  const paper = `${place}${draw.of(["晚报", "日报", "时报"])}`;
  const cn = `${date.year}年${date.month}月${date.day}日`;
  const [text, publisher, author] = draw.of<readonly [string, string | null, string[]]>([
    [`标题：${title}\n作者：${name}\n来源：《${paper}》\n时间：${cn}\n\n${body.join("\n\n")}\n`, paper, [name]],
    [`${title}\n\n${cn}\n\n记者${name} ${place}报道\n\n${body.join("\n\n")}\n`, null, [name]],
    [`${title}\n${cn} 10:15 来源：${paper}\n文｜${name}\n${body.join("\n")}\n`, paper, [name]],
    [`${title}\n${cn}\n新华社${place}${date.month}月${date.day}日电（记者${name}）${body.join("\n")}\n`, null, [name]],
  ]);
  return { text, wanted: { headline: title, authors: author, publisher, date: date.iso, ...edges(body) } };
};

const foreign: Maker = (draw) => {
  const date = draw.date();
  const authors = draw.people().slice(0, 2);
  const town = draw.of(towns);
  const n = 2 + draw.below(9);
  const [locale, by, and, title, sentences] = draw.of<readonly [string, string, string, string, readonly string[]]>([
    [
      "de",
      "Von",
      "und",
      `Hafen von ${town} bleibt noch ${n} Wochen geschlossen`,
      [
        `Der Hafen von ${town} bleibt wegen eines Streiks geschlossen, teilte die Verwaltung am Montag mit.`,
        `Die Gewerkschaft forderte ${n} Prozent mehr Lohn und eine Frist bis zum Frühjahr.`,
        `Ein Sprecher des Ministeriums wollte sich dazu nicht äußern.`,
      ],
    ],
    [
      "fr",
      "Par",
      "et",
      `Le port de ${town} reste fermé pour ${n} semaines`,
      [
        `Le port de ${town} restera fermé à cause d'une grève, a annoncé lundi la direction.`,
        `Le syndicat réclame une hausse de ${n} % et une réponse avant le printemps.`,
        `Le porte-parole du ministère n'a pas souhaité commenter.`,
      ],
    ],
    [
      "es",
      "Por",
      "y",
      `El puerto de ${town} seguirá cerrado ${n} semanas`,
      [
        `El puerto de ${town} seguirá cerrado por una huelga, anunció el lunes la dirección.`,
        `El sindicato pide un aumento del ${n} por ciento y una respuesta antes de la primavera.`,
        `Un portavoz del ministerio no quiso hacer comentarios.`,
      ],
    ],
    [
      "it",
      "di",
      "e",
      `Il porto di ${town} resta chiuso per ${n} settimane`,
      [
        `Il porto di ${town} resterà chiuso per uno sciopero, ha annunciato lunedì la direzione.`,
        `Il sindacato chiede un aumento del ${n} per cento e una risposta entro la primavera.`,
        `Un portavoce del ministero non ha voluto commentare.`,
      ],
    ],
    [
      "ru",
      "Автор:",
      "и",
      `Порт закрыт ещё на ${n} недель`,
      [
        `Порт останется закрытым из-за забастовки, сообщила в понедельник дирекция.`,
        `Профсоюз требует повышения на ${n} процентов и ответа до весны.`,
        `Представитель министерства от комментариев отказался.`,
      ],
    ],
    [
      "pl",
      "",
      "i",
      `Port w ${town} zamknięty na ${n} tygodni`,
      [
        `Port w ${town} pozostanie zamknięty z powodu strajku, podała w poniedziałek dyrekcja.`,
        `Związek żąda podwyżki o ${n} procent i odpowiedzi przed wiosną.`,
        `Rzecznik ministerstwa odmówił komentarza.`,
      ],
    ],
  ]);
  const names = locale === "ru" ? ["Анна Колар"] : authors;
  const body = Array.from({ length: 3 + draw.below(4) }, () => draw.of(sentences));
  const written = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date.iso}T00:00:00Z`));
  const signature = by === "" ? names.join(", ") : `${by} ${names.join(` ${and} `)}`;
  return {
    text: `${title}\n\n${signature}\n\n${written}\n\n${body.join("\n\n")}\n`,
    wanted: { headline: title, authors: names, publisher: null, date: date.iso, ...edges(body) },
  };
};

/** The layouts by name. */
export const families: Readonly<Record<string, Maker>> = {
  LexisNexis: lexis,
  "Nexis Uni": nexisUni,
  ProQuest: proquest,
  Factiva: factiva,
  "Factiva codes": factivaCodes,
  trafilatura,
  clippers: clipper,
  pages: page,
  "wire, no title": wireBare,
  wire,
  labels: labelled,
  Chinese: chinese,
  "other languages": foreign,
};

/** `count` texts of a layout; the same for the same layout and number. */
export function makeAll(layout: string, count: number): Made[] {
  const make = families[layout];
  if (make === undefined) throw new Error(`no layout ${layout}`);
  return Array.from({ length: count }, (_, number) => {
    const made = make(new Draw(layout.length * 7919 + layout.charCodeAt(0) * 104729 + number * 31), number);
    return { name: `${layout.replace(/\W+/g, "-")}-${number}.${made.extension ?? "txt"}`, text: made.text, wanted: made.wanted };
  });
}
