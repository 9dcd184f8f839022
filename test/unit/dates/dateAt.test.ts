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
      abbreviated: ["It opened on [Oct. 4, 1904].", "1904-10-04"],
      "with a weekday": ["It opens on [Friday, October 4, 2013], at noon.", "2013-10-04"],
      ordinal: ["the vote of the [4th of October 1904] was close", "1904-10-04"],
      capitals: ["VELM, [OCTOBER 4, 2013] - The council", "2013-10-04"],
      "over a line break": ["It opened on [4\nOctober 1904] with a speech.", "1904-10-04"],
      "no-break space": ["It opened on [4\u00a0October 1904].", "1904-10-04"],
      ISO: ["The log of [2013-10-04] is lost.", "2013-10-04"],
      "slashes of one reading": ["The log of [25/12/2012] is lost.", "2012-12-25"],
      "slashes of two readings": ["The log of [03/04/2013] is lost.", "2013-04-03 | 2013-03-04"],
      dots: ["Das Schreiben vom [03.04.2013] fehlt.", "2013-04-03"],
      French: ["Le pont a ouvert le [4 octobre 1904].", "1904-10-04"],
      Spanish: ["El puente se abrió el [4 de octubre de 1904].", "1904-10-04"],
      "days from one to another": ["The fair of [May 16-17, 2001] was cancelled.", "2001-05-16..2001-05-17"],
      "days from one to another, day first": ["from [16 to 18 May 2013], in Velm", "2013-05-16..2013-05-18"],
      "the year stands behind the second date": ["from [30 April] to 2 May 1998", "1998-04-30"],
      "month and year": ["It was founded in [May 2009].", "2009-05"],
      "no space behind the comma": ["It opened on [June 15,1987], he said.", "1987-06-15"],
      "a short year": ["They moved on [3 May '92] to Velm.", "1992-05-03"],
      "a short year of the month": ["They moved in [May ’92] to Velm.", "1992-05"],
      "a short year of this century": ["They moved in [May '09] to Velm.", "2009-05"],
      "a short weekday": ["It opens on [Wed., Oct. 2, 2013], at noon.", "2013-10-02"],
      "a year of two digits": ["It opened on [25/12/12], he said.", "2012-12-25"],
      "a time behind it": ["The log of [2013-10-04T08:30:00Z] is lost.", "2013-10-04"],
      "a range over the end of a month, its beginning": ["It ran [Sept. 30]-Oct. 2, 2012, it said.", "2012-09-30"],
      "a range over the end of a month, its end": ["It ran Sept. 30-[Oct. 2, 2012], it said.", "2012-10-02"],
      "a range over the end of a year": ["It ran from [28 December] to 2 January 2012, it said.", "2011-12-28"],
      Polish: ["Most otwarto [15 listopada 2013] w Velmie.", "2013-11-15"],
      "Croatian, where the same word is October": ["Most je otvoren [15. listopada 2013] u Velmu.", "2013-10-15"],
      Russian: ["Мост открыли [15 ноября 2013] года.", "2013-11-15"],
      Arabic: ["افتتح الجسر في [15 نوفمبر 2013] في فيلم", "2013-11-15"],
      "Hungarian, year first": ["A hidat [2013. november 15]-én nyitották meg.", "2013-11-15"],
      Vietnamese: ["Cầu mở ngày [15 tháng 11 năm 2013] ở Velm.", "2013-11-15"],
      "Japanese era": ["橋は[平成25年11月15日]に開いた。", "2013-11-15"],
      "a year": ["It was built in [1904], he said.", "1904"],
      "a part of a year": ["It was closed [early 2012], he said.", "2012"],
      "a quarter": ["It fell in the [third quarter of 2012], he said.", "2012-07-01..2012-09-30"],
      "a month in figures": ["It opened in [12/2012], he said.", "2012-12"],
      "a decade": ["It closed in the [1990s], he said.", "1990-01-01..1999-12-31"],
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
      yesterday: ["They met [yesterday] in Velm.", "~2013-11-14"],
      "the day before yesterday": ["They met [the day before yesterday].", "~2013-11-13"],
      "last week": ["They met [last week] in Velm.", "~2013-11-04..2013-11-10"],
      "next month": ["They will meet [next month].", "~2013-12"],
      "last year": ["They met [last year].", "~2012"],
      "days ago": ["They met [three days ago].", "~2013-11-12"],
      "months ago": ["They met [14 months ago].", "~2012-09"],
      "a month that was": ["The mayor was elected in [February], he said.", "~2013-02 | 2014-02"],
      "a month that will be": ["The bank will open in [September], he said.", "~2014-09 | 2013-09"],
      "a day that was": ["The contract was signed on [March 3], he said.", "~2013-03-03 | 2014-03-03"],
      "a day to come": ["The contract expires on [March 3], he said.", "~2014-03-03"],
      "a near day that was": ["The mayor resigned on [Nov. 28] after the vote.", "~2012-11-28 | 2013-11-28"],
      "a range without a year": ["It ran June 30-[July 4], it said.", "~2013-07-04 | 2014-07-04"],
      "a day whose year the sentence says": ["The [July 20] plot failed in 1944.", "~1944-07-20 | 2013-07-20"],
      "last night": ["It burnt down [last night], he said.", "~2013-11-14"],
      "this morning": ["It burnt down [this morning], he said.", "~2013-11-15"],
      "over the weekend": ["It burnt down [over the weekend], he said.", "~2013-11-09..2013-11-10 | 2013-11-16..2013-11-17"],
      "next weekend": ["It will open [next weekend], he said.", "~2013-11-16..2013-11-17 | 2013-11-23..2013-11-24"],
      "in three days": ["It is due [in three days], he said.", "~2013-11-18"],
      "in three days that are past": ["It fell by a tenth [in three days], he said.", "none"],
      "on the 20th": ["It is due on [the 20th], he said.", "~2013-11-20 | 2013-10-20"],
      "the 5th floor": ["It stands on the [5th floor] of the hall.", "none"],
      "the following day": ["It opened the [following day], he said.", "none"],
      "the week before last": ["It opened [the week before last].", "~2013-10-28..2013-11-03"],
      "a week ago Monday": ["It opened [a week ago Monday].", "~2013-11-04"],
      "Monday week": ["It will open on [Monday week].", "~2013-11-25"],
      "the end of next year": ["It is due by [the end of next year].", "~2014-12"],
      Christmas: ["It will open at [Christmas], he said.", "~2013-12-25"],
      "an undated article": ["They met on [Monday] in Velm.", "~", null],
      "an undated article, a date in full": ["They met on [4 October 1904].", "1904-10-04", null],
    });
  });

  describe("that another date gives", () => {
    checkAll({
      "the following day": ["It opened on 4 October 1904. [The following day] it sank.", "1904-10-05"],
      "the day before": ["It opened on 4 October 1904. [The day before], it rained.", "1904-10-03"],
      "the day before an event is none of a date's": ["It opened on 4 October 1904, the [day before] the vote.", "none"],
      "years later": ["It opened in 1904 and sank [three years later].", "1907"],
      "a week later, by day and as a week": ["It opened on 4 October 1904 and sank [a week later].", "1904-10-11 | 1904-10-10..1904-10-16"],
      "a day is not told from a year": ["It opened in 1904. The [following day] it sank.", "none"],
      "that year": ["It opened in 1904. [That year] it sank.", "1904"],
      "with a weekday's two readings": ["It opened on Monday and sank [the next day].", "~2013-11-12 | 2013-11-19"],
      "of two dates both": ["It was named on 1 May 1903 and opened on 4 October 1904. [The next day] it sank.", "1904-10-05 | 1903-05-02"],
      "when somebody spoke comes last": [
        "It opened on 4 October 1904, he said on Monday. [The next day] it sank.",
        "1904-10-05 | 2013-11-12 | 2013-11-19",
      ],
    });
  });

  describe("years and their parts", () => {
    checkAll({
      "two years": ["He played in the [2012-13] season.", "2012-01-01..2013-12-31"],
      "two years or a month": ["He played in [2009-10], he said.", "2009-01-01..2010-12-31 | 2009-10"],
      "from year to year, its beginning": ["from [1998] to 2003", "1998"],
      "from year to year": ["from [1998 to 2003]", "1998-01-01..2003-12-31"],
      "a season": ["in the [spring of 2012]", "2012-03-01..2012-05-31 | 2012-09-01..2012-11-30"],
      "a season by its distance": ["It sank [last winter].", "~2012-12-01..2013-02-28 | 2013-06-01..2013-08-31"],
      "a fiscal year": [
        "in [FY2013] it fell",
        "2013 | 2012-10-01..2013-09-30 | 2012-07-01..2013-06-30 | 2012-04-01..2013-03-31 | 2013-04-01..2014-03-31",
      ],
      "a quarter without a year": ["Profit rose in the [second quarter].", "~2013-04-01..2013-06-30 | 2014-04-01..2014-06-30"],
      "the first half of a match": ["He scored in the [first half] of the match.", "none"],
      "a short decade": ["in the ['60s]", "1960-01-01..1969-12-31"],
      "an age": ["a man in his [60s]", "none"],
      "a century": ["of [the 19th century]", "1801-01-01..1900-12-31"],
      "a century before Christ": ["of [the fifth century BC]", "none"],
      "a number of homes": ["the [2000] homes there", "none"],
    });
  });

  describe("stretches and counts", () => {
    checkAll({
      "the past three days": ["It rained [in the past three days].", "~2013-11-12..2013-11-15"],
      "a last week of a month": ["It rained [in the last week] of May.", "none"],
      "count words": ["It sank [twenty-five years ago].", "~1988"],
      "half a century": ["It sank [half a century ago].", "~1963"],
      "a superlative looks back": ["It is to be the worst flood [in ten years].", "none"],
      "a fortnight": ["It sank [a fortnight ago].", "~2013-10-28..2013-11-03"],
      "Wednesday of last week": ["It sank on [Wednesday of last week].", "~2013-11-06"],
      "Tuesday night": ["It sank late on [Tuesday night].", "~2013-11-12 | 2013-11-19"],
      "Monday to Wednesday": ["It rained from [Monday to Wednesday].", "~2013-11-11..2013-11-13 | 2013-11-18..2013-11-20"],
      overnight: ["It sank [overnight].", "~2013-11-14..2013-11-15"],
      "an overnight ferry": ["The [overnight] ferry sank.", "none"],
      "March to May": ["It rained from [March to May].", "~2013-03-01..2013-05-31 | 2014-03-01..2014-05-31"],
      "a week by its end": ["in [the week ending 9 November 2013]", "2013-11-03..2013-11-09"],
      "Good Friday, west and east": ["They met on [Good Friday], he said.", "~2013-03-29 | 2014-04-18 | 2013-05-03"],
    });
  });

  describe("weekdays", () => {
    checkAll({
      past: ["The minister said on [Monday] that it was over.", "~2013-11-11 | 2013-11-18"],
      "past without a preposition": ["the ministry said [Monday], calling on all", "~2013-11-11 | 2013-11-18"],
      future: ["The council will meet on [Monday] in Velm.", "~2013-11-18 | 2013-11-11"],
      "an infinitive": ["A delegation is due to meet officials in Velm on [Thursday] for talks.", "~2013-11-21 | 2013-11-14"],
      "a condition": ["It offered money if a deal is reached on [Monday].", "~2013-11-18 | 2013-11-11"],
      "a deadline": ["It promised an answer by [Monday].", "~2013-11-18 | 2013-11-11"],
      "what had happened by a day": ["The fire had spread to Velm by [Monday].", "~2013-11-11 | 2013-11-18"],
      "what could not be": ["He could not be reached for comment on [Monday].", "~2013-11-11 | 2013-11-18"],
      "to a place is no infinitive": ["She flew to Velm on [Monday].", "~2013-11-11 | 2013-11-18"],
      "to a figure is no infinitive": ["cases rose to 148 on [Monday], it said", "~2013-11-11 | 2013-11-18"],
      scheduled: ["The vote is scheduled for [Wednesday].", "~2013-11-20 | 2013-11-13"],
      "the nearer of two": ["She arrives in Velm on [Saturday].", "~2013-11-16 | 2013-11-09"],
      "at the start": ["On [Tuesday], the council rejected it.", "~2013-11-12 | 2013-11-19"],
      "the sentence before does not count": ["It will rain. On [Tuesday] it rained.", "~2013-11-12 | 2013-11-19"],
      "of the same day": ["The minister said on [Friday] that it was over.", "~2013-11-15"],
      last: ["They met [last Saturday].", "~2013-11-09"],
      "last, said in the same week": ["They met [last Monday].", "~2013-11-11 | 2013-11-04"],
      next: ["They meet [next Tuesday].", "~2013-11-19"],
      "next, said in the same week": ["They meet [next Sunday].", "~2013-11-24 | 2013-11-17"],
      possessive: ["after [Monday]'s vote failed", "~2013-11-11 | 2013-11-18"],
      capitals: ["WILL MEET ON [MONDAY]", "~2013-11-18 | 2013-11-11"],
    });
  });

  describe("none", () => {
    checkAll({
      "every Monday": ["They meet every [Monday].", "none"],
      Mondays: ["They meet on [Mondays].", "none"],
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
      "a name with a month": ["Mrs. Theresa [May 3] spoke.", "none"],
      "a flight": ["On Flight 15 [November] Alpha landed.", "none"],
      "a number of people": ["Some [20 May] come, he said.", "none"],
      "an address": ["The host 10.[11.2013].4 was seen.", "none"],
      "a version": ["Since version [1.2.2013] it runs.", "none"],
      "a name with a weekday": ["[Sun] Hung was there.", "none"],
      homes: ["Water rose in [2000] homes.", "none"],
      sun: ["the [sun] sat down", "none"],
    });
  });
});
