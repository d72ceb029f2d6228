import { parseArgs } from "node:util";
import { verify } from "./compare.ts";
import { type CoresRow, timeCores } from "./cores.ts";
import { combosOf, type Job, QUICK, STANDARD, standardJobs, variantOf } from "./job.ts";
import { type JobRow, timePaired } from "./paired.ts";

/*
 * `bun run bench:sweep [--json] [--quick] [--rounds N] [--cores N]`: the sweep of 1,015 combinations over 30 coins x
 * 11,520 bars against a naive walk over every bar, in turns. Verifies before it times: all metrics of all
 * combinations, and on a small market of exits of every other kind. `--cores 2` also runs the job in two processes at
 * once.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    rounds: { type: "string" },
    cores: { type: "string" },
  },
});

function countOf(name: "rounds" | "cores", value: string): number {
  const count = Number(value);
  if (!(Number.isInteger(count) && count >= 1)) throw new Error(`--${name} ${value}: not a whole number above 0`);
  return count;
}

const rounds = countOf("rounds", options.rounds ?? (options.quick ? "3" : "5"));
const processes = options.cores === undefined ? null : countOf("cores", options.cores);
const jobs = standardJobs(options.quick ? QUICK : STANDARD);

/** Goes to stderr, so that it stands in nobody's way. */
const say = (line: string) => void (options.json || console.error(line));

const rows: JobRow[] = [];
const cores: CoresRow[] = [];

function verified(job: Job, what: string): void {
  verify(job);
  say(`entries on ${job.entriesFrac}: all metrics of ${combosOf(job).length} ${what} are those of the naive walk`);
}

for (const job of standardJobs(QUICK)) verified(variantOf(job), "combinations of other exits, on a small market,");
for (const job of jobs) {
  verified(job, "combinations");
  rows.push(timePaired(job, rounds));
}
if (processes !== null) {
  for (const { entriesFrac } of jobs) cores.push(await timeCores(entriesFrac, processes, options.quick));
}

function row(...cells: string[]): void {
  console.log(cells.map((cell, i) => cell.padStart([8, 8, 7, 10, 10, 8, 18][i] ?? 12)).join(""));
}

if (options.json) {
  console.log(JSON.stringify({ jobs: rows, ...(processes === null ? {} : { cores }) }));
} else {
  const [first] = rows;
  if (first) console.log(`${first.coins} coins x ${first.bars} bars, medians of ${rounds} rounds`);
  row("entries", "", "combos", "ms", "naive ms", "ratio", "combos x bars / s");
  for (const { entriesFrac, entries, combos, ms, naiveMs, ratio, combosBarsPerSec } of rows) {
    row(
      `${entriesFrac * 100} %`,
      String(entries),
      String(combos),
      ms.toFixed(1),
      naiveMs.toFixed(1),
      ratio.toFixed(2),
      combosBarsPerSec.toExponential(2),
    );
  }
  for (const { entriesFrac, strategiesPerSec, oneStrategiesPerSec, ratio } of cores) {
    console.log(
      `entries on ${entriesFrac}: ${strategiesPerSec.toFixed(2)} strategies/s in ${processes} processes, ${oneStrategiesPerSec.toFixed(2)} in one, ratio ${ratio.toFixed(2)}`,
    );
  }
}
