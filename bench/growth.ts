/**
 * Whether what the core reads takes more than its share of time for a longer text: each reader gets texts of one sign over and over, of
 * 1 KB to 1 MB, and the processor time of a character at the greatest length is compared with that at a sixteenth of it.
 *
 *   npm run bench:growth -- [--reader NAME] [--sign TEXT] [--length 1000000] [--limit 2000]
 *
 * A reader that takes longer than `limit` milliseconds at a length gets no longer text of that sign: its ratio is of what it had.
 */
import { parseArgs } from "node:util";
import { readers, signs } from "../scripts/testing/readers";

const { values } = parseArgs({
  options: {
    reader: { type: "string" },
    sign: { type: "string" },
    length: { type: "string", default: "1000000" },
    limit: { type: "string", default: "2000" },
    all: { type: "boolean", default: false },
  },
});

/** Processor time of `work` in milliseconds: the least of so many runs. */
function cost(work: () => void, runs: number): number {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

interface Growth {
  readonly sign: string;
  readonly ratio: number;
  readonly length: number;
  readonly time: number;
}

function growthOf(read: (text: string) => void, sign: string): Growth {
  const times: { readonly length: number; readonly time: number }[] = [];
  for (let length = 1000; length <= Number(values.length); length *= 4) {
    const text = sign.repeat(Math.ceil(length / sign.length));
    const time = cost(
      () => {
        read(text);
      },
      length < 100_000 ? 3 : 2,
    );
    times.push({ length, time });
    if (time > Number(values.limit)) break;
  }
  const last = times.at(-1) ?? { length: 0, time: 0 };
  // What takes less than three milliseconds says nothing of growth.
  const base =
    times.slice(0, -1).findLast(({ length, time }) => length * 16 <= last.length && time >= 3) ??
    times.slice(0, -1).find(({ time }) => time >= 3);
  const ratio = base === undefined ? 1 : last.time / last.length / (base.time / base.length);
  return { sign, ratio, ...last };
}

for (const [name, read] of Object.entries(readers)) {
  if (values.reader !== undefined && name !== values.reader) continue;
  const all = signs.filter((sign) => values.sign === undefined || sign === values.sign).map((sign) => growthOf(read, sign));
  all.sort((a, b) => b.ratio - a.ratio);
  const slowest = all.reduce((worst, one) => (one.time / one.length > worst.time / worst.length ? one : worst));
  const [worst = slowest] = all;
  const say = ({ sign, ratio, length, time }: Growth): string =>
    `x ${ratio.toFixed(2)} a character (${JSON.stringify(sign)}: ${time.toFixed(0)} ms for ${(length / 1000).toFixed(0)} KB)`;
  console.log(`${name.padEnd(22)} ${say(worst)}; over x 1.3: ${all.filter(({ ratio }) => ratio > 1.3).length} of ${all.length} signs`);
  if (values.all) for (const one of all) console.log(`    ${say(one)}`);
}
