import type { MentionType } from "../mention";

/** Nouns that say what somebody is: offices, professions, kin. Singular, lower case; some name things as well ("neighbour", "power"). */
const personHeads: ReadonlySet<string> = new Set(
  `president vice-president premier minister secretary chancellor general chief leader head boss envoy ambassador diplomat emissary consul spokesman spokeswoman spokesperson aide adviser advisor
  director chairman chairwoman chairperson chair chairwoman executive officer manager founder co-founder owner partner investor shareholder banker economist analyst strategist trader broker consultant
  senator congressman congresswoman lawmaker legislator deputy governor mayor councillor councilor commissioner speaker candidate nominee contender challenger rival incumbent politician statesman
  king queen prince princess duke emir sultan sheikh ruler monarch pope cardinal archbishop bishop priest rabbi imam cleric mufti ayatollah monk nun pastor reverend
  colonel lieutenant captain major sergeant admiral commander commandant marshal brigadier general soldier officer warlord militant rebel insurgent guerrilla gunman bomber fighter
  judge justice lawyer attorney prosecutor solicitor barrister counsel magistrate detective inspector superintendent sheriff policeman investigator inspector
  professor lecturer scientist researcher historian scholar academic physicist chemist biologist astronomer engineer doctor surgeon physician nurse epidemiologist virologist psychologist expert specialist student teacher dean rector provost principal
  writer author novelist poet journalist reporter correspondent editor columnist publisher critic broadcaster presenter anchor blogger photographer director producer actor actress singer musician composer conductor artist painter sculptor architect designer dancer comedian
  coach trainer striker midfielder defender goalkeeper forward winger batsman bowler pitcher quarterback player captain champion runner swimmer cyclist driver jockey athlete golfer boxer skipper referee umpire winner runner-up
  activist campaigner dissident defector negotiator mediator delegate representative observer monitor inspector organiser organizer official bureaucrat functionary member veteran survivor victim witness suspect defendant plaintiff convict prisoner hostage refugee
  treasurer auditor accountant comptroller controller ombudsman registrar curator librarian archivist caretaker landlord vet pharmacist paramedic firefighter coroner notary statistician linguist theologian philosopher clerk hydrologist agronomist statesman trustee steward patron heir prefect intendant
  administrator operator lobbyist protester demonstrator filmmaker screenwriter playwright cartoonist guitarist bassist saxophonist drummer soloist tenor soprano
  teenager schoolgirl schoolboy pensioner housewife chef cook butcher baker barber tailor carpenter electrician plumber mechanic welder shepherd herder vendor waiter waitress hotelier headmaster headmistress headteacher tutor warden ranger constable inventor programmer undersecretary translator interpreter
  sprinter spinner seamer hurdler rower rider climber skier snowboarder wrestler swimmer skater weightlifter archer fencer paddler bowler mp mep mla msp td
  farmer fisherman worker miner driver pilot astronaut cosmonaut sailor resident neighbour neighbor villager shopkeeper businessman businesswoman entrepreneur tycoon billionaire millionaire industrialist magnate oligarch financier
  father mother son daughter brother sister wife husband widow cousin uncle aunt nephew niece grandson granddaughter friend colleague ally backer supporter opponent enemy successor predecessor`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);

/** Nouns that say what a body, a place or an event is. */
const thingHeads: ReadonlySet<string> = new Set(
  `agency newspaper daily weekly magazine tabloid channel network station broadcaster website portal publisher
  company firm group conglomerate maker carmaker automaker manufacturer producer supplier retailer airline carrier operator bank lender insurer broker brokerage fund exchange bourse developer builder contractor refinery utility startup start-up chain brand unit subsidiary parent
  party coalition alliance bloc movement faction front opposition union federation association league club team side organisation organization institution institute body council committee commission panel watchdog regulator authority charity foundation
  thinktank think-tank nonprofit ministry department service force army militia court tribunal parliament legislature assembly chamber government administration university school college hospital church mosque museum
  country nation state republic kingdom power superpower neighbour capital city town village suburb district province region county territory island archipelago port river lake mountain peninsula border enclave stronghold bastion base camp airport dam
  conference summit meeting talks ceremony festival championship tournament election referendum treaty accord agreement war battle operation`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);

