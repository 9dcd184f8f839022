/** Hosts whose name says little about the outlet's. */
const named: Readonly<Record<string, string>> = {
  nytimes: "The New York Times",
  wsj: "The Wall Street Journal",
  ft: "Financial Times",
  bbc: "BBC News",
  cnn: "CNN",
  theguardian: "The Guardian",
  guardian: "The Guardian",
  washingtonpost: "The Washington Post",
  latimes: "Los Angeles Times",
  usatoday: "USA Today",
  reuters: "Reuters",
  apnews: "AP News",
  aljazeera: "Al Jazeera",
  themoscowtimes: "The Moscow Times",
  rferl: "RFE/RL",
  rt: "RT",
  tass: "TASS",
  interfax: "Interfax",
  xinhuanet: "Xinhua",
  chinadaily: "China Daily",
  scmp: "South China Morning Post",
  dw: "Deutsche Welle",
  spiegel: "Der Spiegel",
  lemonde: "Le Monde",
  lefigaro: "Le Figaro",
  elpais: "El País",
  faz: "Frankfurter Allgemeine Zeitung",
  sueddeutsche: "Süddeutsche Zeitung",
  independent: "The Independent",
  telegraph: "The Telegraph",
  dailymail: "Daily Mail",
  thetimes: "The Times",
  economist: "The Economist",
  bloomberg: "Bloomberg",
  cnbc: "CNBC",
  foxnews: "Fox News",
  nbcnews: "NBC News",
  cbsnews: "CBS News",
  abcnews: "ABC News",
  npr: "NPR",
  voanews: "VOA News",
  politico: "Politico",
  thehill: "The Hill",
  haaretz: "Haaretz",
  jpost: "The Jerusalem Post",
  timesofindia: "The Times of India",
  indiatimes: "The Times of India",
  thehindu: "The Hindu",
  ndtv: "NDTV",
  dawn: "Dawn",
  smh: "The Sydney Morning Herald",
  theage: "The Age",
  abc: "ABC News",
  cbc: "CBC News",
  theglobeandmail: "The Globe and Mail",
  thestar: "The Star",
  irishtimes: "The Irish Times",
  euronews: "Euronews",
  france24: "France 24",
  kyivpost: "Kyiv Post",
  kyivindependent: "The Kyiv Independent",
  meduza: "Meduza",
  ria: "RIA Novosti",
  sputniknews: "Sputnik",
  huffpost: "HuffPost",
  huffingtonpost: "HuffPost",
  newsweek: "Newsweek",
  time: "Time",
};

const secondLevel = new Set(["co", "com", "org", "net", "gov", "ac", "edu", "gob", "or", "ne"]);
const notOutlets = new Set([
  "example",
  "localhost",
  "archive",
  "google",
  "t",
  "bit",
  "facebook",
  "twitter",
  "x",
  "youtube",
  "instagram",
  "linkedin",
  "reddit",
  "wikipedia",
  "blogspot",
  "wordpress",
  "medium",
  "wixsite",
]);

/** Words that a host is made of, the longer ones first. */
const hostWords = (
  "international independent newspaper newswire chronicle broadcasting observer guardian telegraph dispatch examiner inquirer sentinel advertiser advocate magazine reporter " +
  "tribune gazette journal standard courier monitor bulletin register express network evening morning weekly herald ledger mirror review record mercury messenger leader " +
  "citizen beacon business financial national northern southern eastern western central sunday global people public republic valley county harbour harbor coast river island " +
  "times daily today press globe world state radio media voice online post news star mail echo argus city town wire sun the and for tv fm kurier zeitung blatt nachrichten anzeiger rundschau presse tagblatt bote " +
  "diario jornal gazeta correio noticias krant dagblad courant tidende posten nyheter avisen"
).split(" ");

function capitalized(word: string): string {
  return /^(?:and|for|of)$/.test(word)
    ? word
    : /^(?:tv|fm)$/.test(word)
      ? word.toUpperCase()
      : word.charAt(0).toUpperCase() + word.slice(1);
}

/** Splits "themoscowtimes" at the words it starts and ends with: the, moscow, times. */
function splitLabel(label: string): string[] {
  const front: string[] = [];
  const back: string[] = [];
  let rest = label;
  if (rest.startsWith("the") && rest.length > 6) {
    front.push("the");
    rest = rest.slice(3);
  }
  for (let i = 0; i < 4 && rest !== ""; i++) {
    const end = hostWords.find(
      (word) =>
        rest.endsWith(word) &&
        !/^(?:the|and|for)$/.test(word) &&
        (word.length > 2 || back.length === 0) &&
        (rest.length === word.length || rest.length - word.length >= 3),
    );
    if (end === undefined) break;
    back.unshift(end);
    rest = rest.slice(0, -end.length);
  }
  for (let i = 0; i < 2 && rest !== ""; i++) {
    const start = hostWords.find((word) => word.length > 3 && rest.startsWith(word) && rest.length - word.length >= 3);
    if (start === undefined) break;
    front.push(start);
    rest = rest.slice(start.length);
  }
  return [...front, ...(rest === "" ? [] : [rest]), ...back];
}

/** The host of a URL in lower case, an archive's wrapper removed; null if there is none. */
export function hostOf(url: string): string | null {
  const inner = url.slice(0, 2000).lastIndexOf("http");
  const from = inner > 0 && /archive\.|webcache|cache:/i.test(url.slice(0, inner)) ? url.slice(inner) : url;
  return /^(?:https?:)?\/\/(?:[^/@\s]{0,80}@)?([a-z0-9.-]{3,253})/i.exec(from)?.[1]?.toLowerCase() ?? null;
}

/** The label of a host that names its owner: "themoscowtimes" for www.themoscowtimes.com; null for an address or a platform. */
export function ownerLabel(host: string): string | null {
  const labels = host.split(".").filter((label) => label !== "");
  if (labels.length < 2 || labels.every((label) => /^\d+$/.test(label))) return null;
  let at = labels.length - 2;
  if (at > 0 && secondLevel.has(labels[at] ?? "") && (labels.at(-1)?.length ?? 0) <= 3) at--;
  const label = labels[at] ?? "";
  return label === "" || notOutlets.has(label) || (/^(?:test|invalid|example|localhost)$/.test(labels.at(-1) ?? "") && label.length < 3)
    ? null
    : label;
}

/** The name as `text` spells it, where it stands there: "balkaninsight" as "Balkan Insight"; null if it does not. */
export function spelledInText(label: string, text: string): string | null {
  const letters = label.replace(/[^a-z0-9]/g, "");
  if (letters.length < 4 || letters.length > 40) return null;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}/.@-])${letters.split("").join("[\\s'’&.-]?")}(?![\\p{L}\\p{N}@]|\\.\\p{L})`, "giu");
  for (const match of text.matchAll(pattern))
    if (/^\p{Lu}/u.test(match[0]) && !match[0].includes("\n")) return match[0].replace(/\s+/g, " ").replace(/[.&'’-]$/, "");
  return null;
}

/** A readable name for the outlet behind a URL; null where the host does not tell one. */
export function outletOfUrl(url: string): string | null {
  const host = hostOf(url);
  const label = host === null ? null : ownerLabel(host);
  if (label === null) return null;
  const squashed = label.replace(/-/g, "");
  const known = named[squashed];
  if (known !== undefined) return known;
  const words = label.split("-").flatMap((part) => splitLabel(part));
  if (words.length === 1 && label.length <= 4) return label.toUpperCase();
  return words
    .map(capitalized)
    .join(" ")
    .replace(/^./, (first) => first.toUpperCase());
}
