import { join } from "node:path";
import { parseArgs } from "node:util";
import { PROJECT_ROOT } from "../../core/paths.ts";

/*
 * `bun tests/bench/start.ts [--runs 20] [--json]`: how long `sixbtc --help` takes beside `bun --version`, by turns, so
 * that a busy moment hits both. Exits 1 if the median is above twice that of Bun plus 60 ms.
 */
const options = { runs: { type: "string", default: "20" }, json: { type: "boolean", default: false } } as const;
const { values } = parseArgs({ options });

const bun = Bun.resolveSync("bun/bin/bun.exe", PROJECT_ROOT);
const COMMANDS = {
  version: [bun, "--version"],
  help: [bun, "--no-env-file", join(PROJECT_ROOT, "cli", "main.ts"), "--help"],
};

const times: Record<keyof typeof COMMANDS, number[]> = { version: [], help: [] };
const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
// The first of each fills the caches of the file system.
for (let run = 0; run <= Number(values.runs); run++) {
  for (const name of names) {
    const ms = await timed(COMMANDS[name]);
    if (run > 0) times[name].push(ms);
  }
}

const versionMs = median(times.version);
const helpMs = median(times.help);
const mostMs = 2 * versionMs + 60;
if (values.json) {
  console.log(JSON.stringify({ runs: Number(values.runs), versionMs, helpMs, mostMs }));
} else {
  console.log("command        median ms  fastest ms");
  for (const [label, all] of [["bun --version", times.version] as const, ["sixbtc --help", times.help] as const]) {
    console.log(
      `${label}  ${median(all).toFixed(1).padStart(9)}  ${Math.min(...all)
        .toFixed(1)
        .padStart(10)}`,
    );
  }
  console.log(`at most        ${mostMs.toFixed(1).padStart(9)}  (2 x version + 60)`);
}
process.exit(helpMs <= mostMs ? 0 : 1);

async function timed(command: string[]): Promise<number> {
  const start = performance.now();
  const child = Bun.spawn(command, { stdin: "ignore", stdout: "ignore", stderr: "inherit" });
  if ((await child.exited) !== 0) throw new Error(`${command.join(" ")} failed`);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error("no runs");
  return (low + high) / 2;
}
