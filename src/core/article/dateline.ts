import { isAgency } from "./agencies";
import { readCaselessDateline } from "./caselessDateline";
import { type FoundDate, findDates } from "./dateText";
import { singleLine } from "../text/escape";
import { monthNamed, weekdayNamed } from "../dates/months";
import { displayPlace, isFilingCity } from "./placeName";

/** A dateline at the start of a short text; offsets into that text. */
export interface ReadDateline {
  /** Where the lead starts: behind dash and white space. */
  readonly end: number;
  readonly place: { readonly text: string; readonly start: number; readonly end: number; readonly cities: readonly string[] } | null;
  readonly agency: { readonly name: string; readonly start: number; readonly end: number } | null;
  /** A date with a year; offsets into the text. */
  readonly date: FoundDate | null;
  /** Who signs inside the dateline, as Chinese, Japanese and Korean papers do. */
  readonly signed: { readonly text: string; readonly start: number; readonly end: number } | null;
}

/** How much of a paragraph's beginning is looked at. */
export const datelineLimit = 200;

const keyword = /^(?:date|dated|published|posted|publication date)(?:\s*:)?\s+(?=\d)/i;
const dateAtStart = /^(?:\d{4}-\d{2}-\d{2}|\d{4}\/\d{2}\/\d{2}|\d{1,2}\.\d{1,2}\.\d{4})(?:T[\d:.]+Z?)?(?=\s)/;
const word =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|(?:de|la|le|du|des|del|da|do|dos|das|di|of|the|and|et|und|y|al|el|am|der|en|sur|upon)(?=\s\p{Lu}|-\p{Lu}))/u;
const weekday = /^(\p{L}{3,12})\.?,?\s+/u;
const dayAndMonth =
  /^(?:(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:de\s+)?(\p{L}{3,12})\.?)(?:(?:,\s*|\s+)(\d{4})(?!\d))?/u;
