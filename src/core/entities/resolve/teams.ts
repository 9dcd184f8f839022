/** Cities and states that have a team in more than one of the big leagues, so that "Chicago" alone tells none of them. */
const homes = new Set(
  ("anaheim|arizona|atlanta|baltimore|boston|brooklyn|buffalo|calgary|california|carolina|charlotte|chicago|cincinnati|cleveland|colorado|columbus|dallas|denver|detroit|edmonton|florida|golden state|green bay|" +
    "hartford|houston|indiana|indianapolis|jacksonville|kansas city|la|las vegas|los angeles|memphis|miami|milwaukee|minnesota|montreal|nashville|new england|new jersey|new orleans|new york|oakland|" +
    "oklahoma city|orlando|ottawa|philadelphia|phoenix|pittsburgh|portland|sacramento|san antonio|san diego|san francisco|san jose|seattle|st louis|tampa bay|tennessee|texas|toronto|utah|vancouver|washington|winnipeg").split("|"),
);

const sports: readonly (readonly [sport: string, words: RegExp])[] = [
  ["basketball", /\b(?:basketball|NBA|rebounds|three-pointers?|free throws?)\b/giu],
  ["baseball", /\b(?:baseball|innings?|homer(?:s|ed)?|home runs?|pitch(?:er|ed)|shortstop|American League|National League)\b/giu],
  ["ice hockey", /\b(?:hockey|NHL|goalies?|power-play|Stanley Cup)\b/giu],
  ["american football", /\b(?:American football|NFL|touchdowns?|quarterbacks?|Super Bowl)\b/giu],
  ["soccer", /\b(?:soccer|MLS|midfielders?|goalkeepers?)\b/giu],
];
/** So much of an article is looked at, in UTF-16 code units. */
const reach = 20_000;

/**
 * The sport that at least three quarters of an article's words of sport speak of, between two offsets of `text`; null
 * where there is none.
 */
export function sportOf(text: string, from: number, to: number): string | null {
  const part = text.slice(from, Math.min(to, from + reach));
  const counts = sports.map(([sport, words]) => ({ sport, count: [...part.matchAll(words)].length }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return counts.find(({ count }) => count > 0 && count >= 0.75 * total)?.sport ?? null;
}

/**
 * The key of a team that has nothing but its city's name: another one in baseball than in basketball. Other
 * organisations keep their key.
 */
export function teamKey(key: string, sport: string): string {
  return homes.has(key) ? `${key} ${sport}` : key;
}
