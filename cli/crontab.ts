import { join } from "node:path";
import { SixbtcError } from "../core/errors.ts";
import type { StageEntry } from "../stages/stage.ts";

export type CrontabPlaces = {
  /** The clone, in which the stages run. */
  clone: string;
  /** Bun's binary. */
  bun: string;
  /** Folder of logs and locks. */
  logs: string;
  /** What the surroundings say and cron's would not. */
  env: Readonly<Record<string, string>>;
  /** Starts of the command that ends at once when the lock file that follows is held; null: there is none here. */
  locker: readonly string[] | null;
};

/** Minutes between two runs of a stage without a rhythm of its own, where no candle close waits for it. */
const UNHURRIED_MIN = 5;
const HOUR_MIN = 60;
const DAY_MIN = 24 * HOUR_MIN;

/** One line a stage, for the crontab of the user who owns the clone. */
export function crontabLine(entry: StageEntry, everySec: number | null, position: number, places: CrontabPlaces) {
  const { clone, bun, logs, env, locker } = places;
  const assignments = Object.entries(env).map(([name, value]) => `${name}=${quote(value)}`);
  const lock = locker === null ? [] : [...locker, join(logs, `cron-${entry.name}.lock`)].map(quote);
  const run = [bun, "--no-env-file", join(clone, "cli", "main.ts"), entry.name].map(quote);
  const log = quote(join(logs, `cron-${entry.name}.log`));
  const command = [`cd ${quote(clone)} &&`, ...assignments, ...lock, ...run, `>> ${log} 2>&1`].join(" ");
  // cron ends a command at the first bare percent sign, quoted or not, and reads what follows as stdin.
  return `${timesOf(entry, everySec, position)} ${command.replaceAll("%", "\\%")}`;
}

/** Never slower than `everySec`, as far as cron can; the stages of one rhythm begin at different minutes. */
function timesOf({ namespace }: StageEntry, everySec: number | null, position: number): string {
  const own = everySec === null ? null : everySec / 60;
  const minutes = own ?? (namespace === "sixbtc-trading" ? 1 : UNHURRIED_MIN);
  if (minutes < HOUR_MIN) {
    const step = divisorOf(HOUR_MIN, minutes);
    return step === 1 ? "* * * * *" : `${position % step}-59/${step} * * * *`;
  }
  const hours = divisorOf(24, minutes / HOUR_MIN);
  const minute = 1 + ((position * 7) % 58);
  if (minutes >= DAY_MIN) return `${minute} 0 * * *`;
  return hours === 1 ? `${minute} * * * *` : `${minute} */${hours} * * *`;
}

/** The largest divisor of `whole` that is not above `most`, so that the steps are even over its end. */
function divisorOf(whole: number, most: number): number {
  for (let step = Math.floor(most); step > 1; step--) if (whole % step === 0) return step;
  return 1;
}

function quote(text: string): string {
  if (/[\r\n]/.test(text)) {
    throw new SixbtcError("crontab.bad-path", `${JSON.stringify(text)} has a line break, which no crontab can hold`, {
      hint: "Move the clone or the folder.",
    });
  }
  return /^[\w@+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
