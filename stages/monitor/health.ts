import type { Config } from "../../core/config/schema.ts";
import type { Alert } from "../../core/db/alert.ts";
import { maxDrawdown } from "../../core/kernel/drawdown.ts";
import { timeframeMs } from "../../core/timeframe.ts";
import type { NewestCandle } from "./candles.ts";

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
  live: readonly { name: string; timeframe: string; equityUsd: number | null; peakEquityUsd: number | null }[];
  candles: readonly NewestCandle[];
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

/** Candles of a real market that are late, as long as a live strategy needs them. */
function stale({ nowMs, live, candles }: Facts, { staleBars }: Config["monitor"]): Alert[] {
  const needed = new Set(live.map(({ timeframe }) => timeframe));
  return candles
    .filter(({ timeframe, synthetic, endMs }) => {
      const isLate = nowMs - endMs > staleBars * timeframeMs(timeframe);
      return !synthetic && needed.has(timeframe) && isLate;
    })
    .map(({ exchange, timeframe, endMs }) => ({
      level: "error",
      message: `The newest ${timeframe} candle of ${exchange} ended at ${new Date(endMs).toISOString()}, and live strategies need it`,
      since: endMs,
    }));
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
