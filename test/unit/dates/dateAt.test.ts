import assert from "node:assert/strict";
import { dateAt } from "../../../src/core/dates/dateAt";

/** `[text with the date's words in brackets, readings]`; published on Friday, 15 November 2013, unless another day is given. */
type Case = readonly [text: string, readings: string, published?: string | null];

function check({ text, published }: { readonly text: string; readonly published: string | null }): string {
  const marked = /\[([^\]]*)\]/.exec(text);
  assert.ok(marked, text);
  const plain = text.replace(/[[\]]/g, "");
  const found = dateAt(plain, marked.index + Math.floor((marked[1]?.length ?? 0) / 2), published);
  if (found === null) return "none";
  assert.equal(plain.slice(found.span.start, found.span.end), marked[1], text);
  return `${found.by === "text" ? "" : "~"}${found.readings.join(" | ")}`;
}

function checkAll(cases: Readonly<Record<string, Case>>): void {
  for (const [name, [text, expected, published = "2013-11-15"]] of Object.entries(cases)) {
    it(name, () => {
      assert.equal(check({ text, published }), expected);
    });
  }
}

describe("dates in running text", () => {
  describe("that are written out", () => {
    checkAll({
      "day first": ["It opened on [4 October 1904] with a speech.", "1904-10-04"],
      "month first": ["It opened on [October 4, 1904], with a speech.", "1904-10-04"],
      "abbreviated": ["It opened on [Oct. 4, 1904].", "1904-10-04"],
      "with a weekday": ["It opens on [Friday, October 4, 2013], at noon.", "2013-10-04"],
      "ordinal": ["the vote of the [4th of October 1904] was close", "1904-10-04"],
      "capitals": ["VELM, [OCTOBER 4, 2013] - The council", "2013-10-04"],
      "over a line break": ["It opened on [4\nOctober 1904] with a speech.", "1904-10-04"],
      "no-break space": ["It opened on [4\u00a0October 1904].", "1904-10-04"],
      "ISO": ["The log of [2013-10-04] is lost.", "2013-10-04"],
      "slashes of one reading": ["The log of [25/12/2012] is lost.", "2012-12-25"],
      "slashes of two readings": ["The log of [03/04/2013] is lost.", "2013-04-03 | 2013-03-04"],
      "dots": ["Das Schreiben vom [03.04.2013] fehlt.", "2013-04-03"],
      "French": ["Le pont a ouvert le [4 octobre 1904].", "1904-10-04"],
      "Spanish": ["El puente se abrió el [4 de octubre de 1904].", "1904-10-04"],
      "days from one to another": ["The fair of [May 16-17, 2001] was cancelled.", "2001-05-16..2001-05-17"],
      "days from one to another, day first": ["from [16 to 18 May 2013], in Velm", "2013-05-16..2013-05-18"],
      "the year stands behind the second date": ["from [30 April] to 2 May 1998", "1998-04-30"],
      "month and year": ["It was founded in [May 2009].", "2009-05"],
      "month, of, year": ["by mid-[June of 2009] it had closed", "2009-06"],
    });
  });

  describe("that the article's date completes", () => {
    checkAll({
      "the year": ["She will return on [November 20], he said.", "~2013-11-20"],
      "the year, day first": ["since [20 September] they have met", "~2013-09-20"],
      "over the turn of the year": ["on [Jan. 4], when", "~2014-01-04"],
      "far from both": ["the uprising of [May 20] began", "~2013-05-20 | 2014-05-20"],
      "a weekday settles it": ["on [Tuesday, May 20], the council", "~2014-05-20"],
      "a weekday that fits no year about": ["on [Sunday, May 22], the council", "~"],
      "a month behind": ["It was closed in [August].", "~2013-08 | 2014-08"],
      "a month ahead": ["It is to open in [February].", "~2014-02 | 2013-02"],
      "last year's": ["called on the evening of [6 November last year], she said", "~2012-11-06"],
      "a month of last year": ["they met in [December last year]", "~2012-12"],
      "at the end of a sentence": ["It has been closed since [October 20].", "~2013-10-20"],
      "at the end of a sentence, day first": ["It stays closed until [4 December].", "~2013-12-04"],
      "since a month": ["They have tried since [March] to meet.", "~2013-03"],
      "last May": ["since last [May], when", "~2013-05"],
      "this month by name": ["earlier in [November] they met", "~2013-11"],
      "yesterday": ["They met [yesterday] in Velm.", "~2013-11-14"],
      "the day before yesterday": ["They met [the day before yesterday].", "~2013-11-13"],
      "last week": ["They met [last week] in Velm.", "~2013-11-04..2013-11-10"],
      "next month": ["They will meet [next month].", "~2013-12"],
      "last year": ["They met [last year].", "~2012"],
      "days ago": ["They met [three days ago].", "~2013-11-12"],
      "months ago": ["They met [14 months ago].", "~2012-09"],
      "an undated article": ["They met on [Monday] in Velm.", "~", null],
      "an undated article, a date in full": ["They met on [4 October 1904].", "1904-10-04", null],
    });
  });

  describe("weekdays", () => {
    checkAll({
      "past": ["The minister said on [Monday] that it was over.", "~2013-11-11 | 2013-11-18"],
      "past without a preposition": ["the ministry said [Monday], calling on all", "~2013-11-11 | 2013-11-18"],
      "future": ["The council will meet on [Monday] in Velm.", "~2013-11-18 | 2013-11-11"],
      "an infinitive": ["A delegation is due to meet officials in Velm on [Thursday] for talks.", "~2013-11-21 | 2013-11-14"],
      "a condition": ["It offered money if a deal is reached on [Monday].", "~2013-11-18 | 2013-11-11"],
      "a deadline": ["It promised an answer by [Monday].", "~2013-11-18 | 2013-11-11"],
      "what had happened by a day": ["The fire had spread to Velm by [Monday].", "~2013-11-11 | 2013-11-18"],
      "what could not be": ["He could not be reached for comment on [Monday].", "~2013-11-11 | 2013-11-18"],
      "to a place is no infinitive": ["She flew to Velm on [Monday].", "~2013-11-11 | 2013-11-18"],
      "to a figure is no infinitive": ["cases rose to 148 on [Monday], it said", "~2013-11-11 | 2013-11-18"],
      "scheduled": ["The vote is scheduled for [Wednesday].", "~2013-11-20 | 2013-11-13"],
      "the nearer of two": ["She arrives in Velm on [Saturday].", "~2013-11-16 | 2013-11-09"],
      "at the start": ["On [Tuesday], the council rejected it.", "~2013-11-12 | 2013-11-19"],
      "the sentence before does not count": ["It will rain. On [Tuesday] it rained.", "~2013-11-12 | 2013-11-19"],
      "of the same day": ["The minister said on [Friday] that it was over.", "~2013-11-15"],
      "last": ["They met [last Saturday].", "~2013-11-09"],
      "last, said in the same week": ["They met [last Monday].", "~2013-11-11 | 2013-11-04"],
      "next": ["They meet [next Tuesday].", "~2013-11-19"],
      "next, said in the same week": ["They meet [next Sunday].", "~2013-11-24 | 2013-11-17"],
      "possessive": ["after [Monday]'s vote failed", "~2013-11-11 | 2013-11-18"],
      "capitals": ["WILL MEET ON [MONDAY]", "~2013-11-18 | 2013-11-11"],
    });
  });

  describe("none", () => {
    checkAll({
      "every Monday": ["They meet every [Monday].", "none"],
      "Mondays": ["They meet on [Mondays].", "none"],
      "a day with a name": ["since Bloody [Sunday] in Velm", "none"],
      "a paper": ["told The [Sunday] Times that", "none"],
      "may is a verb": ["Of these, [12 may] have died.", "none"],
      "to march": ["they [march 5] abreast", "none"],
      "May is a name": ["Mrs [May] said nothing.", "none"],
      "a figure": ["Figure [20131115] is wrong.", "none"],
      "a score": ["won [3-4] at home", "none"],
      "no such day": ["on [31 February 2013] of course", "none"],
      "a price": ["paid $[12 March] said", "none"],
      "a second": ["in the [second] half", "none"],
      "plain words": ["nothing [here] is a date", "none"],
      "sun": ["the [sun] sat down", "none"],
    });
  });
});
