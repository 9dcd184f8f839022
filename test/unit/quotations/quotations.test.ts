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
];

describe("quotations", () => {
  for (const [title, text, expected] of cases)
    it(title, () => {
      deepEqual(quotationsIn(text), expected);
    });
});
