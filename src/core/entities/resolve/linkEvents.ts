import { keyWords } from "../names/nameKey";
import type { Candidate } from "./candidate";

const meeting = new Set("conference talks summit meeting negotiations congress forum".split(" "));
const filler = new Set("peace international world global the".split(" "));

/** What a meeting's name consists of: its place (or theme), its number, and whether it says that it is a meeting. */
function meetingName(key: string): { readonly theme: string; readonly number: string; readonly says: boolean } | null {
  const words = keyWords(key);
  const says = words.some((word) => meeting.has(word));
  const number = words.find((word) => /^(?:\d{1,2}|[ivx]{1,4})$/u.test(word)) ?? "";
  if (!says && number === "") return null;
  const theme = words.filter((word) => !meeting.has(word) && !filler.has(word) && word !== number).join(" ");
  return theme === "" ? null : { theme, number, says };
}

/** So many different meetings of one article are compared. */
const mostThemes = 500;
const ordinal = /^(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)|annual|next|last)$/u;

/** The one theme of the article of which a theme is the beginning ("tarlen" of "tarlen basin"); itself where there is none or several. */
function fullTheme(theme: string, themes: readonly string[]): string {
  const longer = themes.filter((other) => other.startsWith(`${theme} `) && !keyWords(other).some((word) => ordinal.test(word)));
  return longer.length === 1 ? (longer[0] ?? theme) : theme;
}

/**
 * Links the names of one meeting in one article: "Geneva-2", "the Geneva-2 conference" and "the Geneva conference"
 * are one where the article has no other number for that place. The key of the numbered form holds.
 */
export function linkEvents(candidates: readonly Candidate[]): void {
  const meetings = candidates.map((one) => ({ one, name: meetingName(one.key) }));
  const themes = [...new Set(meetings.flatMap(({ name }) => name?.theme ?? []))].slice(0, mostThemes);
  const numbersOf = new Map<string, Set<string>>();
  for (const { name } of meetings)
    if (name !== null && name.number !== "") numbersOf.set(name.theme, (numbersOf.get(name.theme) ?? new Set()).add(name.number));
  const fullThemes = new Map<string, string>();
  for (const { one, name: short } of meetings) {
    if (short === null) continue;
    const theme = fullThemes.get(short.theme) ?? fullTheme(short.theme, themes);
    fullThemes.set(short.theme, theme);
    const name = { ...short, theme };
    if (name.theme !== short.theme) one.because = `“${one.clean}” is short for the meeting on ${name.theme}`;
    const numbers = numbersOf.get(name.theme) ?? new Set<string>();
    const number = name.number !== "" ? name.number : numbers.size === 1 ? ([...numbers][0] ?? "") : "";
    if (number !== "") {
      const key = `${name.theme} ${number}`;
      if (one.key !== key) one.because = `one meeting at ${name.theme} in the article`;
      one.key = key;
    } else {
      one.key = `${name.theme} ${keyWords(one.key).find((word) => meeting.has(word)) ?? "meeting"}`;
    }
  }
}
