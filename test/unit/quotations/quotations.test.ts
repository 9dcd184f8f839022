import { deepEqual } from "node:assert/strict";
import { quotationsIn } from "./markedText";

/** Title, text with marked names, what is to be found. */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "a quotation before its speaker",
    "“The dam will hold,” [P Ada Vorn] said on Monday.",
    ["direct | Ada Vorn | said | The dam will hold,"],
  ],
  [
    "the verb before the speaker",
    '"The dam will hold," said [P Ada Vorn], the engineer.',
    ["direct | Ada Vorn | said | The dam will hold,"],
  ],
  ["the speaker in front", "[P Ada Vorn] told reporters: “The dam will hold.”", ["direct | Ada Vorn | told | The dam will hold."]],
  ["a question", "“Who pays for it?” [P Vorn] asked.", ["direct | Vorn | asked | Who pays for it?"]],
  [
    "one that goes on behind its speaker",
    "“It will hold,” [P Vorn] said. “We built it to.”",
    ["direct | Vorn | said | It will hold,", "direct | Vorn | said | We built it to."],
  ],
  [
    "one that is interrupted",
    "“It will hold,” [P Vorn] said, “and it will last.”",
    ["direct | Vorn | said | It will hold,", "direct | Vorn | said | and it will last."],
  ],
  [
    "several paragraphs that each open with a mark",
    "“We have waited a year,” [P Vorn] said.\n\n“Now we build. The money is there.\n\n“It will be done by May.”",
    ["direct | Vorn | said | We have waited a year,", "direct | Vorn | said | Now we build. The money is there. “It will be done by May."],
  ],
  ["a colon without a reporting verb", "[P Ada Vorn] was blunt: “This is a mess.”", ["direct | Ada Vorn | was blunt | This is a mess."]],
  ["German marks", "„Der Damm hält“, sagte [P Ada Vorn] am Montag.", ["direct | Ada Vorn | sagte | Der Damm hält"]],
  ["French marks", "«Le barrage tiendra», a déclaré [P Ada Vorn].", ["direct | Ada Vorn | déclaré | Le barrage tiendra"]],
  ["with that", "[P Ada Vorn] said that the dam would hold.", ["indirect | Ada Vorn | said | the dam would hold"]],
  ["without that", "[P Ada Vorn] said on Monday the dam would hold.", ["indirect | Ada Vorn | said | the dam would hold"]],
  [
    "behind the content",
    "The dam would hold, the [O Lissen Water Board] said in a statement.",
    ["indirect | Lissen Water Board | said | The dam would hold"],
  ],
  [
    "according to, behind",
    "At least nine people were hurt, according to the [O Lissen Water Board].",
    ["indirect | Lissen Water Board | According to | At least nine people were hurt".replace("According", "according")],
  ],
  ["according to, in front", "According to [P Ada Vorn], the dam will hold.", ["indirect | Ada Vorn | According to | the dam will hold"]],
  [
    "quoted words inside",
    "[P Ada Vorn] said the dam was “as safe as a church” and would stay so.",
    ["mixed | Ada Vorn | said | the dam was “as safe as a church” and would stay so"],
  ],
  ["a denial", "[P Ada Vorn] denied that the dam leaks.", ["indirect | Ada Vorn | denied | the dam leaks"]],
  [
    "someone who is quoted by an agency",
    "The agency quoted [P Ada Vorn] as saying on Friday that the dam would hold.",
    ["indirect | Ada Vorn | saying | the dam would hold"],
  ],
  ["hope is voiced", "[P Ada Vorn] voiced hope that the dam would hold.", ["indirect | Ada Vorn | voiced hope | the dam would hold"]],
  [
    "an office in front of the name",
    "Water Minister [P Ada Vorn] said the dam would hold.",
    ["indirect | Ada Vorn | said | the dam would hold"],
  ],
  [
    "an apposition behind the name",
    "[P Ada Vorn], the head of the board, said the dam would hold.",
    ["indirect | Ada Vorn | said | the dam would hold"],
  ],
  [
    "an apposition in front of the name",
    "The head of the board, [P Ada Vorn], said the dam would hold.",
    ["indirect | Ada Vorn | said | the dam would hold"],
  ],
  [
    "somebody's spokesman is not that somebody",
    "A spokesman for [P Ada Vorn] said the dam would hold.",
    ["indirect | A spokesman for Ada Vorn = ? | said | the dam would hold"],
  ],
  ["nobody who is named", "A senior diplomat said the dam would hold.", ["indirect | A senior diplomat = ? | said | the dam would hold"]],
  [
    "a pronoun and sex",
    "[P Ada Vorn], a spokeswoman, met Mr. [P Kurt Bell].\n\n“It will hold,” she said.\n\n“It will not,” he said.",
    ["direct | she = Ada Vorn | said | It will hold,", "direct | he = Kurt Bell | said | It will not,"],
  ],
  [
    "it, for a body",
    "The [O Lissen Water Board] met.\n\nIt said the dam would hold.",
    ["indirect | It = Lissen Water Board | said | the dam would hold"],
  ],
  [
    "the minister",
    "Minister [P Ada Vorn] arrived with [P Kurt Bell].\n\nThe minister said the dam would hold.",
    ["indirect | The minister = Ada Vorn | said | the dam would hold"],
  ],
  [
    "two speakers in one sentence",
    "[P Ada Vorn] said the dam would hold, but [P Kurt Bell] said it leaked.",
    ["indirect | Ada Vorn | said | the dam would hold", "indirect | Kurt Bell | said | it leaked"],
  ],
  [
    "a participle",
    "[P Ada Vorn] rejected the plan, saying it would fail.",
    ["indirect | Ada Vorn | rejected | the plan", "indirect | Ada Vorn | saying | it would fail"],
  ],
  ["a title of a work", "The film “The Long Way Down” opens in [L Lissen] on Friday.", []],
  ["a nickname", "[P Kurt “Ironman” Bell] won again in [L Lissen].", []],
  ["a word at a distance", "The “experts” were wrong once more.", []],
  ["apostrophes", "The workers’ union and the ‘70s band didn’t meet.", []],
  ["what is said to be so by nobody", "The dam was said to be safe and is believed to be old.", []],
  ["a noun that looks like a verb", "The report of the board and its claims were read.", []],
  [
    "what an agency reports at the end is no part of it",
    "[P Ada Vorn] said the dam would hold, [O Lissen News] reported.",
    ["indirect | Ada Vorn | said | the dam would hold"],
  ],
  [
    "British marks, with an apostrophe and a quotation inside",
    "‘He kept saying, “Don't fuss”,’ [P Vorn] said. ‘The miners’ lamps went out.’",
    ["direct | Vorn | said | He kept saying, “Don't fuss”,", "direct | Vorn | said | The miners’ lamps went out."],
  ],
  [
    "any verb that a comma joins to a quotation",
    "[P Ada Vorn] bought a boat. “It floats,” she beamed. “So far.”",
    ["direct | she = Ada Vorn | beamed | It floats,", "direct | she = Ada Vorn | beamed | So far."],
  ],
  ["a verb of another kind behind a question", "“Who told you that?” [P Vorn] shot back.", ["direct | Vorn | shot | Who told you that?"]],
  ["a verb behind a name at a distance", "She has been called “the Iron Gate”, a name she dislikes.", []],
  [
    "a colon with nobody in front",
    "“No,” [P Vorn] said. And then, after a pause: “I would not do it a second time.”",
    ["direct | Vorn | said | No,", "direct | Vorn | And then, after a pause | I would not do it a second time."],
  ],
  ["a fragment", "[P Vorn] called it “a mess” on Friday.", ["mixed | Vorn | called | it “a mess”"]],
  ["a fragment and nothing else", "It was what [P Vorn] called “a mess”.", ["mixed | Vorn | called | “a mess”"]],
  ["a fragment behind a participle", "[P Vorn] turned the plan down, calling it “a mess”.", ["mixed | Vorn | calling | it “a mess”"]],
  [
    "a participle behind a preposition",
    "[P Vorn] was blamed after saying that the dam leaks.",
    ["indirect | Vorn | saying | the dam leaks"],
  ],
  [
    "a role that opens the sentence",
    "The minister has left the plan alone, telling reporters that it is dead.",
    ["indirect | The minister = ? | telling | it is dead"],
  ],
  [
    "who says it in the middle of a clause",
    "The marks, [P Vorn] says, match the beak.",
    ["indirect | Vorn | says | The marks, Vorn says, match the beak"],
  ],
  [
    "a rest behind who says it",
    "A bridge would be built, [P Vorn] said, but not for cars.",
    ["indirect | Vorn | said | A bridge would be built", "indirect | Vorn | said | but not for cars"],
  ],
  [
    "the end of what was said",
    "[P Vorn] said that plants might close but declined to say which.",
    ["indirect | Vorn | said | plants might close"],
  ],
  [
    "a speaker with a clause of his own behind the content",
    "The cost has risen to nine million, said an official who was not authorised to speak.",
    ["indirect | an official = ? | said | The cost has risen to nine million"],
  ],
  ["a party in brackets", "[P Ada Vorn] (Ind) said that it leaks.", ["indirect | Ada Vorn | said | it leaks"]],
  ["a party behind a comma", "[P Ada Vorn], [P R-Calder], said that it leaks.", ["indirect | Ada Vorn | said | it leaks"]],
  [
    "German, with laut",
    "Laut [P Vorn] steigen die Kosten auf drei Millionen.",
    ["indirect | Vorn | Laut | steigen die Kosten auf drei Millionen"],
  ],
  ["German, with dass", "[P Ada Vorn] betonte, dass der Damm hält.", ["indirect | Ada Vorn | betonte | der Damm hält"]],
  ["German, without dass", "[P Ada Vorn] sagte, der Damm werde halten.", ["indirect | Ada Vorn | sagte | der Damm werde halten"]],
  ["German, zufolge", "[P Vorn] zufolge leben dort dreißig Tiere.", ["indirect | Vorn | zufolge | leben dort dreißig Tiere"]],
  [
    "a pronoun by the given name",
    "[P Maria Vorn] met [P Peter Kast] on Friday. “It leaks,” he said. “It does not,” she said.",
    ["direct | he = Peter Kast | said | It leaks,", "direct | she = Maria Vorn | said | It does not,"],
  ],
  [
    "a pronoun is not whom the quotation names",
    "[P Ilun Vorn] was told of [P Oru Kast]. “[P Kast] never liked the dam,” he said.",
    ["direct | he = Ilun Vorn | said | Kast never liked the dam,"],
  ],
  [
    "a pronoun for somebody without a name",
    "[P Peter Vorn] was away. A neighbour said that it leaks. “It always did,” he said.",
    ["indirect | A neighbour = ? | said | it leaks", "direct | he = ? | said | It always did,"],
  ],
  [
    "what somebody is",
    "[P Peter Vorn] was furious. “It leaks,” the Norwegian said. “It leaks,” said the 33-year-old.",
    ["direct | the Norwegian = Peter Vorn | said | It leaks,", "direct | the 33-year-old = Peter Vorn | said | It leaks,"],
  ],
  [
    "a source is nobody who was named",
    "[P Peter Vorn] was furious. “It leaks,” the diplomat said.",
    ["direct | the diplomat = ? | said | It leaks,"],
  ],
  [
    "an agent is not who has him",
    "[P Oru Tavar]'s agent, [P Nuno Brites], was surprised. He claimed that clubs had called.",
    ["indirect | He = Nuno Brites | claimed | clubs had called"],
  ],
];

describe("quotations", () => {
  for (const [title, text, expected] of cases)
    it(title, () => {
      deepEqual(quotationsIn(text), expected);
    });
});
