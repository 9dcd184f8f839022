/** A count as it is written in English: `1,234`. */
export function readableNumber(count: number): string {
  return count.toLocaleString("en", { useGrouping: true });
}

/** A count with what is counted: `1 article`, `1,234 articles`; `noun` takes an s. */
export function counted(count: number, noun: string): string {
  return `${readableNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}
