import { deepEqual } from "node:assert/strict";
import { areForms, englishBases, englishFormsOf } from "../../../src/core/text/englishBases";

/** A word, and forms of it. */
const forms = `
state states stated stating;city cities;talk talks talked talking;hope hoped hoping hopes;hop hopped hopping;plan planned planning;visit visited visiting;target targeted targeting
announce announced;agree agreed agreeing;free freed;elect elected electing;negotiate negotiating negotiated;go went gone goes going;child children;man men;crisis crises;write wrote written writing
buy bought;big bigger biggest;large larger largest;happy happier happiest;travel travelled traveled travelling;label labelled labels;control controlled;offer offered;begin began begun beginning
die died dying;tie tied;study studies studied studying;play played;box boxes;watch watches watched;hero heroes;photo photos;knife knives;life lives;build built building;wear wore worn;fight fought
charge charged charging;judge judging judged;handle handled handling;settle settled settling;centre centred;focus focused focusing;panic panicked;ensure ensured;prepare prepared preparing
appear appeared;explore explored exploring;monitor monitored;combine combined;gain gained;execute executed;accuse accused;raise raised raising;close closed closing;use used using;argue argued arguing
rescue rescued;seize seized;organise organised;organize organizing;bomb bombed bombing bombings;kill killed killing killings;strike struck;flee fled;withdraw withdrew withdrawn;lay laid;oversee oversaw
march marched marches;force forced forces;divide divided;raid raided raids;provide provided;criticise criticised;edit edited;commit committed;refer referring;occur occurred;cancel cancelled canceled
signal signalled;model modelling;favour favoured;analyse analysed;analysis analyses;wolf wolves;ministry ministries;army armies;church churches;bus buses;gas gases;tax taxes;wife wives;country countries
`;

/** Words that look alike and are no forms of one. */
const others = `
news new;policy police;past paste;united unit;relate relation;general generate;nation national;organ organise;import important;author authority;universe university;several sever;custom customer
even evening;bus busy;as ass;us use;this thi;process proceed;minister ministry;secret secretary;execute executive;operate opera;probe probable;arms army;party part;care car;caring car;planed plan;planned plane
hoping hop;stared star;starring stare;rated rat;filing fill;wining win;winning wine;staring star;barred bare;scared scar;robed rob;taped tap;singed sing;singing singe;dying dye;bathed bath;breathed breath
need nee;seed see;feed fee;hundred hundre;number numb;latter late;tower tow;counter count;bases bass;species specie;moral morale;glass glas;access acces;business busines;witness witnes;communism community
wing w;morning morn;nothing noth;during dure;ceiling ceil;king k;string strung2;sibling sible;naked nake;sacred sacre;always alway;politics politic2;economics economic;physics physic;lens len;daily day
`;

function pairs(told: string): readonly (readonly [string, string])[] {
  return told
    .trim()
    .split(/[;\n]/u)
    .flatMap((line) => {
      const [first = "", ...rest] = line.trim().split(" ");
      return rest.map((other) => [first, other] as const);
    });
}

describe("English inflections", () => {
  it("join the forms of a word, also where they are generated from it", () => {
    deepEqual(
      pairs(forms).filter(([a, b]) => !areForms(a, b)),
      [],
    );
    deepEqual(
      pairs(forms).filter(([a, b]) => !englishBases(a).some((base) => englishFormsOf(base).includes(b))),
      [],
    );
  });

  it("leave apart what only looks like one", () => {
    deepEqual(
      pairs(others).filter(([a, b]) => areForms(a, b)),
      [],
    );
  });

  it("know words with several bases", () => {
    deepEqual(englishBases("building"), ["build", "building"]);
    deepEqual([...englishBases("leaves")].sort(), ["leaf", "leave"]);
  });
});
