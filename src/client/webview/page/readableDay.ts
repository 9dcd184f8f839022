/** An ISO date, month or year in the reader's language: `17 Nov 2013`, `Nov 2013`, `2013`; the text as it is where it is none of them. */
export function readableDay(iso: string, language: string): string {
  if (!/^\d{4}(?:-\d\d){1,2}$/.test(iso)) return iso;
  const day = iso.length > 7 ? { day: "numeric" as const } : {};
  const date = new Date(`${iso.padEnd(10, "-01")}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language, { ...day, month: "short", year: "numeric", timeZone: "UTC" }).format(date);
}
