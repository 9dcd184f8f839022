/** English words whose forms no rule gives: the base, then its forms. A form may belong to several bases. */
export const irregular = `
be am is are was were been being;have has had having;do does did done doing;go goes went gone;say says said;make made;take took taken;get got gotten;see saw seen;
come came;give gave given;find found;think thought;tell told;become became;leave left;feel felt;bring brought;begin began begun;keep kept;hold held;write wrote written;
stand stood;hear heard;let lets;mean meant;meet met;run ran;pay paid;sit sat;speak spoke spoken;lie lay lain lying lies lied;lead led;grow grew grown;lose lost;fall fell fallen;
send sent;build built;understand understood;draw drew drawn;break broke broken;spend spent;rise rose risen;drive drove driven;buy bought;wear wore worn;choose chose chosen;
seek sought;throw threw thrown;catch caught;deal dealt;win won;forget forgot forgotten;lay laid;sell sold;fight fought;bear bore borne;teach taught;eat ate eaten;sing sang sung;
strike struck stricken;hang hung hanged;shake shook shaken;ride rode ridden;feed fed;shoot shot;drink drank drunk;arise arose arisen;fly flew flown flies;spring sprang sprung;
steal stole stolen;swing swung;sleep slept;blow blew blown;wake woke woken;bend bent;swear swore sworn;bind bound;lend lent;sweep swept;bite bit bitten;hide hid hidden;ring rang rung;
forgive forgave forgiven;dig dug;shrink shrank shrunk;swim swam swum;sink sank sunk;tear tore torn;wind wound;creep crept;bleed bled;breed bred;cling clung;flee fled;
forbid forbade forbidden;freeze froze frozen;grind ground;kneel knelt;leap leapt;light lit;overcome overcame;overtake overtook overtaken;overthrow overthrew overthrown;prove proven;
seize seized;sew sewn;show shown;shine shone;slay slew slain;slide slid;spin spun;spit spat;stick stuck;sting stung;stink stank stunk;stride strode;swell swollen;undertake undertook undertaken;
undergo undergoes underwent undergone;undo undoes undid undone;uphold upheld;weave wove woven;weep wept;withdraw withdrew withdrawn;withhold withheld;withstand withstood;wring wrung;
know knew known;dwell dwelt;burn burnt;learn learnt;dream dreamt;spell spelt;spill spilt;spoil spoilt;smell smelt;mistake mistook mistaken;misunderstand misunderstood;foresee foresaw foreseen;
oversee oversaw overseen;outgrow outgrew outgrown;rebuild rebuilt;repay repaid;retell retold;rewrite rewrote rewritten;resell resold;remake remade;retake retook retaken;redo redid redone;
mislead misled;foretell foretold;forgo forwent forgone;behold beheld;beat beaten;saw sawn;sow sown;mow mown;strive strove striven;shear shorn;tread trod trodden;thrive throve;
plead pled;speed sped;lean leant;kneel knelt;sling slung;fling flung;wet wets;outrun outran;rerun reran;overrun overran;withdraw withdrawing;die died dies dying;tie tying;vie vying;
man men;woman women;child children;foot feet;tooth teeth;goose geese;mouse mice;louse lice;ox oxen;wife wives;life lives;knife knives;wolf wolves;half halves;shelf shelves;thief thieves;
leaf leaves;loaf loaves;calf calves;self selves;scarf scarves;hoof hooves;wharf wharves;elf elves;sheaf sheaves;criterion criteria;phenomenon phenomena;crisis crises;
analysis analyses;thesis theses;hypothesis hypotheses;basis bases;axis axes;oasis oases;diagnosis diagnoses;emphasis emphases;synopsis synopses;parenthesis parentheses;
prognosis prognoses;catharsis catharses;metropolis metropolises;nucleus nuclei;stimulus stimuli;alumnus alumni;fungus fungi;cactus cacti;syllabus syllabi;radius radii;bacterium bacteria;
curriculum curricula;memorandum memoranda;referendum referenda;symposium symposia;appendix appendices;index indices;matrix matrices;vertex vertices;bureau bureaux;plateau plateaux;
policeman policemen;policewoman policewomen;fisherman fishermen;spokesman spokesmen;spokeswoman spokeswomen;chairman chairmen;chairwoman chairwomen;congressman congressmen;
congresswoman congresswomen;businessman businessmen;businesswoman businesswomen;gunman gunmen;fireman firemen;craftsman craftsmen;cameraman cameramen;airman airmen;seaman seamen;
salesman salesmen;sportsman sportsmen;sportswoman sportswomen;councilman councilmen;councilwoman councilwomen;assemblyman assemblymen;militiaman militiamen;freshman freshmen;
workman workmen;statesman statesmen;nobleman noblemen;clergyman clergymen;lawman lawmen;lawmaker lawmakers;grandchild grandchildren;stepchild stepchildren;schoolchild schoolchildren;
good better best;bad worse worst;far farther farthest further furthest;passer-by passers-by;bus buses busses;gas gases gasses;quiz quizzes;focus focuses focussed focusing focussing;
bias biases biased biassed;plan planned planning plans;picnic picnicked picnicking;traffic trafficked trafficking;panic panicked panicking;mimic mimicked mimicking;lobby lobbied lobbying lobbies;
virus viruses;census censuses;campus campuses;bonus bonuses;status statuses;lens lenses;atlas atlases;canvas canvases;iris irises;trellis trellises;tennis;species;series;headquarters;means;news
`
  .trim()
  .split(";")
  .map((line) => line.trim().split(/\s+/u));

/** What looks like an inflection of another word and is none, or means something of its own by now. */
export const own = `
evening evenings morning mornings nothing something anything everything during ceiling ceilings wedding weddings pudding puddings sibling siblings inning innings string strings spring springs
earring earrings lightning king kings offspring herring herrings shilling shillings sterling farthing bunting awning awnings cunning darling darlings hearing stocking stockings railing railings
clothing siding sidings lining linings bring wing wings ring rings sing thing things ding sling cling sting fling swing wring duckling yearling gosling starling dumpling dumplings
wicked naked sacred hatred hundred hundreds kindred rugged ragged crooked beloved dogged rubbed bed red shed speed need seed weed feed breed bleed exceed succeed proceed indeed creed greed steed
news always perhaps series species means physics politics economics ethics mathematics statistics athletics gymnastics electronics acoustics logistics metrics
united this thus his its us yes as is was has plus bus gas lens mars
christmas texas arkansas kansas paris wales athens brussels naples algiers honduras cyprus
alas atlas bias canvas chaos cosmos pathos ethos rhinoceros asbestos
past paste pastes outing outings being beings
goods glasses spectacles customs sometimes besides afterwards towards backwards forwards upwards downwards whereas nowadays overseas upstairs downstairs indoors outdoors
opera operas police policing polices community communities unit units
number numbers latter later former counter counters tower towers
`
  .trim()
  .split(/\s+/u);
