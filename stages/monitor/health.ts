import type { Config } from "../../core/config/schema.ts";
import type { Alert } from "../../core/db/alert.ts";
import { maxDrawdown } from "../../core/kernel/drawdown.ts";
import { timeframeMs } from "../../core/timeframe.ts";
import type { NeededCandles } from "./candles.ts";

type Facts = {
  nowMs: number;
  processes: readonly {
    stage: string;
    host: string;
    pid: number;
    heartbeatAt: Date;
    endedAt: Date | null;
    isRunning: boolean;
  }[];
  live: readonly { name: string; equityUsd: number | null; peakEquityUsd: number | null }[];
  candles: readonly NeededCandles[];
  freeMb: number;
};

const HOUR_MS = 3_600_000;

/** What in these facts a person should know. */
export function alertsFrom(facts: Facts, limits: Config["monitor"]): Alert[] {
  return [...killed(facts), ...stale(facts, limits), ...drawnDown(facts, limits), ...fullDisk(facts, limits)];
}

/** Processes of the last hour that stopped beating without an end: killed, or their machine is gone. */
function killed({ nowMs, processes }: Facts): Alert[] {
  return processes
    .filter(
      ({ isRunning, endedAt, heartbeatAt }) =>
        !isRunning && endedAt === null && nowMs - heartbeatAt.getTime() < HOUR_MS,
    )
    .map(({ stage, host, pid, heartbeatAt }) => ({
      level: "warning",
      message: `${stage} (process ${pid} on ${host}) ended without a word`,
      since: heartbeatAt.getTime(),
    }));
}

/** Candles that are late or missing, of coins that live strategies trade; an alert for an exchange and timeframe. */
function stale({ nowMs, candles }: Facts, { staleBars }: Config["monitor"]): Alert[] {
  const late = candles.filter(
    ({ timeframe, endMs }) => endMs === null || nowMs - endMs > staleBars * timeframeMs(timeframe),
  );
  const groups = Map.groupBy(
    late,
    ({ exchange, timeframe }) => `${timeframe} candles of ${exchange ?? "any exchange"}`,
  );
  return [...groups].map(([name, coins]) => {
    const ends = coins.flatMap(({ endMs }) => endMs ?? []);
    const named = coins.map(({ coin, endMs }) => (endMs === null ? `${coin} (none)` : `${coin} (${utc(endMs)})`));
    return {
      level: "error",
      message: `Live strategies wait for ${name}; the newest there end at: ${named.join(", ")}`,
      since: ends.length === 0 ? null : Math.min(...ends),
    };
  });
}

function utc(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16);
}

function drawnDown({ live }: Facts, { alertDrawdown }: Config["monitor"]): Alert[] {
  return live.flatMap(({ name, equityUsd, peakEquityUsd }) => {
    if (equityUsd === null || peakEquityUsd === null) return [];
    const drawdown = maxDrawdown(Float64Array.of(equityUsd), peakEquityUsd);
    if (drawdown < alertDrawdown) return [];
    return [
      { level: "warning" as const, message: `${name} is ${Math.round(drawdown * 100)} % below its peak`, since: null },
    ];
  });
}

function fullDisk({ freeMb }: Facts, { minFreeMb }: Config["monitor"]): Alert[] {
  if (freeMb >= minFreeMb) return [];
  return [
    {
      level: "error",
      message: `Only ${Math.floor(freeMb)} MB are free on the disk of the database and the candles`,
      since: null,
    },
  ];
}
