import { checkAll, prose } from "./articleFields";

const title = "Velm Council Votes to Close Old Bridge";

describe("articles as sites and agencies print them", () => {
  checkAll({
    "a broadcaster's page": [
      `${title}\n\nBy Ana Kolar\nBBC News, Velm\n\nPublished\n\n4 October 2044\n\nShare\n\nImage source, Getty Images\n\n${prose}\n\nYou may also be interested in:\n\nFerry to replace old bridge\nTarn refuses money\n\nRelated Topics\n\nVelm\nBridges\n\nThe station is not responsible for the content of external sites.`,
      {
        headline: title,
        authors: ["Ana Kolar"],
        publisher: "BBC News",
        date: "2044-10-04",
        body: [14, 18],
        related: ["Ferry to replace old bridge", "Tarn refuses money"],
      },
    ],
    "a page title above the headline": [
      `${title} | Velm | The Tarn Guardian\n\nSkip to main content\n\n${title}\n\nPillars will not stand another flood, says mayor, as opponents promise to go to court\n\nAna Kolar in Velm\n\nTue 4 Oct 2044 10.15 BST\n\nLast modified on Wed 5 Oct 2044 11.00 BST\n\n${prose}`,
      { headline: title, publisher: "The Tarn Guardian", authors: ["Ana Kolar"], date: "2044-10-04", body: [15, 19] },
    ],
    "byline and date on one line, dateline without agency": [
      `EUROPE\n\n${title}\n\nBy ANA KOLAR OCT. 4, 2044\n\nVELM, Ardania — ${prose}\n\nPeter Lind contributed reporting from Tarn.\n\nA version of this article appears in print on October 5, 2044, on Page A6.`,
      {
        headline: title,
        authors: ["Ana Kolar"],
        date: "2044-10-04",
        cities: ["Velm"],
        body: [7, 11],
        credit: "Peter Lind contributed reporting from Tarn.",
        boilerplate: [[15, 15]],
      },
    ],
    "section and date on one line": [
      `World News | Oct 4, 2044 10:15am EDT\n\n${title}\n\nVELM | By Ana Kolar\n\n${prose}`,
      { headline: title, publisher: null, authors: ["Ana Kolar"], date: "2044-10-04", time: "10:15-04:00", body: [7, 11] },
    ],
    "an agency's page with a standfirst": [
      `4 Oct, 10:15\n\n${title}\n\nThe pillars will not stand another spring flood, the mayor said\n\nVELM, October 4. /TASS/. ${prose}`,
      { headline: title, date: null, agency: "TASS", cities: ["Velm"], body: [7, 11] },
    ],
    "agency without brackets": [`Velm. October 4. INTERFAX - ${prose}`, { agency: "INTERFAX", cities: ["Velm"], body: [1, 5] }],
    "agency behind the dash": [
      `МОСКВА, 4 окт - РИА Новости. Совет города Вельм в понедельник решил закрыть старый мост.`,
      { agency: "РИА Новости", cities: ["Москва"] },
    ],
    "agency with full stop and dash": [
      `Velm, 4 oct (EFE).- El concejo de Velm votó el lunes a favor de cerrar el viejo puente sobre el Arda.`,
      { agency: "EFE", cities: ["Velm"] },
    ],
    "source, date and editor on one line": [
      `${title}\n\nSource: Xinhua | 2044-10-04 10:15:20 | Editor: huaxia\n\nVELM, Oct. 4 (Xinhua) -- ${prose}`,
      { headline: title, publisher: "Xinhua", date: "2044-10-04", agency: "Xinhua", body: [5, 9] },
    ],
    "a date and a dash before the lead": [
      `October 4, 2044 - ${prose}`,
      { date: "2044-10-04", dateSource: "prefix", prefix: "October 4, 2044 - ", body: [1, 5] },
    ],
    "staff of an outlet": [
      `${title}\n\nBy Al Jazeera Staff\n\nPublished On 4 Oct 2044\n\n${prose}`,
      { authors: ["Al Jazeera Staff (organization)"], date: "2044-10-04" },
    ],
    "an organisation that no list knows": [
      `${title}\n\nBy [Il Ponte 24 Ore](#)\n\n4 October 2044\n\n**Il**  **Ponte 24 Ore**\n\n${prose}`,
      {
        byline: "Il Ponte 24 Ore",
        authors: ["Il Ponte 24 Ore (organization)"],
        publisher: "Il Ponte 24 Ore",
        publisherOrigin: "explicit",
        body: [9, 13],
      },
    ],
    "an outlet that the host shows": [
      `${title}\n\nBy Ana Kolar, Mada Velma\n\n4 October 2044\n\n${prose}\n\nhttps://www.madavelma.com/2044/10/04/bridge`,
      { authors: ["Ana Kolar"], publisher: "Mada Velma" },
    ],
    "an outlet that the body spells": [
      `${title}\n\n${prose}\n\nA spokesman told Ponte Insight that the ferry would come.\n\nhttps://www.ponteinsight.com/bridge`,
      { publisher: "Ponte Insight", publisherOrigin: "inferred" },
    ],
    "name, unknown outlet and date": [
      `${title}\n\nAna Kolar | Ponte | 4 October 2044\n\n${prose}`,
      { authors: ["Ana Kolar"], publisher: "Ponte", date: "2044-10-04" },
    ],
    "an opinion": [
      `OPINION\n\nWhy the Old Bridge Must Stay\n\nIlse Brandt\n\nOct 4, 2044\n\n${prose}`,
      { headline: "Why the Old Bridge Must Stay", authors: ["Ilse Brandt"], date: "2044-10-04", body: [9, 13] },
    ],
    "an update with bullet points": [
      `UPDATE 2-${title}\n\n* Mayor says decision could not wait\n* Opponents to go to court\n\nVELM, Oct 4 (Reuters) - ${prose}`,
      { headline: `UPDATE 2-${title}`, agency: "Reuters", body: [6, 10] },
    ],
    "a long appeal above": [
      `A Message from The Tarn Times:\n\nDear readers,\n\nWe are facing unprecedented challenges.\n\nThis is why we need your help.\n\nPlease, stand with us in this critical moment.\n\nContinue\n\n${title}\n\n${prose}`,
      {
        headline: title,
        headlineLine: 13,
        publisher: "The Tarn Times",
        publisherOrigin: "inferred",
        body: [15, 19],
        boilerplate: [[1, 11]],
      },
    ],
    "a long appeal below": [
      `${title}\n\n${prose}\n\n… we have a small favor to ask.\n\nAs you may have heard, The Tarn Times, an independent news source, has been unjustly branded as a "foreign agent" by the government.\n\nWe refuse to be silenced. But to continue our work, we need your help.\n\nYour support, no matter how small, makes a world of difference.\n\nContinue\n\nNot ready to support today?\nRemind me later.`,
      { headline: title, body: [3, 7], boilerplate: [[9, 20]] },
    ],
    "a broken lead is no standfirst": [
      `${title}\n\nBy Ana Kolar\n\nThe council of Velm voted on Monday to close the old bridge over the Arda after years of dispute,\n\n"which nobody regrets more than I do," the mayor said.`,
      { headline: title, body: [5, 7] },
    ],
    "a byline below the text": [`${title}\n\n${prose}\n\n— Ana Kolar`, { byline: "Ana Kolar", authors: ["Ana Kolar"], body: [3, 7] }],
    "HTML left over": [
      `<h1>${title}</h1>\n<p>By <b>Ana Kolar</b></p>\n<p>October 4, 2044</p>\n\n<p>The council of Velm voted on Monday to close the old bridge over the Arda.</p>`,
      { headline: title, authors: ["Ana Kolar"], date: "2044-10-04", body: [5, 5] },
    ],
    "all in one block": [
      `${title}\nBy Ana Kolar\nOctober 4, 2044\n${prose.replaceAll("\n\n", "\n")}\nOriginal url:\n<https://www.tarntimes.com/2044/10/04/x>`,
      { headline: title, authors: ["Ana Kolar"], date: "2044-10-04", body: [4, 6], urlLines: [7, 8], publisher: "Tarn Times" },
    ],
  });
});