const inBrackets = /^[([](\p{L}[\p{L}\p{N} .&'’/-]{1,38})[)\]]/u;
const inSlashes = /^\/(\p{L}[\p{L}\p{N} .&-]{1,30})\//u;
const dash = /^\s{0,9}[.:]?\s*(?:--+|[-–—―‒]|>>|»|›|_(?=\s))\s*/;
/** "(Velm, KA) -" */
const bracketedPlace = /^\((\p{Lu}[\p{L}\p{M}.'’ -]{2,30}(?:,\s\p{Lu}[\p{L}.]{1,20})?)\)\s*(?:--+|[-–—])\s+(?=\S)/u;

/** Words in capitals that stand before a dash or a colon without being a place. */
const notPlaces = new Set(
  (
    "NATO UN EU US USA UK WHO IMF OPEC ASEAN BRICS FIFA UEFA BREAKING UPDATE UPDATES EXCLUSIVE WATCH ANALYSIS OPINION INTERVIEW FACTBOX TIMELINE NOTE EDITORIAL " +
    "VIDEO PHOTOS LIVE CORRECTION CORRECTED COMMENT FEATURE REVIEW QUESTION ANSWER Q A ADVISORY URGENT FLASH ALERT REPORT PROFILE EXPLAINER BACKGROUND WARNING " +
    "POLL QUIZ TRANSCRIPT SPEAKER INTERVIEWER MODERATOR HOST ANCHOR POLICE COURT CRIME WEATHER FOOTBALL CRICKET TENNIS RESULT RESULTS SCORE SCORES OBITUARY EXPLAINED REVEALED SPOILER FOCUS INSIGHT PODCAST MARKET MARKETS " +
    "STOCKS SHARES FOREX FACTS FAQ TIPS RECIPE INGREDIENTS PRICE RATING VERDICT CAST DIRECTOR STARS AUTHOR EDITOR REPORTER KEY QUOTE QUOTES TODAY TONIGHT YESTERDAY MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY LETTER LETTERS " +
    "SUMMARY CONTACT SOURCE TITLE DATE BYLINE SECTION LENGTH HEADLINE BODY LEAD PLEASE TABLE STORY NEWS SPORT BUSINESS WORLD READ PHOTO IMAGE CAPTION"
  ).split(" "),
);

interface Place {
  text: string;
  start: number;
  end: number;
  cities: string[];
  capitals: boolean;
}

/** Reads "NEW YORK", "KYIV, Ukraine", "BEIJING/MOSCOW", "WASHINGTON, D.C."; stops before a date. */
function readPlace(text: string, from: number): Place | null {
  let at = from;
  let end = from;
  let words = 0;
  let segment = 0;
  let firstSegmentEnd = from;
  for (;;) {
    const found = word.exec(text.slice(at));
    const value = found?.[0].replace(/--.*/s, "--");
    if (value === undefined) break;
    const bare = value.replace(/[.,]{1,99}$/, "");
    const beforeDay = /^[.,]?\s+\d/.test(text.slice(at + value.length, at + value.length + 4));
    if (words > 0 && ((beforeDay && monthNamed(bare) > 0) || weekdayNamed(bare) >= 0)) break;
    if (++words > 8) return null;
    // "San Francisco--", "MOSCOW -": a dash belongs to the dateline, not to the name.
    at += value.replace(/-{1,99}$/, "").length;
    end = at;
    if (segment === 0) firstSegmentEnd = end;
    const gap = /^(?:\/|\s*,\s*|\s+)/.exec(text.slice(at))?.[0];
    if (gap === undefined) break;
    if (gap.includes(",")) {
      if (++segment > 2) break;
      if (!word.test(text.slice(at + gap.length))) break;
    }
    at += gap.length;
  }
  if (words === 0) return null;
  const raw = text.slice(from, end);
  const whole = raw.endsWith(".") && !/\.\p{L}+\.$|^(?:St|Mt)\.$|, \p{L}+\.$/u.test(raw) ? raw.slice(0, -1) : raw;
  const first = text.slice(from, Math.min(firstSegmentEnd, from + whole.length));
  const cities = first
    .split(/\s{0,99}\/\s*|\s{1,99}(?:and|AND)\s+/u)
    .filter((city) => city !== "")
    .map((city) => displayPlace(singleLine(city).replace(/(?<!\.\p{L}{1,2})\.$/u, "")));
  const shouting = first.replace(/\b(?:de|la|of|the|al|and)\b/g, "");
  return {
    text: whole,
    start: from,
    end: from + whole.length,
    cities,
    capitals: shouting === shouting.toUpperCase() && /\p{Lu}{2}/u.test(shouting),
  };
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (text.charAt(next) === " ") next++;
  return next;
}

function readDay(text: string, at: number): { end: number; date: FoundDate | null } | null {
  const named = weekday.exec(text.slice(at, at + 16));
  const from = named !== null && weekdayNamed(named[1] ?? "") >= 0 ? at + named[0].length : at;
  const match = dayAndMonth.exec(text.slice(from, from + 50));
  if (match === null) return null;
  if (monthNamed(match[1] ?? match[4] ?? "") === 0) return null;
  const end = from + match[0].length;
  const date = match[5] === undefined ? null : (findDates(text.slice(at, end))[0] ?? null);
  return { end, date: date === null ? null : { ...date, start: date.start + at, end: date.end + at } };
}

function readAgency(text: string, at: number): { name: string; start: number; end: number; close: number } | null {
  const match = inBrackets.exec(text.slice(at, at + 44)) ?? inSlashes.exec(text.slice(at, at + 44));
  const name = match?.[1]?.trim();
  if (match === null || name === undefined) return null;
  const looksLikeName = isAgency(name) || (/^\p{Lu}/u.test(name) && !/^\p{Lu}\p{Ll}{0,4}\.$/u.test(name));
  return looksLikeName ? { name, start: at + 1, end: at + 1 + name.length, close: at + match[0].length } : null;
}

/** `text`, with every kind of space made a plain one so that offsets stay. */
function evenSpaces(text: string): string {
  return text.replace(/[\t\u00a0\u2000-\u200b\u202f\u3000\ufeff]/g, " ");
}

/**
 * Whether a dateline is out of the question: prose goes on in lower case before there is a dash, a colon, a bracket, a
 * slash or a figure. All layouts have one of them behind capitalised words, small words ("de", "upon") and at most
 * two others in lower case (a day and a month). Spares most paragraphs the closer look.
 */
function isPlainProse(text: string): boolean {
  let long = 0;
  let lowerRun = 0;
  const end = Math.min(text.length, datelineLimit);
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x61 && unit <= 0x7a) {
      if (lowerRun >= 0 && ++lowerRun === 5 && ++long === 3) return true;
    } else if (unit === 0x20) lowerRun = 0;
    // "(" to "/" with the figures behind it up to ":", "[", and whatever is not ASCII but may be a dash.
    else if (
      unit === 0x28 ||
      unit === 0x3e ||
      unit === 0xbb ||
      unit === 0x203a ||
      (unit >= 0x2d && unit <= 0x3a && unit !== 0x2e) ||
      unit === 0x5b ||
      (unit >= 0x2012 && unit <= 0x2015)
    )
      return false;
    else lowerRun = -1;
  }
  return true;
}

/** "Velm — The river rose": one capitalised word, a long dash set apart, and a sentence that begins behind it. */
function isLonePlace(place: string, mark: string, behind: string): boolean {
  return (
    /^[—―]\s$/.test(mark) &&
    /^\p{Lu}\p{Ll}[\p{L}\p{M}'’-]{1,18}$/u.test(place) &&
    /^["“‘]?\p{Lu}\p{Ll}/u.test(behind) &&
    behind.length >= 80 &&
    !notPlaces.has(place.toUpperCase()) &&
    weekdayNamed(place) < 0 &&
    monthNamed(place) === 0
  );
}

/**
 * The dateline that a lead starts with, in the layouts of news agencies: "MOSCOW (Reuters) - ", "KYIV, Ukraine (AP) — ",
 * "MOSCOW, March 3. /TASS/. ", "SAN FRANCISCO--(BUSINESS WIRE)--", "PARIS — ", "(Reuters) - ", also with a date before
 * it ("date 2013-11-15 MOSCOW (Reuters) - "). Null where there is not enough evidence for one.
 */
export function readDateline(raw: string): ReadDateline | null {
  const unit = raw.charCodeAt(0);
  if (unit > 0x58f || unit === 0x5b || unit === 0x28) {
    const caseless = readCaselessDateline(evenSpaces(raw.slice(0, datelineLimit)));
    if (caseless !== null) return { ...caseless, date: null };
  }
  if (isPlainProse(raw)) return null;
  const text = evenSpaces(raw.slice(0, datelineLimit)).replace(/[*_]{2}/g, "  ");
  let at = skipSpace(text, 0);
  let date: FoundDate | null = null;
  const label = keyword.exec(text.slice(at))?.[0].length ?? 0;
  const stamp = dateAtStart.exec(text.slice(at + label));
  const labelled = stamp === null && label > 0 ? readDay(text, at + label) : null;
  let stamped = false;
  if (stamp !== null) {
    const found = findDates(stamp[0])[0];
    if (found !== undefined) {
      const start = at + label;
      date = { ...found, start, end: start + found.end };
      at = skipSpace(text, start + stamp[0].length);
      stamped = true;
    }
  } else if (labelled !== null && labelled.date !== null) {
    date = labelled.date;
    at = skipSpace(text, labelled.end);
    stamped = true;
  }
  if (!stamped && label === 0) {
    // "October 4, 2044 - The council …": a date with its year and a dash.
    const bracket = text.charAt(at) === "(" ? 1 : 0;
    const day = readDay(text, at + bracket);
    if (day?.date && (bracket > 0 ? /^\)\s/ : /^\s*(?:--+|[-–—])\s/).test(text.slice(day.end))) {
      date = day.date;
      at = skipSpace(text, day.end + bracket);
      stamped = true;
    }
  }
  if (stamped) at += dash.exec(text.slice(at))?.[0].length ?? 0;
  const afterStamp = at;

  const enclosed = bracketedPlace.exec(text.slice(at));
  if (enclosed !== null && !isAgency(enclosed[1] ?? "") && /\p{Ll}/u.test(text.slice(at + enclosed[0].length))) {
    const inside = readPlace(text, at + 1);
    if (inside !== null && (inside.text.includes(",") || inside.capitals || isFilingCity(inside.cities[0] ?? ""))) {
      return {
        end: at + enclosed[0].length,
        place: { text: raw.slice(inside.start, inside.end), start: inside.start, end: inside.end, cities: inside.cities },
        agency: null,
        date,
        signed: null,
      };
    }
  }

  let agency = readAgency(text, at);
  if (agency !== null) at = skipSpace(text, agency.close);
  const place = readPlace(text, at);
  const leadingAgencyOnly =
    agency !== null && (dash.test(text.slice(at)) || place === null || !/^[\s,]*(?:--|[-–—])/.test(text.slice(place.end)));
  let dated = false;
  let comma = false;
  if (place !== null && !leadingAgencyOnly) {
    at = place.end;
    const stop = /^\s*[,.]/.exec(text.slice(at))?.[0].length ?? 0;
    comma = stop > 0;
    at = skipSpace(text, at + stop);
    const day = readDay(text, at);
    if (day !== null) {
      dated = true;
      date ??= day.date;
      at = skipSpace(text, day.end);
    }
    const joint = /^(?:[,.]|--+|[-–—])\s*(?=[(/])/.exec(text.slice(at))?.[0].length ?? 0;
    const behind = readAgency(text, at + joint);
    if (behind !== null) {
      agency = behind;
      at = behind.close;
    } else if (dated) {
      // "BEIJING, March 3, Xinhua -", "Velm. October 4. INTERFAX -"
      const named = /^[,.]?\s*(\p{L}[\p{L} ]{1,19}?)(?=\s{0,9}(?:--|[-–—]\s))/u.exec(text.slice(at));
      const name = named?.[1];
      if (named !== null && name !== undefined && isAgency(name)) {
        const start = at + named[0].length - name.length;
        agency = { name, start, end: start + name.length, close: start + name.length };
        at = agency.close;
      }
    }
  }
  if (dated && agency === null) {
    // "MOSCOW, 4 Oct - RIA Novosti."
    const named = /^\s*(?:--+|[-–—])\s*([\p{L} ]{2,20})(?=\.\s)/u.exec(text.slice(at));
    const name = named?.[1] ?? "";
    if (named !== null && isAgency(name)) {
      const start = at + named[0].length - name.length;
      agency = { name, start, end: start + name.length, close: start + name.length };
      at = agency.close;
    }
  }
  const found = leadingAgencyOnly ? null : place;
  const rest = text.slice(at);
  const mark = dash.exec(rest)?.[0] ?? (agency !== null || dated ? /^\s*[.:]\s+/.exec(rest)?.[0] : undefined);
  const colon = mark === undefined ? /^:\s+(?=\S)/.exec(rest)?.[0] : undefined;
  const behind = mark ?? colon ?? "";
  const known = found !== null && isFilingCity(found.cities[0] ?? "");
  const upper = found?.text.split(/[\s,:]/)[0] ?? "";
  const shouted = found?.capitals === true && found.text.length >= 4 && !notPlaces.has(upper);

  // In a headline set in capitals ("OIL PACT LIKELY - DELEGATES") capitals tell nothing.
  const leadsOn = /\p{Ll}/u.test(rest) || rest.trim().length <= 3;

  let evident: boolean;
  if (agency !== null) {
    const trusted = isAgency(agency.name);
    const marked = mark !== undefined;
    evident =
      found === null
        ? trusted && (marked || stamped || !/\s/.test(agency.name)) && agency.close > 0
        : trusted
          ? marked || /^[\s\p{Lu}]/u.test(rest) || rest === "" || agency.close === text.length
          : marked && (found.capitals || known || dated || found.text.split(/\s+/).length <= 3);
    if (found === null && !marked && !/^\s*\p{Lu}/u.test(rest)) evident = false;
  } else if (found === null) evident = false;
  else if (mark !== undefined) {
    // Some set the dash without spaces: "VELM—The river", in capitals only.
    const spaced =
      /\s$|^--/.test(mark) || rest === mark || (/[—―]$/.test(mark) && found.capitals && /^["“‘]?\p{Lu}/u.test(rest.slice(mark.length)));
    const dashed = /[-–—―‒>»›]/.test(mark);
    evident =
      spaced &&
      (dated
        ? dashed && (found.capitals || known || comma)
        : dashed &&
          ((shouted && leadsOn) ||
            (known && text.charAt(at - 1) === " ") ||
            (text.charAt(at - 1) === " " && isLonePlace(found.text, mark, rest.slice(mark.length)))));
  } else if (colon !== undefined) {
    const reports =
      leadsOn &&
      rest.length >= 60 &&
      found.text.split(/\s+/).length <= 3 &&
      !found.text.includes("/") &&
      /^:\s+["“‘]?(?!(?:I|I'm|We|You|My|Our|Yes|No|Well|Why|What|How|Who|When|Where)\b)\p{Lu}/u.test(rest);
    evident = found.capitals && (known || (shouted && (dated || reports)));
  } else evident = stamped && known && found.capitals;

  if (!evident) {
    if (!stamped) return null;
    return { end: skipSpace(text, afterStamp), place: null, agency: null, date, signed: null };
  }
  const end = skipSpace(text, at + behind.length);
  return {
    end,
    place: found === null ? null : { text: raw.slice(found.start, found.end), start: found.start, end: found.end, cities: found.cities },
    agency: agency === null ? null : { name: agency.name, start: agency.start, end: agency.end },
    date,
    signed: null,
  };
}
