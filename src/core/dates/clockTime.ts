/** Offsets from UTC, in minutes, of the zone names that news sites print. */
const zones: Readonly<Record<string, number>> = {
  Z: 0,
  GMT: 0,
  UTC: 0,
  UT: 0,
  WET: 0,
  BST: 60,
  CET: 60,
  WEST: 60,
  CEST: 120,
  EET: 120,
  SAST: 120,
  EEST: 180,
  MSK: 180,
  IST: 330,
  SGT: 480,
  HKT: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  ET: -300,
  PT: -480,
};

const clock =
  /(?<![\d.:/])(\d{1,2})(?:[:.h](\d{2})(?::\d{2}(?:[.,]\d{1,6})?)?\s*([ap]\.?m\b\.?)?|\s*([ap]\.?m\b\.?))\s*\(?(?:(?:GMT|UTC)?([+-]\d{2}):?(\d{2})|(Z|[A-Z]{2,4})(?![A-Z]))?\)?/i;

/** A time of day found in a short text, at `[start, end)` of it. */
export interface FoundTime {
  readonly start: number;
  readonly end: number;
  /** `HH:MM`, with `Z` or `±HH:MM` where the zone is known. */
  readonly value: string;
  /** The zone's name where it is a name. */
  readonly zone: string | null;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function offsetText(minutes: number): string {
  if (minutes === 0) return "Z";
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The first time of day in `text` ("10:15 GMT", "10.15pm EDT", "T10:15:00+03:00"); null if there is none. */
export function findTime(text: string): FoundTime | null {
  const match = clock.exec(text);
  if (match === null) return null;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  const half = (match[3] ?? match[4])?.charAt(0).toLowerCase();
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  if (hour > 23 || minute > 59) return null;
  const name = match[7]?.toUpperCase();
  const known = name === undefined ? undefined : zones[name];
  let zone = known === undefined ? "" : offsetText(known);
  if (match[5] !== undefined) zone = offsetText(Math.sign(Number(`${match[5]}1`)) * (Math.abs(Number(match[5])) * 60 + Number(match[6])));
  const unknown = name !== undefined && known === undefined ? (match[7]?.length ?? 0) : 0;
  return {
    start: match.index,
    end: match.index + match[0].length - unknown,
    value: `${two(hour)}:${two(minute)}${zone}`,
    zone: known === undefined ? null : (name ?? null),
  };
}
