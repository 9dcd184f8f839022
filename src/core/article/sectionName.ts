const kinds = "breaking ,world ,latest ,local ,national ,international ,top ,business ,sport ,sports ,us ,uk ,u.s. ,".split(",");

/** In lower case. A set, for a pattern of so many words in any case takes milliseconds to compile. */
const sections = new Set([
  ...kinds.flatMap((kind) => [`${kind}news`, `${kind}stories`, `${kind}headlines`]),
  ...(
    "world,politics,business,sport,sports,opinion,opinions,culture,arts,science,health,technology,tech,travel,lifestyle,economy,economics,finance,market,markets,money,entertainment,environment,climate," +
    "education,society,life,feature,features,analysis,comment,commentary,editorial,editorials,letters,column,columns,columnist,columnists,blog,blogs,exclusive,interview,investigation,investigations,magazine," +
    "obituary,obituaries,weather,video,photos,in pictures,live,breaking,update,europe,asia,africa,america,americas,middle east,russia,ukraine,china,us,uk,usa,home,front page,regional,nation,national,local," +
    "international,crime,law,courts,energy,media,people,special report,long read,explainer,factcheck,fact check,новости,политика,экономика,общество,мир,politik,wirtschaft,kultur,welt,monde,politique,économie," +
    "mundo,política,economía,deportes"
  ).split(","),
]);

/** The edition of a paper, as exports of archives name it: "Final Edition", "Late City Edition". */
const edition =
  /^(?:(?:final|late|early|first|second|third|last|city|national|main|metro|home|weekend|morning|evening|international|online|print|web|regional|london|european|asian|us|u\.s\.|uk|(?:mon|tues|wednes|thurs|fri|satur|sun)day) ){1,3}edition$/i;
const mark = /\s?[|»›/].{0,24}$/;

/** Whether a text is a section's name or another kicker ("WORLD", "Politics |", "Breaking News"), not a headline. */
export function isSectionName(text: string): boolean {
  return text.length <= 60 && (sections.has(text.toLowerCase().replace(mark, "")) || edition.test(text));
}
