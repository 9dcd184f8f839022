import type { Word } from "./words";

/** What a language other than English shows its names by. All words in lower case. */
export interface NameLanguage {
  /** For `Intl.DisplayNames`. */
  readonly code: string;
  /** Small words by which a text is known to be of the language, and which are no names where a sentence begins. */
  readonly common: ReadonlySet<string>;
  /** Offices and forms of address that stand before a person's name. */
  readonly titles: ReadonlySet<string>;
  readonly sayings: ReadonlySet<string>;
  /** Prepositions behind which a lone name is a place more often than not. */
  readonly locatives: ReadonlySet<string>;
  /** Words that organisations' names begin with, or hold. */
  readonly bodies: ReadonlySet<string>;
  /** Endings of one-word organisations: "Handelsbank". */
  readonly bodyEnds: RegExp | null;
  /** Small words inside names. */
  readonly joints: ReadonlySet<string>;
  /** Cities and regions that the language spells its own way. */
  readonly places: ReadonlySet<string>;
  /** Every noun has a capital. */
  readonly hasCapitalNouns: boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const german: NameLanguage = {
  code: "de",
  common: set(
    "der die das und ist nicht ein eine einen einem einer des dem den von mit für auf im zu zur zum sich auch an als bei nach aus er sie es wir ich war wird werden wurde hat haben über noch wie nur oder aber vor bis durch in am dass sein seine ihre ihr kein keine diese dieser dieses doch so um unter wenn mehr alle man kann soll heute gestern",
  ),
  titles: set(
    "herr frau dr dr. prof. professor präsident präsidentin bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin minister ministerin außenminister außenministerin innenminister innenministerin finanzminister finanzministerin verteidigungsminister wirtschaftsminister premierminister premierministerin ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin oberbürgermeister sprecher sprecherin pressesprecher regierungssprecher trainer chef chefin vorsitzender vorsitzende parteichef parteichefin könig königin papst bischof kardinal richter richterin senator senatorin general botschafter generalsekretär direktor direktorin autor autorin sänger sängerin schauspieler schauspielerin ehefrau ehemann sohn tochter bruder schwester",
  ),
  sayings: set(
    "sagte sagt erklärte erklärt teilte betonte meinte kritisierte forderte schrieb schreibt warnte ergänzte fügte behauptete lobte berichtete",
  ),
  locatives: set("in nach aus bei um"),
  bodies: set(
    "ministerium universität institut partei bank bundesbank gericht bundesgericht bundestag bundesrat bundeswehr europäische europäischen verband gesellschaft kommission rat agentur union kammer akademie gewerkschaft verein fc sv vfb vfl borussia eintracht deutsche vereinten internationale internationalen",
  ),
  bodyEnds: /(?:bank|partei|ministerium|universität|institut|gericht|verband|amt|gesellschaft|kammer|gewerkschaft)$/,
  joints: set("von van der den zu zur de la du di und für des"),
  places: set(
    "moskau peking rom paris wien prag warschau brüssel athen lissabon kopenhagen genf zürich mailand venedig neapel florenz turin kairo jerusalem teheran tokio belgrad bukarest kiew münchen köln nürnberg hannover bayern sachsen hessen thüringen brandenburg niedersachsen nordrhein-westfalen europa asien afrika amerika nordamerika südamerika lateinamerika antarktis deutschland österreich schweiz großbritannien england schottland frankreich russland krim rhein donau elbe alpen nordsee ostsee mittelmeer atlantik pazifik kalifornien washington london berlin hamburg",
  ),
  hasCapitalNouns: true,
};
const french: NameLanguage = {
  code: "fr",
  common: set(
    "le la les de des du un une et est dans que qui pour pas sur au aux avec par plus ce cette ces il elle ils elles on nous vous je son sa ses leur leurs mais ou où ne se sont été être avait avoir comme tout tous après avant selon entre sans sous depuis lors ainsi alors aussi même en à",
  ),
  titles: set(
    "m. mme mlle me dr président présidente ministre premier première chancelier chancelière roi reine pape cardinal évêque maire sénateur sénatrice député députée général colonel capitaine juge procureur avocat porte-parole directeur directrice secrétaire entraîneur professeur ambassadeur gouverneur",
  ),
  sayings: set(
    "déclaré dit affirmé expliqué annoncé estimé précisé ajouté souligné indiqué assuré déclare affirme explique estime précise ajoute",
  ),
  locatives: set("à en vers"),
  bodies: set(
    "ministère université institut parti banque cour conseil assemblée union commission agence société fédération confédération association académie organisation tribunal syndicat comité front mouvement groupe compagnie hôpital",
  ),
  bodyEnds: null,
  joints: set("de du des la le les d' et l' pour en sur"),
  places: set(
    "londres moscou pékin rome vienne prague varsovie bruxelles athènes lisbonne copenhague genève zurich milan venise naples florence turin le-caire jérusalem téhéran belgrade bucarest kiev munich cologne europe asie afrique amérique bretagne normandie provence écosse angleterre californie washington berlin paris crimée méditerranée atlantique pacifique alpes seine",
  ),
  hasCapitalNouns: false,
};
const spanish: NameLanguage = {
  code: "es",
  common: set(
    "el la los las de del y en que a un una es por con no para se su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos esto fue era ha han según tras",
  ),
  titles: set(
    "señor señora sr sr. sra sra. don doña doctor doctora presidente presidenta expresidente ministro ministra primer canciller rey reina papa cardenal obispo alcalde alcaldesa senador senadora diputado diputada general coronel capitán juez jueza fiscal abogado portavoz director directora secretario secretaria entrenador profesor embajador gobernador gobernadora",
  ),
  sayings: set("dijo dice afirmó aseguró explicó declaró señaló anunció añadió indicó sostuvo advirtió agregó manifestó"),
  locatives: set("en hacia"),
  bodies: set(
    "ministerio universidad instituto partido banco corte tribunal consejo asamblea unión comisión agencia sociedad federación confederación asociación academia organización sindicato comité frente movimiento grupo compañía hospital congreso senado real club fundación fiscalía",
  ),
  bodyEnds: null,
  joints: set("de del la las los y el e"),
  places: set(
    "londres moscú pekín roma viena praga varsovia bruselas atenas lisboa copenhague ginebra zúrich milán venecia nápoles florencia turín jerusalén teherán belgrado bucarest kiev múnich colonia europa asia áfrica américa cataluña andalucía galicia escocia inglaterra california washington nueva-york berlín parís madrid crimea mediterráneo atlántico pacífico alpes",
  ),
  hasCapitalNouns: false,
};
const portuguese: NameLanguage = {
  code: "pt",
  common: set(
    "o a os as de do da dos das e em que um uma é por com não para se seu sua ao no na nos nas mais mas como foi ser tem são também entre quando muito sem sobre até já ele ela eles isso esta este esse pelo pela pelos pelas após segundo depois ou está vai ontem hoje",
  ),
  titles: set(
    "senhor senhora sr. sra. dom doutor doutora presidente ex-presidente ministro ministra primeiro primeira chanceler rei rainha papa cardeal bispo prefeito prefeita senador senadora deputado deputada general coronel capitão juiz juíza promotor advogado porta-voz diretor diretora secretário secretária treinador professor embaixador governador governadora",
  ),
  sayings: set("disse diz afirmou explicou declarou anunciou acrescentou destacou alertou escreveu"),
  locatives: set("em no na"),
  bodies: set(
    "ministério universidade instituto partido banco corte tribunal conselho assembleia união comissão agência sociedade federação confederação associação academia organização sindicato comitê comité frente movimento grupo companhia hospital congresso senado clube fundação polícia",
  ),
  bodyEnds: null,
  joints: set("de do da dos das e d'"),
  places: set(
    "londres moscou moscovo pequim roma viena praga varsóvia bruxelas atenas lisboa copenhague genebra zurique milão veneza nápoles florença turim jerusalém teerã belgrado bucareste kiev munique colônia europa ásia áfrica américa escócia inglaterra califórnia washington nova-york berlim paris crimeia mediterrâneo atlântico pacífico alpes",
  ),
  hasCapitalNouns: false,
};
const russian: NameLanguage = {
  code: "ru",
  common: set(
    "и в на не что с по это как он но к у из за от о же для так его все она они мы вы было был была были быть бы то а или если когда при до уже со только во чтобы который которые которая которого этого также после может более год года году том тем над под об через между",
  ),
  titles: set(
    "президент президента президентом президенту министр министра министром премьер премьер-министр премьер-министра канцлер канцлера король короля королева папа патриарх кардинал мэр мэра губернатор губернатора сенатор депутат депутата генерал генерала полковник судья судьи прокурор адвокат директор директора глава главы лидер лидера посол секретарь секретаря тренер профессор профессора господин госпожа писатель певец актёр актер режиссёр",
  ),
  sayings: set(
    "сказал сказала заявил заявила сообщил сообщила отметил отметила подчеркнул добавил добавила считает рассказал рассказала пояснил написал объяснил",
  ),
  locatives: set("в из на"),
  bodies: set(
    "министерство министерства университет университета институт института партия партии банк банка суд суда совет совета союз союза комиссия комиссии агентство компания комитет комитета фонд фонда дума думы академия федерация организация корпорация клуб",
  ),
  bodyEnds: null,
  joints: set("и де ла фон ван аль ди"),
  places: set(
    "москва лондон париж рим вена прага варшава брюссель афины лиссабон женева цюрих милан венеция неаполь иерусалим тегеран белград бухарест киев мюнхен европа азия африка америка шотландия англия калифорния вашингтон берлин пекин токио крым сибирь петербург санкт-петербург нью-йорк кремль дамаск сирия сша фрг оаэ кнр рф великобритания техас колорадо флорида онтарио торонто пекин шанхай гонконг тайвань",
  ),
  hasCapitalNouns: false,
};

const languages: readonly NameLanguage[] = [german, french, spanish, portuguese, russian];
const english = set(
  "the of and to in a is that for it was on with as by at from be are this his her an had has have not but were which said he she they their its will would who or we been",
);

/** At least this share of a text's small words are those of its language, and at least twice as many as English ones. */
const fewestShare = 0.2;
const fewestWords = 4;
/** So many small words tell the language of any text. */
const enough = 300;

/** The language that a text's small words show; null for English, for one that is not known here, and where they are too few. */
export function languageOf(words: readonly Word[]): NameLanguage | null {
  let small = 0;
  let ofEnglish = 0;
  const counts = new Uint32Array(languages.length);
  for (const { lower, mayName, isAlphabetic } of words) {
    if (mayName || (!isAlphabetic && !/^\p{L}/u.test(lower))) continue;
    if (++small > enough) break;
    if (english.has(lower)) ofEnglish++;
    for (let at = 0; at < languages.length; at++) if (languages[at]?.common.has(lower) === true) counts[at] = (counts[at] ?? 0) + 1;
  }
  let best = 0;
  for (let at = 1; at < counts.length; at++) if ((counts[at] ?? 0) > (counts[best] ?? 0)) best = at;
  const most = counts[best] ?? 0;
  return most >= fewestWords && most >= fewestShare * small && most > 2 * ofEnglish ? (languages[best] ?? null) : null;
}
