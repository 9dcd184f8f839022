/**
 * What a reporting verb takes: what is said with or without "that", only with "that", "to do" something, or a thing ("denied the
 * claim").
 */
export interface ReportingVerb {
  /** Said without "that": "said he would go". */
  readonly bare: boolean;
  /** Whom it is said to stands behind it: "told reporters", "warned the bank that". */
  readonly hearer: boolean;
  /** "vowed to fight". */
  readonly infinitive: boolean;
  /** "denied any part in it". */
  readonly thing: boolean;
  /** The form is a noun as well ("claims", "reports"): it needs "that", or a quotation. */
  readonly noun: boolean;
}

/** Lemma and forms, a verb a line; flags behind a slash: b bare, h hearer, i infinitive, t thing. */
const english = `
say says said saying /b
tell tells told telling /bh
add adds added adding /b
ask asks asked asking /h
reply replies replied replying /
answer answers answered /
respond responds responded /
note notes noted noting /
state states stated stating /
declare declares declared declaring /
announce announces announced announcing /
explain explains explained explaining /
claim claims claimed claiming /b
argue argues argued arguing /b
insist insists insisted insisting /b
maintain maintains maintained maintaining /b
assert asserts asserted asserting /
allege alleges alleged alleging /b
contend contends contended contending /b
believe believes believed /b
think thinks thought /b
hope hopes hoped /b
fear fears feared /b
warn warns warned warning /bh
predict predicts predicted predicting /b
estimate estimates estimated /b
suggest suggests suggested suggesting /b
admit admits admitted admitting /b
acknowledge acknowledges acknowledged acknowledging /b
concede concedes conceded conceding /b
confirm confirms confirmed confirming /b
deny denies denied denying /bt
reject rejects rejected /t
dismiss dismisses dismissed /t
report reports reported reporting /b
reveal reveals revealed revealing /
disclose discloses disclosed /
stress stresses stressed stressing /
emphasise emphasises emphasised emphasising /
emphasize emphasizes emphasized emphasizing /
underline underlines underlined underlining /
reiterate reiterates reiterated reiterating /
repeat repeats repeated repeating /
remark remarks remarked remarking /
observe observes observed /
comment comments commented /
complain complains complained complaining /b
conclude concludes concluded concluding /
recall recalls recalled recalling /
remember remembers remembered /
continue continues continued /
write writes wrote writing /
tweet tweets tweeted tweeting /
post posts posted posting /
testify testifies testified /
swear swears swore /
promise promises promised promising /bi
vow vows vowed vowing /i
pledge pledges pledged pledging /i
threaten threatens threatened /i
agree agrees agreed /
urge urges urged /h
demand demands demanded demanding /
caution cautions cautioned cautioning /bh
assure assures assured assuring /bh
remind reminds reminded /bh
inform informs informed /h
quip quips quipped /
joke joked jokes /
shout shouts shouted /
cry cried cries /
exclaim exclaims exclaimed /
whisper whispers whispered /
mutter mutters muttered /
boast boasts boasted /
lament laments lamented /
recount recounts recounted /
opine opines opined /
speculate speculates speculated /
accuse accuses accused /
describe describes described /
call calls called /
propose proposes proposed /
indicate indicates indicated /b
hint hints hinted hinting /
wonder wonders wondered wondering /
signal signals signalled signaled /
`;

/** Finite forms in other languages: in front of "that", a colon or a quotation, and behind one. */
const foreign = `
sagte sagt sagten erklärte erklärt erklärten betonte betont meinte meint kritisierte warnte warnt forderte fordert fügte berichtete berichtet behauptete behauptet versicherte kündigte schrieb schreibt teilte räumte bestätigte
déclaré dit affirmé ajouté expliqué estimé assuré indiqué précisé annoncé souligné confié lancé déclare affirme ajoute explique estime assure indique précise annonce souligne raconte
dijo dice afirmó afirma declaró declara aseguró asegura explicó explica añadió agregó señaló señala indicó sostuvo manifestó comentó advirtió anunció
disse diz afirmou afirma declarou explicou acrescentou garantiu ressaltou
detto dichiarato affermato spiegato aggiunto disse dichiara afferma spiega aggiunge
сказал сказала сказали говорит заявил заявила заявили заявляет сообщил сообщила сообщили сообщает отметил отметила отметили подчеркнул подчеркнула добавил добавила рассказал рассказала пояснил пояснила уточнил уточнила считает написал написала
zei zegt vertelde verklaarde powiedział powiedziała stwierdził dodał řekl řekla uvedl dodal sade säger uppger sa sier
`;

const nouns = new Set(
  "claims reports notes comments states charges remarks demands estimates hopes fears answers tweets posts calls signals replies boasts jokes hints thought report claim note comment state demand estimate hope fear answer warning saying reporting call post remark cry cries promise promises pledge pledges vow vows threat repeat complains proposes recalls stress".split(
    " ",
  ),
);

function table(): ReadonlyMap<string, ReportingVerb> {
  const verbs = new Map<string, ReportingVerb>();
  for (const line of english.trim().split("\n")) {
    const [forms = "", flags = ""] = line.split(" /");
    for (const form of forms.split(" ")) {
      verbs.set(form, {
        bare: flags.includes("b"),
        hearer: flags.includes("h"),
        infinitive: flags.includes("i"),
        thing: flags.includes("t"),
        noun: nouns.has(form),
      });
    }
  }
  for (const form of foreign.trim().split(/\s+/u)) {
    if (!verbs.has(form)) verbs.set(form, { bare: false, hearer: true, infinitive: false, thing: false, noun: false });
  }
  return verbs;
}

/** Verbs that report what somebody said, by their finite forms and participles in lower case. */
export const reportingVerbs: ReadonlyMap<string, ReportingVerb> = table();

/** Words that open what was said: "said that", "sagte, dass", "a dit que", "сказал, что". */
export const thatWords: ReadonlySet<string> = new Set("that dass daß que qu che что што".split(" "));

/** Words in front of whom something is told by: "according to", "laut", "selon", "según", "по словам". Each is one or two words. */
export const accordingTo: ReadonlySet<string> = new Set([
  "according to",
  "laut",
  "zufolge",
  "selon",
  "d’après",
  "d'après",
  "según",
  "segundo",
  "secondo",
  "по словам",
  "по данным",
  "volgens",
  "według",
  "enligt",
  "ifølge",
]);
