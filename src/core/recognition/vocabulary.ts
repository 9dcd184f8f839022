const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ""));

/** Verbs of reported speech, in the forms that news uses, in the languages of large news agencies. */
export const reporting = words(`
  said says told announced confirmed denied reported reports warned urged pledged vowed condemned criticised criticized accused alleged insisted
  claimed stressed reiterated predicted declined testified
  sagte sagten erklärte erklärten teilte betonte berichtete berichteten kündigte warnte forderte bestätigte zufolge laut
  déclaré annoncé affirmé indiqué selon précisé rapporté estimé dénoncé assuré souligné ajouté confirmé expliqué
  dijo dijeron anunció afirmó aseguró señaló según informó declaró explicó indicó confirmó advirtió denunció agregó añadió
  detto dichiarato annunciato affermato spiegato secondo sottolineato riferito aggiunto confermato
  disse disseram anunciou afirmou segundo informou declarou explicou confirmou destacou
  zei zegt meldt meldde aldus volgens verklaarde kondigde bevestigde waarschuwde
  powiedział powiedziała poinformował poinformowała poinformowało według oświadczył dodał ogłosił podkreślił stwierdził zapowiedział
  сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили сообщает сообщило отметил отметила подчеркнул рассказал объявил подтвердил добавил
  сказав заявив заявила повідомив повідомила повідомили зазначив додав наголосив
  söyledi açıkladı belirtti bildirdi dedi duyurdu kaydetti ifade
  sade säger sa uppger enligt meddelade sier opplyser ifølge sagde siger oplyser
  řekl řekla uvedl uvedla oznámil podle mondta közölte szerint spus declarat anunțat potrivit
  قال قالت أعلن أعلنت صرح أضاف وأضاف وقال ذكرت أكد وأكد`);

/** What news is about and how it names it: offices, bodies, events, sums. */
export const publicAffairs = words(`
  president minister ministry ministers ministerial premier chancellor senator senators senate congressman congress lawmaker lawmakers parliament
  parliamentary government governments governmental governor mayor mayors ambassador ambassadors envoy diplomat diplomats diplomatic spokesman spokeswoman
  spokesperson official officials authorities police policeman officers prosecutor prosecutors court courts judge judges jury trial lawyer lawyers
  attorney arrested charged sentenced convicted detained jailed suspect suspects investigation investigators inquiry allegations scandal
  killed injured wounded attack attacks bombing explosion troops soldiers military army militants rebels ceasefire sanctions treaty summit
  talks negotiations election elections vote votes voters voted poll polls candidate candidates campaign opposition party coalition referendum
  protest protests protesters demonstrators strike union unions residents victims hospital crash earthquake flood floods storm wildfire evacuated
  percent pct bank banks shares stocks shareholders investors market markets profit profits revenue earnings quarter analysts inflation economy
  economic exports tariffs prices company companies firm chairman executive billion million bln mln dlrs dollars euros pounds budget
  deal merger acquisition bid unemployment workers jobs factory plant oil crude
  team coach league championship season match goal goals club striker defeated scored victory tournament cup olympic olympics
  scientists researchers nasa agency agencies commission council committee department federal national international nations kremlin
  nato un eu white house republican republicans democrat democrats democratic conservative labour
  regierung präsident minister polizei bundestag prozent millionen milliarden gericht staatsanwaltschaft behörden partei wahl ministerium
  gouvernement président ministre police millions milliards parlement tribunal élection autorités ministère
  gobierno presidente ministro policía millones elecciones autoridades tribunal ministerio partido
  governo ministro polizia milioni miliardi elezioni polícia milhões eleições presidenza tribunale
  regering politie miljoen procent rechtbank rząd prezydent premier policja milionów procent sąd wybory
  правительство президент министр премьер полиция миллионов миллиарда суд выборы парламент процентов тысяч области
  уряд міністр поліція мільйонів вибори hükümet cumhurbaşkanı bakanı polis milyon başbakan seçim
  regeringen statsminister polisen polisens miljoner myndigheter الرئيس الحكومة وزير الشرطة`);

/** Days of the week: news says "on Monday" where other texts give no day or a full date. */
export const weekdays = words(`
  monday tuesday wednesday thursday friday saturday sunday yesterday
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
  lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
  lunedì martedì mercoledì giovedì venerdì segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag poniedziałek wtorek środę czwartek piątek sobotę niedzielę
  понедельник вторник среду четверг пятницу субботу воскресенье понеділок вівторок середу п'ятницю суботу неділю
  pazartesi salı çarşamba perşembe cuma måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag`);

/** The commonest small words of the languages whose vocabularies stand here: a text with few of them is in another language. */
export const smallWords = words(`
  the of and to in a is that for on with as was at by from has have been it its be are were will not which who but
  der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an nach bei
  le la les des et du en un une est pour que qui dans sur au par il ne se pas avec ce
  el los las del y que por con una para su al se lo como más
  il di e che per del della un una non sono con dei nel alla è si
  o os as do da dos das em no na um uma para com que ao não por se foi é à
  de het een en van dat op te zijn voor met niet die aan er om
  w na z do się nie że i o jest to od przez po za dla oraz
  в и на с не что по для из за от к до о как это был его при
  у і та на з що до не за від для про які його
  ve bir bu için ile da de olarak daha en olan çok
  och att det som på är av för med den till inte ett om har
  og at det som på er af for med den til ikke en har et
  a az és hogy nem is egy meg v se na je že s z do o pro jako
  și în de la cu a pe nu care din`);

export const firstAndSecondPerson = words(`
  i me my mine myself you your yours yourself we us our ours i'm i've i'd i'll you're you've you'll we're we've let's
  ich mich mir mein meine du dich dir dein je j'ai moi mon ma mes tu te toi ton ta tes yo mi mis io mio mia ik mijn ja mnie мне меня мой моя ты тебя eu meu minha jag mig min`);

export const thirdPerson = words(`
  he she him her his hers himself herself er ihm ihn elle lui él ella egli lei gli он она его её ему ей неё него він вона його її jego jej mu ona hij hem haar`);

export const legalese = words(`
  hereby herein hereof hereto hereunder hereinafter thereof therein thereto thereunder notwithstanding licensee licensor lessee
  lessor sublicense indemnify indemnification warranties merchantability severability`);

export const softwareTerms = words(`
  software api apis npm github git install installed installation install version versions function functions parameter parameters argument arguments
  module modules library libraries package packages file files directory directories folder config configuration configure plugin plugins browser
  command commands script scripts code bug bugs fix fixed fixes string strings array arrays object objects boolean integer callback compiler compile
  javascript typescript python java html css json xml yaml http https url server client runtime option options default defaults
  usage syntax variable variables method methods class classes return returns instance interface debug dependency dependencies release deprecated
  repository docker linux unix windows debian header headers byte bytes encoding parser parse user users node value values key keys type types
  lib src kernel upstream makefile binary executable stdout stderr`);

export const scholarly = words(`
  abstract introduction conclusion conclusions hypothesis hypotheses methodology theorem lemma proof corollary dataset datasets et al algorithm
  algorithms empirical empirically participants coefficient regression propose proposed novel framework literature experiments experimental
  baseline baselines evaluate evaluated model models parameter theoretical equation`);

export const cookery = words(`
  tbsp tsp teaspoon teaspoons tablespoon tablespoons preheat oven whisk simmer stir onion garlic butter flour sugar bake chopped minced saucepan skillet serves servings ingredients`);