/** Lower-case words that stand between a determiner and such a noun: fields of office, ranks, kinds. */
export const roleModifiers: ReadonlySet<string> = new Set(
  `former acting interim deputy vice senior junior chief executive operating shadow assistant associate honorary outgoing incoming newly-elected elected longtime veteran top leading main key prominent influential powerful late ex
  state news television radio press media foreign defense defence interior finance trade economy economic economics environment health education justice labor labour agriculture transport energy oil gas security intelligence police army military navy air
  human rights peace special political financial legal scientific medical general national federal regional provincial local municipal central public private independent opposition ruling rebel government party union team club company industry business
  research policy market investment bank banking currency equity senior portfolio fund technology science space weather climate election campaign women opposition resistance liberation separatist nationalist socialist communist liberal conservative democratic republican
  board council committee commission parliamentary presidential congressional royal papal ministerial diplomatic nuclear chemical counter-terrorism anti-corruption aid relief charity church parish
  head lead managing founding presiding sole first second third great small large big biggest largest oldest youngest new old young northern southern eastern western north south east west coastal mountainous remote port border holy ancient industrial
  younger elder older eldest youngest twin half surviving estranged
  star world olympic tennis football soccer rugby cricket basketball baseball hockey golf cycling racing boxing swimming film theatre theater rock pop jazz folk opera literary water river dam rail railway road mining steel car auto airline insurance property real estate retail food drug pharmaceutical software internet`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);

/** The singular of a role noun's regular plural; the word itself else. */
export function singular(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x)es$/u.test(word)) return word.slice(0, -2);
  if (word.endsWith("men")) return `${word.slice(0, -3)}man`;
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** Endings that make a noun for who does something: "pianist", "geologist", "policewoman", "mathematician". */
const profession =
  /^[a-z-]+(?:ologist|ographer|onomer|ianist|inist|ellist|urgist|entist|herapist|otanist|ematician|itician|ysician|tician|woman)$/u;

/** Offices of two words that a hyphen joins are offices by the second: "secretary-general", "editor-in-chief", "player-coach". */
const joinedHeads =
  /^[a-z-]+-(general|president|minister|secretary|chief|chairman|editor|coach|manager|director|governor|commissioner|superintendent|captain)$/u;

/** The noun in lower case, without what says that it was, or is half, an office: "mayor" of "ex-mayor". */
function plainHead(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s$/u, "")
    .replace(/^(?:ex|co|vice|deputy)-/u, "")
    .replace(joinedHeads, "$1");
}

/** Whether the word, in any case or number, is a role noun. */
export function isRoleHead(word: string): boolean {
  const lower = plainHead(word);
  const one = singular(lower);
  return personHeads.has(lower) || personHeads.has(one) || thingHeads.has(lower) || thingHeads.has(one) || profession.test(one);
}

/** What only an event is. */
const occasions =
  /^(?:conference|summit|meeting|talks|ceremony|festival|championship|tournament|election|referendum|treaty|accord|agreement|war|battle|operation)s?$/;

/** Nouns for persons that places and bodies are called as well. */
const bothHeads =
  /^(?:leader|owner|partner|investor|shareholder|broker|trader|sponsor|candidate|nominee|contender|challenger|rival|fighter|champion|winner|runner-up|member|mediator|observer|monitor|trustee|patron|heir|neighbou?r|ally|backer|supporter|opponent|enemy|friend|successor|predecessor|underwriter|publisher|broadcaster|critic|witness|defendant|plaintiff|adviser|advisor|consultant|organi[sz]er|miner|designer|manager|founder|co-founder|expert|specialist|survivor|victim|host|head|chief)$/;

/**
 * Whether a phrase with this noun can say what a bearer of the type is: a person is no dam, one person no "executives", a ministry no
 * conference.
 */
export function suits(head: string, type: MentionType): boolean {
  const lower = plainHead(head);
  if (type !== "PER") {
    const one = singular(lower);
    return (
      type === "EVENT" ||
      (!occasions.test(lower) &&
        (thingHeads.has(lower) || thingHeads.has(one) || bothHeads.test(lower) || bothHeads.test(one) || !personHeads.has(one)))
    );
  }
  return personHeads.has(lower) || (profession.test(lower) && singular(lower) === lower);
}
