/**
 * English words that are formed otherwise than by rule, as scripts/train/data/englishForms.ts wrote them. Each group begins with how its
 * words' bases are made ("-2e": two letters less, then an e; "=": the word is its own; several by commas) and a colon.
 */
export const englishForms = `
-1:abraded acceded accentuated ached aches acquired actuated acuter adhered adieus adored adverser aeries afties agreed aided alibis
alleged aloes ambuscaded ampler anted antiquated antis aquaplaned arisen assuaged astuter atoned attached attenuated attuned aunties
austerer avalanches awed axed backaches backhoes baddies banzais barbies barramundis barred barricaded basted bathed battleaxes
bayous beanies beaus beguiled belied belies belled bellyached bellyaches besieged bickies biggies bikinis bikkies biodegraded birdied
birdies bis blasphemed blinis blockaded blown bluer bogies boogied boogies bookies borzois bouillabaisses bouzoukis brasseries braver
breathed brickies brioches brittler brocaded brownies browsed brusquer budgies bureaus bureaux burnt butted buttonholed cached caches
caddied caddies cajoled calamaris calories cannonaded canoed canoes cardies caribous cascaded casseroled causeries centrifuged
chapatis chapattis chapeaus chaperoned charlies chaster chateaus chichis chis choicer cliched cliches cloches closer clothed coarser
coccis cohered collapsed collies colonnaded commies communed compered competed completed completer composited conchies conciser
concreted condoned contravened convened convulsed cooeed cookies coolies cooties coquetted corgis corries corroboreed corroded
cossies coteries cowries coypus cozzies crappier crappies creches creosoted crevasses cruder crusaded curies cuties daguerreotyped
daiquiris darkies dashikis dealt decreed defamed deleted delis deluged demitasses demoted denser depleted deplored dethroned dhotis
died direr discommoded dissuaded divorceed doggoner dogies douched douches downgraded dowsed drawn dreamt driven drowsed druggies
dyed dynamited earaches eclipsed ecus eerier effectuated effendis elapsed eloped emceed emojis emoted emus encoded encored enfiladed
enplaned enquired enthroned enveloped equated eroded escaped escapeed euchred evacuated evaded evaluated eventuated excited excreted
exhaled expedited exploded explored extenuated extradited extremer eyed faeries falser falsies feebler fiches fichus fickler fiercer
filigreed finessed finesses floes fluctuated foes foodies footnoted footsies foreboded forenamed foreseen foretasted forgiven
fragiler franchiseed freebies freed freer fricasseed fuseed gaffed gamer gangrened garnisheed garroted gaucher gauged gazetted geed
genies gentler geocached geocaches gillies given glimpsed gnus goalies gouaches gouged graduated graver greenies grilled gripped
groupies grown gruesomer guaranis guaranteed guided gumshoed gumshoes gurus habituated hajjis haler hammertoes handsomer hassled
hasted headaches heard heartaches hibachis hied hoagies hoarser hoed hoes hogtied hogties hoodies horded horseshoed horseshoes
hotties houris huaraches hydroplaned ignited ignored impaled impasses impeded imploded implored importuned impromptus impulsed
impurer inaner incommoded indies indited individuated infatuated inflamed inhered inquired insinuated intenser interceded interfered
interloped intervened invaded invited inviteed jackknifed jalousies jawboned junkier junkies kelpies kepis keynoted khakis kiddies
kiwis kneed known kudzus kylies laddies lambasted lamer lanais landaus landscaped lapsed larger lassies lathed leant leapt learnt
leis licenseed lied litchis lither littler loathed louvred luaus lulus macaronis magpies maharanis maharishis manoeuvred marabous
mariachis marinaded martinis mas masqueraded matted maturer maxis meant med megaphoned menageries menstruated menus midis midwifed
milieus minis minuter misguided misnamed misquoted misshaped mistaken mortgageed mossies moussed mousses moustached moustaches movies
mown mozzies muftis munchies mus mustached mustaches muter muumuus naiver neckties newbies nicer niches nicknamed nighties nimbler
nobler nuder nus obis obliged oboes obscener obscurer obsoleted obtuser okapis oldies opaquer outgrown outmanoeuvred outscored
outvoted overawed overexcited overseen overshoes overtaken overthrown owed paler panties paraded paroled paroleed parvenus pas passed
passes pasted pastiches patisseries pedigreed peed pepperonis perpetuated persevered persuaded pervaded phis pied pigeonholed pinkies
pinstriped pirouetted pis pixies plateaus plateaux pokies poleaxed poleaxes politer pollies pomaded portmanteaus posses posties
postponed potholed potpies potpourris prairies preceded preciser preemies premiered pressies prezzies privater privileged profaned
promenaded promoted proselyted proven psis psyched pulsed punctuated pureed purer purlieus purpler quaked quiches quickies quoted
rabbis rarer raviolis reacquired rebuked redyed refereed remoter renegaded reneged repleted required requited resoled retaken
retrograded revered reveries rifer riposted risen roadies roes rookies rotisseries rouged routed ruder sadhus safaris safer sager
salamis samurais sandshoes saner saris sarnies satellited savager sawn scarcer screed scythed seceded secreted securer sedater seen
seethed seined selfies sellotaped semaphored semis sepulchred serenaded serener serer severed sewn shaken shanghais sharpies sheathed
shes shoes shopped shown sickies sideswiped silhouetted simpler situated skis sloes smoothies snafus snider snowshoed snowshoes
soothed sorer sortied sorties sous sown sparer sparser spoilt spreed sprucer squared squarer squeegeed squired stabler staler
stampeded stepped stereotyped stockaded stogies stomachaches striven stymied stymies suaver sublimer subtler suited sunbathed
superannuated superseded supervened suppler surer svelter swamis swathed sweeties taken talkier talkies tasted tatamis taus taxis
techies teed teethed telephoned telescoped tenser terser thous throes thrown tied tiptoed tiptoes tiramisus tithed toed toes
toothaches tootsies touched toughies tousled townies traipsed tranches treed triaged trouped truckies truer tsunamis tussled tuttis
tutus unchaster underlies underscored undertaken uniquer unriper unsafer untruer unwiser upgraded urbaner vaguer valuated veggies
videotaped vied vignetted viler vouchsafed voyaged wadis walleyed wapitis wasted wedgies weenier weenies weer weirdies welcomed
westies wheelies wholesaled wider wienies wikis winsomer wiser withdrawn withed woes wrasses wreathed writhed xis yer yetis yogis
yoked yous yuppies zebus zombies zucchinis
-2:abacuses abrupter absurder acanthuses acrider acropolises acutest added adversest airbuses aliased aliases alibied alkalies
amaryllises amplest ancienter aniseed anuses apparatuses arbutuses arced arrases astutest atlases augured auguster austerest
awkwarder balder ballses banged bankrolled barrener bathes beaten bedeviled been beggared belonged biased biases bitterer blackballed
blacker blander blanker bleaker bleated blintzes blithest blitzed blitzes blonder bluest blunter bolder bolivares boluses bonged
bonuses boomeranged boycotted brasher bravest breathes brighter brisker brittlest broader brontosauruses browner brusquest bulletined
bunged burred bused buses buzzed calendared calloused callouses callower callused calluses calmer campuses cannabises canvased
canvases catcalled caucused caucuses caviled censused censuses chagrined chastest cheaper cheated chicer chiefer chilies choicest
chorused choruses chrysalises circuses citruses clanged clearer clematises cleverer clevises clitorises closest coarsest coffined
colder coleuses collared colones combated compacter completest concisest consed consensuses conses conspectuses coronaviruses corpses
correcter corrupter cosmoses coyer crappiest crasser crisper crocuses crookeder crudest crueler cunninger curter cuter dafter daises
danged danker dapperer darker darneder dded deader deafer dearer debuted deeper defeated defter demurer densest deviled devouter
dinged dinguses direst discreeter discuses ditzes divinest doggonest done donged dourer dozes droller drunker duller dumber dunged
eagerer eaten ebbed eeriest egged elevenses entreated epidermises epiglottises erred ersatzes estruses eucalyptuses evener eviler
exacter exoduses extremest eyeballed fainer fainter fairer fallen falsest fanged faster fayer feeblest feller fetuses fewer ficklest
fiercest finises firmer fizzed flambeed fleeter flusher focused focuses fonder forestalled forgone fouler fracases fragilest frailer
franker freest fresher frizzed futzed futzes fuzzed gamest ganged gases gauchest gaunter gayer geneses geniuses gentlest glaceed
glandes glottises goldener gone gonged grampuses grander gravest grayer greater greener greyer grosser gruesomest gruffer haggises
hajjes halest handsomest hanged harder harsher headbutted heated hiatuses hibiscuses higher hippopotamuses hoarsest hollower huger
humaner humblest hypothesises iambuses ibises ides idlest ignoramuses imperiled impetuses impurest inanest inced incubuses installed
intensest intravenouses invalided irises isthmuses jaggeder jazzed junkiest juster keener kibbutzes kibitzed kibitzes kinder klutzes
kohlrabies lamest lanker largest lathes lavisher laxer leaner lefter lenses lewder liefer lightninged limper lithest littlest loathes
longed lorises lotuses louder lusher madrases maltreated mandamuses mantises marquises maturest meaner meed meeker megalopolises
mellower metastasises metropolises milder minibuses minuses minutest miscalled misspelled missuses mistreated moister mortared
mothballed munged murmured mutest mynahes naffer naivest narrower nautiluses nearer neater necropolises newer nexuses nicest nigher
nimblest noblest nonpluses nudest obscenest obscurest obtusest octopuses odder oestruses oftener older omnibuses onuses opaquest
opuses orrises overemphasises overfilled overheated oxen palest pancreases parenthesises pareses paterfamiliases pelvises penciled
penises perfecter periled perter photosynthesises pillared pinged pinker plainer plateaued platypuses pleated plexuses plumper pluses
plusher politest ponged poorer portcullises posher pranged precisest preheated pres privatest proboscises profounder pronged properer
prospectuses prouder psychoses pubes punker purest purplest purred putted putzes pwned pyramided quadricepses quainter queerer
quicker quieter quietuses raggeder ranker rapider rarest rawer razzed realer recenter redone rehanged rehearsed reinstalled remotest
rendezvoused rendezvouses reorged repeated respelled retroviruses rhesuses rhinoceroses rhinoviruses rhombuses richer rifest righter
riper robocalled robuster rosined rottener rougher rounder ruckuses rudest ruggeder rumpuses sades safaried safest sagest sallower
sanest sassafrases sauteed savagest scarcest schnozes seated securest sedatest serenest serest shallower shanghaied sheerer shirred
shorter shrewder shriller shuckses sicker silenter simplest singsonged sinuses sises skied sleeker slenderer slighter slower smaller
smarter smoother snidest snowballed soberer softer solemner solider sooner soothes sorest sourer sparest sparsest spavined splendider
spritzed spritzes sprucest squalider squarest squinter stablest staider stalest stancher starker statuses stauncher steamrolled
steeper stegosauruses stenciled sterner stiffer stolider stonewalled stouter straighter strangest stricter stringed stronger
stubborner stupider styluses suavest sublimest subtlest succincter sugared sulfured sullener sulphured summonsed summonses sunbathes
superber supped supplest surest surpluses sveltest swanker swathes sweated sweeter sweller swifter swisher syllabuses synced
synthesises talkiest taller taluses tamest tarter tauter taxied teargases tenderer tensest tersest testes thermoses thesauruses
thicker thorougher thronged thymuses tighter timider tireder tonged topazes tougher tranquiler treated trellised trellises tricepses
trolleybuses truest twanged tyrannosauruses unchastest uncleaner unclearer undergone undone unfairer uniquest unquieter unripest
unrolled unsafest unsounder untruest unwisest urbanest vaguest vainer vaster veges verdigrised verdigrises vilest viruses vivider
vulgarer wacker walruses waltzed waltzes weaker weeniest weest weirder whirred whiter whizzed wickeder widest wilder windmilled
winged winsomest wisest woodener wreathes wretcheder wronged wronger yellower yeses yest younger zinged
-4y:achiest airiest angriest antsiest artiest artsiest ashiest babiest baggiest balkiest ballsiest balmiest bandiest barmiest
battiest bawdiest beadiest beastliest beefiest beeriest bendiest bitchiest bittiest bleariest bloodiest bloodthirstiest blotchiest
blowiest blowsiest blowziest bluesiest blurriest boggiest boniest bonniest booziest bossiest bounciest boxiest brainiest brassiest
brattiest brawniest breathiest breeziest briniest bristliest broodiest bubbliest buggiest bulgiest bulkiest bumpiest bunchiest
burliest bushiest busiest bustiest butteriest campiest canniest catchiest cattiest chalkiest chanciest chariest chattiest cheekiest
cheeriest cheesiest chestiest chewiest chintziest chirpiest choosiest choppiest chubbiest chummiest chunkiest clammiest classiest
cleanliest clingiest cloudiest clumpiest clumsiest clunkiest cobwebbiest cockiest comeliest comfiest corniest cosiest costliest
courtliest coziest crabbiest craftiest craggiest crankiest crawliest craziest creakiest creamiest creepiest crinkliest crispiest
croakiest croupiest cruddiest crumbiest crumbliest crummiest crunchiest crustiest cuddliest curliest curviest cushiest cutesiest
daffiest daintiest dandiest deadliest dewiest dingiest dinkiest dippiest dirtiest dizziest dodgiest doggiest dorkiest dottiest
doughiest doughtiest dowdiest downiest doziest draftiest draggiest draughtiest dreamiest dreariest dressiest driest drippiest
droopiest drowsiest duckiest dumpiest duskiest dustiest earliest earthiest earthliest easiest edgiest emptiest fanciest fattiest
faultiest featheriest feistiest ferniest fiddliest fieriest filmiest filthiest finickiest fishiest fizziest flabbiest flakiest
flashiest fleeciest fleshiest fleshliest fliest flightiest flimsiest flintiest floppiest flossiest floweriest fluffiest flukiest
foamiest foggiest folksiest foolhardiest foxiest freakiest friendliest frilliest friskiest frizziest frostiest frothiest frowziest
fruitiest frumpiest fumiest funkiest funniest furriest fussiest fustiest fuzziest gabbiest gamiest gassiest gaudiest gauziest
gawkiest geekiest ghastliest ghostliest giddiest giggliest glassiest glitziest gloomiest glossiest gnarliest godliest goodliest
goofiest goriest goutiest grabbiest grainiest grassiest greasiest greediest grimiest grisliest grittiest grizzliest groggiest
grooviest grottiest grouchiest grubbiest grumpiest grungiest guiltiest gummiest gushiest gustiest gutsiest guttiest hairiest hammiest
handiest happiest hardiest hastiest haughtiest haziest headiest healthiest heartiest heavenliest heaviest heftiest hilliest hoariest
holiest homeliest horniest huffiest hungriest hunkiest huskiest iciest ickiest iffiest inkiest itchiest jammiest jauntiest jazziest
jerkiest jitteriest jolliest jowliest juiciest jumpiest kickiest kindliest kingliest kinkiest klutziest knobbiest knottiest kookiest
laciest lankiest lardiest laziest leafiest leakiest leeriest leggiest lengthiest likeliest limiest lintiest liveliest loamiest
loftiest logiest loneliest looniest loopiest lordliest lousiest loveliest lowliest luckiest lumpiest lustiest maltiest mangiest
manliest marshiest mealiest measliest meatiest merriest messiest mightiest milkiest mintiest miriest mistiest moldiest moodiest
mouldiest mousiest mouthiest muckiest muddiest muggiest murkiest mushiest muskiest mussiest mustiest nappiest nastiest nattiest
naughtiest neediest nerdiest nerviest newsiest niftiest nippiest noisiest nosiest nubbiest nuttiest oiliest ooziest orneriest paciest
palmiest paltriest pastiest patchiest paunchiest peachiest pearliest peatiest peppiest perkiest peskiest pettiest pickiest piggiest
pimpliest pithiest pluckiest plumiest plushiest pointiest porkiest portliest pottiest preachiest preppiest prettiest prickliest
priestliest princeliest prissiest priviest prosiest pudgiest puffiest pulpiest punchiest puniest pushiest pussiest queasiest
queenliest quirkiest raciest raggediest rainiest randiest rangiest raspiest rattiest raunchiest readiest reediest ricketiest riskiest
ritziest rockiest roomiest ropiest rosiest rowdiest rubiest ruddiest runniest runtiest rustiest ruttiest saggiest saintliest saltiest
sandiest sappiest sassiest sauciest savoriest savouriest savviest scabbiest scaliest scantiest scariest schmaltziest scraggiest
scraggliest scrappiest scratchiest scrawniest screechiest screwiest scroungiest scrubbiest scruffiest scummiest scurviest scuzziest
seamiest seediest seemliest sexiest shabbiest shadiest shadowiest shaggiest shakiest shapeliest sheeniest shiest shiftiest shiniest
shittiest shoddiest showiest shrubbiest sickliest sightliest silkiest silliest siltiest sissiest sketchiest skimpiest skinniest
slangiest sleaziest sleepiest sliest slimiest slinkiest slipperiest sloppiest slouchiest slovenliest sludgiest slummiest slushiest
sluttiest smarmiest smeariest smelliest smoggiest smokiest smudgiest smuttiest snakiest snappiest snarkiest snarliest snazziest
sneakiest sniffiest snippiest snobbiest snoopiest snootiest snottiest snowiest soapiest soggiest sootiest soppiest sorriest soupiest
sparkiest speediest spiciest spiffiest spikiest spindliest spiniest splashiest splotchiest spongiest spookiest sportiest spottiest
spriest sprightliest springiest spunkiest squashiest squeakiest squirmiest squishiest stagiest starchiest starriest stateliest
steadiest stealthiest steamiest steeliest stickiest stingiest stinkiest stockiest stodgiest stoniest stormiest straggliest streakiest
stretchiest stringiest stroppiest stubbiest studliest stuffiest stumpiest sturdiest sudsiest sugariest sulkiest sultriest sunniest
surliest swampiest swankiest swarthiest sweatiest tackiest tangiest tardiest tarriest tastiest tattiest tawdriest tawniest teariest
teeniest testiest tetchiest thirstiest thorniest threadiest thriftiest throatiest tidiest timeliest tiniest tinniest tipsiest
toastiest toniest toothiest touchiest trashiest trendiest trickiest trustiest trustworthiest tubbiest twangiest tweediest twiggiest
twistiest twitchiest ugliest ungainliest unloveliest unruliest unsteadiest untidiest unwieldiest veriest wackiest wariest wartiest
washiest wateriest waviest waxiest wealthiest weariest weediest weensiest weepiest weightiest wheeziest whiniest wiggliest wiliest
wimpiest windiest winiest wintriest wiriest wispiest wittiest wobbliest womanliest wonkiest woodiest woodsiest woolliest wooziest
wordiest wormiest worthiest wrinkliest wussiest yeastiest yuckiest yummiest zaniest zestiest zingiest zippiest
-3y:achier airier angrier antsier artier artsier ashier babier baggier balkier ballsier balmier bandier barmier battier bawdier
beadier beastlier beefier beerier bendier bitchier bittier blearier bloodier bloodthirstier blotchier blowier blowsier blowzier
bluesier blurrier boggier bonier bonnier boozier bossier bouncier boxier brainier brassier brattier brawnier breathier breezier
brinier bristlier broodier bubblier buggier bulgier bulkier bumpier bunchier burlier bushier busier bustier butterier campier cannier
catchier cattier chalkier chancier charier chattier cheekier cheerier cheesier chestier chewier chintzier chirpier choosier choppier
chubbier chummier chunkier clammier classier cleanlier clingier cloudier clumpier clumsier clunkier cobwebbier cockier comelier
comfier cornier cosier costlier courtlier cozier crabbier craftier craggier crankier crawlier crazier creakier creamier creepier
crinklier crispier croakier cruddier crumbier crumblier crummier crunchier crustier cuddlier curlier curvier cushier cutesier daffier
daintier dandier deadlier dewier dingier dinkier dippier dirtier dizzier dodgier doggier dorkier dottier doughier doughtier dowdier
downier dozier draftier draggier draughtier dreamier drearier dressier drippier droopier drowsier duckier dumpier duskier dustier
earlier earthier earthlier easier edgier emptier fattier faultier featherier feistier fernier fiddlier fierier filmier filthier
finickier fishier fizzier flabbier flakier flashier fleecier fleshier fleshlier flightier flimsier flintier floppier flossier
flowerier flown fluffier flukier foamier foggier folksier foolhardier foxier freakier friendlier frillier friskier frizzier frostier
frothier frowzier fruitier frumpier fumier funkier funnier fussier fustier fuzzier gabbier gamier gassier gaudier gauzier gawkier
geekier ghastlier ghostlier giddier gigglier glassier glitzier gloomier glossier gnarlier godlier goodlier goofier gorier goutier
grabbier grainier grassier greasier greedier grimier grislier grittier grizzlier groggier groovier grottier grouchier grubbier
grumpier grungier guiltier gummier gushier gustier gutsier guttier hairier hammier handier happier hardier hastier haughtier hazier
headier healthier heartier heavenlier heavier heftier hillier hoarier holier homelier hornier huffier hungrier hunkier huskier icier
ickier iffier inkier itchier jammier jauntier jazzier jerkier jitterier jollier jowlier juicier jumpier kickier kindlier kinglier
kinkier klutzier knobbier knottier kookier lacier lankier lardier lazier leafier leakier leerier leggier lengthier likelier limier
lintier livelier loamier loftier logier lonelier loonier loopier lordlier lousier lovelier lowlier luckier lumpier lustier maltier
mangier manlier marshier mealier measlier meatier merrier messier mightier milkier mintier mirier mistier moldier moodier mouldier
mousier mouthier muckier muddier muggier murkier mushier muskier mussier mustier nappier nastier nattier naughtier needier nerdier
nervier newsier niftier nippier noisier nosier nubbier nuttier oilier oozier ornerier pacier palmier paltrier pastier patchier
paunchier peachier pearlier peatier peppier perkier peskier pettier pickier piggier pimplier pithier pluckier plumier plushier
pointier porkier portlier pottier preachier preppier prettier pricklier priestlier princelier prissier privier prosier pudgier
puffier pulpier punchier punier pushier pussier queasier queenlier quirkier racier raggedier rainier randier rangier raspier rattier
raunchier readier reedier ricketier riskier ritzier rockier roomier ropier rosier rowdier rubier ruddier runnier runtier rustier
ruttier saggier saintlier saltier sandier sappier sassier saucier savorier savourier savvier scabbier scalier scantier scarier
schmaltzier scraggier scragglier scrappier scratchier scrawnier screechier screwier scroungier scrubbier scruffier scummier scurvier
scuzzier seamier seedier seemlier sexier shabbier shadier shadowier shaggier shakier shapelier sheenier shier shiftier shinier
shittier shoddier showier shrubbier sicklier sightlier silkier sillier siltier sissier sketchier skimpier skinnier slangier sleazier
sleepier slier slimier slinkier slipperier sloppier slouchier slovenlier sludgier slummier slushier sluttier smarmier smearier
smellier smoggier smokier smudgier smuttier snakier snappier snarkier snarlier snazzier sneakier sniffier snippier snobbier snoopier
snootier snottier snowier soapier soggier sootier soppier sorrier soupier sparkier speedier spicier spiffier spikier spindlier
spinier splashier splotchier spongier spookier sportier spottier sprier sprightlier springier spunkier squashier squeakier squirmier
squishier stagier starchier starrier statelier steadier stealthier steamier steelier stickier stingier stinkier stockier stodgier
stonier stormier stragglier streakier stretchier stringier stroppier stubbier studlier stuffier stumpier sturdier sudsier sugarier
sulkier sultrier sunnier surlier swampier swankier swarthier sweatier tackier tangier tardier tarrier tastier tattier tawdrier
tawnier tearier teenier testier tetchier thirstier thornier threadier thriftier throatier tidier timelier tinier tinnier tipsier
toastier tonier toothier touchier trashier trendier trickier trustier trustworthier tubbier twangier tweedier twiggier twistier
twitchier uglier ungainlier unlovelier unrulier unsteadier untidier unwieldier verier wackier warier wartier washier waterier wavier
waxier wealthier wearier weedier weensier weepier weightier wheezier whinier wigglier wilier wimpier windier winier wintrier wirier
wispier wittier wobblier womanlier wonkier woodier woodsier woollier woozier wordier wormier worthier wrinklier wussier yeastier
yuckier yummier zanier zestier zingier zippier
-3:abruptest absurdest acridest adding aliasing ancientest anticked archest arcing auguring augustest awkwardest baldest banging
bankrolling barrenest bedeviling befalling beggaring biasing biassed bitterest bivouacked blackballing blackest blandest blankest
bleakest bleating blindest bling blitzing blondest bluffest bluntest boldest bonging boomeranging boycotting brashest brightest
bringing briskest broadest browbeating brownest bulletining bunging burring buzzing calendaring callousing callowest callusing
calmest canvasing catcalling caucusing caviling censusing chagrining cheapest cheating chicest chiefest children chillest chorusing
clanging cleanest clearest cleverest clinging coffining coiffed coldest collaring combating commonest compactest consing coolest
correctest corruptest coyest crassest crispest crookedest cruelest cunningest curtest cutest daftest dampest danging dankest
dapperest darkest darnedest dding deadest deafest debuting deepest defeating deftest demurest deskilling deviling devoutest dialled
dinging discreetest donging dourest drollest drunkest duelled dullest dumbest dunging eagerest eating ebbing egging entreating erring
evenest evilest exactest eyeballing fainest faintest fairest fastest fayest fellest fewest firmest fizzing flashest fleetest flinging
flushest focusing focussed fondest footballing forbidden forestalling foretelling forwardest foulest frailest frankest frequentest
freshest frizzing frolicked ftping fuelled fullest futzing fuzzing ganging gasses gauntest gayest gelled goldenest gonging
grandchildren grandest grayest greatest greenest greyest grokked grossest gruffest hamstringing hardest harshest headbutting highest
hollowest hugest humanest imperiling incing indwelling installing invaliding jaggedest jazzing justest keenest kibitzing kindest
lankest lavishest laxest leanest leftest lewdest liefest limpest loudest lowest lushest magicked maltreating meanest meekest
mellowest mildest mimicked miscalling mistreating moistest mortaring mothballing munging naffest narrowest nearest neatest newest
nighest numbest oddest oftenest oldest openest outselling overeating overfilling overhanging overheating overselling panicked
penciling perfectest periling pertest physicked picnicked pinging pinkest plainest plateauing pleating plumpest plushest ponging
poorest poshest pranging preheating profoundest promptest properest proudest punkest purring putting pwning pyramiding quaintest
queerest quickest quietest quizzed quizzes raggedest rankest rapidest rashest rawest razzing realest recentest reffed rehanging
rehearsing reinstalling rendezvousing reorging respelling restringing revved richest rightest ringing ripest robocalling robustest
rosining rottenest roughest roundest ruggedest sallowest schoolchildren shallowest sharpest sheerest shellacked shortest shrewdest
shrillest sickest silentest singsonging slackest sleekest slenderest slickest slightest slinging slowest smallest smartest smoothest
snowballing soberest softest solemnest solidest soonest soundest sourest splendidest springing spritzing squalidest squintest
staidest stanchest starkest staunchest steamrolling steepest stenciling stepchildren sternest stiffest stillest stinging stolidest
stonewalling stoutest straightest strictest stringing strongest stubbornest stupidest succinctest sugaring sulfuring sullenest
sulphuring summonsing superbest supping swankest sweating sweetest swellest swiftest swinging swishest syncing tallest tarmacked
tartest tautest tenderest thickest thoroughest thronging tightest timidest tiredest tonging toughest trafficked tranquilest treating
trekked trellising trialled twanging uncleanest unclearest underselling unfairest unquietest unrolling unsoundest vainest vastest
verdigrising vividest vulgarest wackest waltzing warmest weakest weirdest whirring whitest whizzing wickedest wildest windmilling
winging woodenest wretchedest wringing wrongest wronging yakked yellowest youngest yukked zincked zinging
-3,=:accounting acting ageing airing awakening awfuller backing backpacking badder banking bashing beading bearing beating belonging
bigger billing binding blacking bleeding blessing boarding boating bonding booking borrowing bowling boxing braiding brainstorming
brainwashing breeding briefing broadcasting brooding building bullfighting bushing busing bussing camping carefuller carjacking
carpeting cheerfuller christening cleaning clearing climbing coating cockfighting conditioning cooking cowling cramping crocheting
crossing crueller curbing curling dairying dealing dialing drabber drafting drawing dressing drowning dunner dwelling ending
engineering entertaining etching eviller failing fairing farming fastening fatter feeding feeling fighting filling finding fingering
firefighting fishing flashing flavoring flavouring flocking flooring flowering flying following footing frosting funding funner
gardening gathering gearing gelding gerrymandering gilding gladder glibber glimmering glummer going greeting grimmer grooming
grounding grouping hacking hanging hankering happening hatching headhunting heading heating helping hepper hijacking hipper hoarding
holding honest hotter housebreaking housecleaning hunting hurling ironing jaywalking jeering jousting joyfuller kayaking keeping
killing knowing landing lashing laughing layering leading leaning leavening lettering licking limiting lipreading listing loitering
longing looting lumbering lynching mailing marketing marking meaning meeting mending metalworking misdoing misreading misspelling
misunderstanding modeling molding moonlighting mooring morphing moulding mountaineering mounting mourning multitasking murmuring
muttering necking networking nitpicking offering offing opening overcrowding painfuller painting pairing paneling parenting parking
parting peeling philandering planking planting playacting pleading plumbing poaching poisoning posting pounding pressing primmer
printing prizefighting proceeding profiteering prompting publishing questioning quilting racketeering rafting railroading ranching
ranking raveling reading reasoning reckoning redder rendering repeating restfuller rioting roaming roaring roasting rollicking
roofing rowing rummer sacking sadder sailboarding sailing saying scaffolding scattering schooling scolding scouting screening
seasoning seating seeing setting sewing sheeting shirring shirting shooting shoplifting shortening showing sighting singing
skateboarding skiing skyjacking slaying sleepwalking smocking smugger snorkeling snowboarding snugger soaking sounding soundproofing
spanking speeding spelling spending spitefuller staffing stalking standing steering stiffening stitching stuffing subheading
suffering surfing surrounding surveying sweeping swelling tailoring teaching thatching thickening thrashing thumping ticking
tobogganing toweling training traveling troubleshooting trucking turning undercoating understanding vaulting vesting viewing wailing
wainscoting waiting walking walloping wanner warmongering warning washing waterboarding waterproofing weathering whitening
windsurfing withholding woefuller woodworking wording yachting yearning
-3e:abrading acceding accentuating aching acquiring actuating adhering adoring aiding alleging ambuscading antiquating aquaplaning
assuaging atoning attaching attenuating attuning awing axing backbiting barricading barring basting becoming beguiling belling
bellyaching besieging biodegrading bitten blaspheming blockading brocading browsing butting buttonholing caching cajoling cannonading
cascading casseroling centrifuging chaperoning cohering collapsing communing compering competing completing compositing concreting
condoning contravening convening convulsing coquetting corroding creosoting crusading daguerreotyping defaming deleting deluging
demoting depleting deploring dethroning discommoding dissuading divorceing doggoning douching downgrading dowsing drowsing dynamiting
eclipsing effectuating elapsing eloping emoting encoding encoring enfilading enplaning enquiring enthroning enveloping equating
eroding escapeing euchring evacuating evading evaluating eventuating exciting excreting exhaling expediting exploding exploring
extenuating extraditing finessing fluctuating footnoting foretasting franchiseing frostbiting fuseing gaffing gangrening garroting
gauging gazetting geocaching ghostwriting glimpsing gouging graduating grilling gripping guiding habituating hassling hasting hidden
hording hydroplaning igniting ignoring impaling impeding imploding imploring importuning impulsing incommoding inditing individuating
infatuating inflaming inhering inquiring insinuating interceding interfering interloping intervening invading inviteing inviting
jackknifing jawboning keynoting lambasting landscaping lapsing lathing licenseing manoeuvring marinading masquerading megaphoning
menstruating midwifing misguiding misnaming misquoting misshaping mistyping mortgageing moussing nicknaming obliging obsoleting
offshoring outmanoeuvring outscoring outvoting overawing overcoming overexciting overwriting owing parading paroleing pasting
perpetuating persevering persuading pervading pigeonholing piing pirouetting poleaxing pomading postponing potholing preceding
premiering privileging profaning promenading promoting proselyting prototyping psyching pulsing punctuating quaking quoting
reacquiring rebuking renegading reneging repleting requiring requiting resoling retrograding revering rewriting rewritten ridden
riposting rouging routing satelliting scything seceding secreting seething seining sellotaping semaphoring sepulchring serenading
severing sideswiping silhouetting situating soothing squaring squiring stampeding stepping stereotyping stockading superannuating
superseding supervening swathing telephoning telescoping theing tithing touching tousling traipsing trouping tussling underscoring
underwriting uniting unwelcoming upgrading valuating videotaping vignetting vouchsafing voyaging wasting welcoming wholesaling
withing wreathing writhing written yoking
=:acoustics afterwards alas algiers always anything arkansas asbestos athens athletics atlas averred averring awning backwards being
beloved belying besides bias birdying bollocking bollocks brussels bunting butterfingered butterfingers caddying canvas ceiling chaos
christmas clothing combings communities corps cosmos coverings crooked cunning customs darling deferred deferring deserved deserving
disgusted disgusting dissed disses dissing dogged downstairs downwards duckling dumpling during earnings earring economics
electronics ethics ethos evening everything farthing filings fixings forwards furnishings gassed gassing genned genning glasses
gleanings goods gosling gymnastics hatred hearing herring hogtying honduras hundred indoors inferred inferring inning inspired
inspiring its kansas kindred leavings lens lightning lining liveried logistics mars mathematics meanderings means metrics morning
naked naples news nonplussed nonplussing nothing nowadays offspring orderings outdoors outing overmanned overmanning overseas pathos
perhaps physics pickings placings policing politics pudding ragged railing reauthorized reauthorizing recorded recording revers
rewarded rewarding rhinoceros rubbed rugged sacred series servings shilling sibling sicced siccing siding signings something
sometimes species spectacles starling statistics sterling stocking surplussed surplussing sweetened sweetening swingeing teargassed
teargassing testings texas tidings towards underlying undies undying unexcited unexciting united upstairs upwards wales wanderings
wedding whereas wicked workings yearling yes yessed yessing
-3e,=:advertising aging angling bathing bluing breathing bruising caring carving casing casting caving closing coming computing
coping coupling crackling craving dancing daring debating decorating diving doping downsizing edging engraving facing fencing
financing fluting foreboding forging gambling gaming glazing gliding grating hazing heckling hiding hiking housing hurdling icing
interlining joyriding kindling lading lemming liking living loathing lodging losing making manufacturing marbling mating matting
merchandising mining musing nestling nursing outsourcing packaging paling paring passing paving photoengraving phrasing piercing
piling piping plating pleasing posturing priming puddling racing rating raving rejoicing riding rifling rising ruling rumbling
sampling saving sequencing shading shaving sheathing shelving shopping shoring sizing skating skydiving smoking smuggling spacing
sprinkling staging stippling suckling suiting sunbathing taking tasting teething telecommuting teleconferencing thieving tiling
timing tingling tracing trading tubing tumbling twinkling typewriting typing undertaking weaving whaling whiting wiring wrestling
writing zoning
-4,=:awfullest babysitting baddest batting bedding beginning bevelling bidding biggest bootlegging budding bummest bushelling
carefullest cavilling cheerfullest chipping cladding clapping clipping cruellest cudgelling cutting dialling digging dimmest drabbest
dripping dropping drubbing duelling dunnest enamelling evillest farther fattest fittest fitting flattest flippest flogging forbidding
formatting frogging funnest furring gladdest glibbest glummest grimmest gruelling heppest hippest hottest jogging jotting joyfullest
kidnapping knitting lagging legging letting logging maddest mapping modelling mugging netting outcropping padding painfullest
panelling pencilling petting planning plodding politicking primmest programming ravelling reddest restfullest revelling rigging
rubbing rummest running saddest shellacking shipping sitting slimmest slimming smuggest snuggest spinning spitefullest splitting
squattest stabbing stirring strapping studding swimming tannest tanning tatting thinnest topping towelling trafficking trapping
travelling trimmest trimming tunnelling typesetting underpinning wadding wannest weatherstripping webbing wettest whipping winning
wiretapping woefullest woodcutting wrapping
-2an:airmen assemblymen businessmen businesswomen cameramen chairmen chairwomen clergymen congressmen congresswomen councilmen
councilwomen craftsmen firemen fishermen freshmen gunmen lawmen militiamen noblemen policemen policewomen salesmen seamen spokesmen
spokeswomen sportsmen sportswomen statesmen women workmen
-2,=:archer blinder bluffer chiller cleaner cooler damper earner flasher forwarder frequenter fuller honer latest opener prompter
rasher sharper slacker slicker sounder stiller warmer
-4:anticking bivouacking coiffing focussing frolicking fuelling gelling grokking magicking mimicking panicking physicking picnicking
quizzing reffing revving tarmacking trekking trialling yakking yukking zincking
-3ing:clung flung rang rung sang slung sprang sprung stung sung swung wrung
-2is:catharses crises emphases hypotheses oases parentheses prognoses synopses
-3ink:drank drunk sank shrank shrunk stank stunk sunk
-1us:alumni cacti fungi nuclei radii stimuli syllabi
-3,-2:appalled busses called enrolled enthralled fulfilled tilled
=,-3y:croupier drier fancier flier furrier phonier prier
-1,=:diver diviner headquarters humbler idler stranger tamer
-3f:elves hooves loaves scarves selves wharves wolves
-3ake:mistook overtook retook shook took undertook woke
-4,-3:appalling enrolling enthralling fulfilling telling tilling
-2ow:blew grew knew outgrew overthrew threw
-3f,-1:calves halves leaves sheaves shelves thieves
-2y:flew laid paid repaid said slain
-3ear:shorn swore sworn tore torn wore
-1um:bacteria curricula memoranda referenda symposia
-1d:bent built rebuilt sent spent
-2ep:crept kept slept swept wept
-3ell:foretold resold retold sold told
-1,-2is:analyses bases diagnoses theses
-2in:began begun spun won
-3old:beheld held upheld withheld
-4ind,=:bound found ground wound
-1l:dwelt smelt spelt spilt
-3ive:forgave gave strove throve
-1,-3y:hankies hippies mossier pokier
-3and:misunderstood stood understood withstood
-2un:outran overran ran reran
-3ome:became came overcame
-4,-3,=:calling milling polling
-2o:did redid undid
-4go:forwent underwent went
-3x:appendices matrices
-3ear,=:bore worn
-1ed:bred sped
-4eak:broken spoken
-1on:criteria phenomena
-2aw:drew withdrew
-4ie,=:dying lying
-2ee:foresaw oversaw
-2et:forgot got
-5et:forgotten gotten
-0e:hid slid
-4ex:indices vertices
-3ouse:lice mice
-3fe,-1:lives wives
-2ke:made remade
-1ad:misled pled
-2,-4y:mossiest pokiest
-3ite:rewrote wrote
-3ide:rode strode
-2it:sat spat
-2im:swam swum
-4ie:tying vying
-5bad,=:worse worst
-2be:am
-3be:are
-3ise:arose
-3eat:ate
-2,-1,-2is:axes
=,-0e:bit
-2,-1ed:bled
-4ear:borne
-5uy:bought
-3eak:broke
-5ing:brought
-4tch:caught
-2,-3y:chillier
-3,-4y:chilliest
-2ose:chose
-3ose:chosen
-2,-1:does
-3,-3e,=:doing
-3ive,=:drove
-2ig:dug
-5,=:farthest
=,-1ed:fed
-3oot:feet
-3all,=:fell
-2el,=:felt
-2,-1e:fled
-3id:forbade
-5ight:fought
-3eeze:froze
-4eeze:frozen
-7ar,=:furthest
-4oose:geese
-1ve:had
-3ang:hung
-2el:knelt
-3fe:knives
-3ie:lain
=,-2ie:lay
-1ad,=:led
-2ave,=:left
-1d,=:lent
-1ght,=:lit
-1e,=:lost
-2an,=:men
-1et:met
-4-by:passers-by
=,-4y:phoniest
-3ise,=:rose
=,-2ee:saw
-3ine:shone
-1ot:shot
-2ay:slew
-5eek:sought
-3eak,=:spoke
-3eal,=:stole
-4eal:stolen
-4ke:stricken
-3ike:struck
-3ick:stuck
-5ell:swollen
-5each:taught
-4ooth:teeth
-5ink,=:thought
-2ead:trod
-5ead:trodden
-4be:were
-4ake:woken
-3eave,=:wove
-4eave:woven
`;
