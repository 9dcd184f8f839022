/** A ferry that does not sail, and what is said of it: copies, other words, hostile words, and nobody who is named. */
const article = (title: string, outlet: string, date: string, ...paragraphs: readonly string[]): string =>
  `${title}\n\nBy Quillen Abery\n\n${date}\n\n**${outlet}**\n\n${paragraphs.join("\n\n")}\n`;

const wire = [
  "PORT AMSEL — Mayor Ilse Marden opened the new pier on Monday, four years after a storm had damaged the old one and closed the terminal to all traffic.",
  "“The ferry will sail to Lissen before the end of May,” Marden told reporters. “We have waited for it long enough, and nobody will wait another summer.”",
  "The work cost 2.4 million crowns, twice as much as the council had expected when it asked the shipyard in Korvat for an offer three years ago.",
];

export const quotationFiles = {
  "courier.txt": article("Pier Opened at Port Amsel", "The Lissen Courier", "May 3, 2021", ...wire),
  "herald.txt": article("Mayor Opens Pier", "Korvat Herald", "May 4, 2021", ...wire, "The ferry was built in Korvat."),
  "tribune.txt": article(
    "Ferry Is Late Again",
    "Port Amsel Tribune",
    "June 9, 2021",
    "The ferry between Port Amsel and Lissen is still in the yard, and travellers take the coastal road.",
    "“The ferry will sail to Lissen before the end of June,” Ilse Marden had said in May, and the shipyard at Korvat promised the same.",
    "A harbour spokesman said that the engine had to be replaced. Opposition leader Tobias Kern said Marden had broken her promise to the town.",
  ),
  "post.txt": article(
    "Shipyard Blames Its Supplier",
    "Stenna Post",
    "July 1, 2021",
    "The shipyard in Korvat has blamed a supplier for the delay of the ferry, which was to sail from Port Amsel in May.",
    "“[Click me](command:evil) <img src=x> the engine arrived broken,” Tobias Kern said on Thursday in Stenna after a visit to the yard.",
  ),
};
