import { loadConfig, SHIPPED_CONFIG } from "../../../core/config/load.ts";
import type { Config } from "../../../core/config/schema.ts";
import type { Database } from "../../../core/db/database.ts";
import { insertStrategies } from "../../../core/db/insert-strategies.ts";
import { createQueue, type Queue } from "../../../core/db/queue.ts";
import { transition } from "../../../core/db/transition.ts";
import type { Candles } from "../../../core/kernel/candles.ts";
import { randomFrom } from "../../../core/kernel/random.ts";
import { openCandleStore } from "../../../core/market/store.ts";
import { silentLog } from "../../../core/runtime/log.ts";
import type { Timeframe } from "../../../core/timeframe.ts";
import { openStage } from "../../../stages/backtest/stage.ts";
import type { Outcome, Stage } from "../../../stages/stage.ts";
import { newStrategy } from "../../support/strategies.ts";

const HOUR = 3_600_000;
const START = Date.UTC(2025, 0, 1);
/** Fewer than the windows ask for: 240 in sample, 80 out of sample. */
export const DAYS = 320;

/** Hourly candles whose first six hours of each day drift upwards, on noise that hides it from the eye. */
function driftingCandles(coin: string): Candles {
  const noise = randomFrom(`gates/${coin}`);
  const market = randomFrom("gates/market");
  const length = DAYS * 24;
  const column = () => new Float64Array(length);
  const candles = { time: column(), open: column(), high: column(), low: column(), close: column(), volume: column() };
  let price = 100;
  for (let i = 0; i < length; i++) {
    const drift = i % 24 < 6 ? 0.0014 : -0.0004;
    const close = price * Math.exp(drift + 0.005 * market.normal() + 0.002 * noise.normal());
    const wick = 1 + 0.001 * noise.next();
    candles.time[i] = START + i * HOUR;
    candles.open[i] = price;
    candles.close[i] = close;
    candles.high[i] = Math.max(price, close) * wick;
    candles.low[i] = Math.min(price, close) / wick;
    candles.volume[i] = 1000;
    price = close;
  }
  return { ...candles, length };
}

export async function fillStore(home: string, coins: readonly string[] = ["BTC", "ETH", "SOL"]): Promise<void> {
  const store = openCandleStore(home);
  for (const coin of coins) {
    const origin = { source: "test", synthetic: true };
    await store.write({ exchange: "synthetic", coin, timeframe: "1h" }, origin, { candles: driftingCandles(coin) });
  }
}

type Code = { hour: number; timeframe?: Timeframe; before?: string; maxBars?: number };

/** Long at the open of one hour of the day. At hour 0 it trades the drift; `before` is run ahead of its masks. */
export function hourStrategy({ hour, timeframe = "1h", before = "", maxBars = 6 }: Code): string {
  return `import { strategy } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_hour",
  timeframe: "${timeframe}",
  direction: "long",
  exits: { stop: { kind: "percent", value: 0.05 }, maxBars: ${maxBars} },
  signals(c) {
    ${before}
    const enterLong = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) enterLong[i] = (c.time[i] / ${HOUR} + 1) % 24 === ${hour} ? 1 : 0;
    return { enterLong };
  },
});
`;
}

/** Work within its budget that takes a child seconds. */
export const SLOW = "let x = 0; for (let i = 0; i < c.length * 4500; i++) x += Math.sin(i) * Math.cos(i);";

/** Inserts a strategy as validate leaves it, under a name of its own. */
export async function insertValidated(db: Database, code: string, timeframe: Timeframe = "1h"): Promise<string> {
  const row = newStrategy({ code, timeframe, direction: "long" });
  const actor = { stage: "validate", process: "test" };
  const { inserted } = await insertStrategies(db, [row], actor);
  const id = inserted[0]!.id;
  await transition(db, { id, from: "GENERATED", to: "VALIDATED", actor, reason: "test" });
  return row.name;
}

export type Worker = { stage: Stage; queue: Queue; close(): Promise<void> };

type Wanted = { db: Database; home: string; watch?: boolean; name?: string; change?: (config: Config) => Config };

/** The stage as a process has it; one child, so that several workers fit on a small machine. */
export async function openWorker({ db, home, watch = false, name = "test", change }: Wanted): Promise<Worker> {
  const shipped = await loadConfig(SHIPPED_CONFIG);
  const alone = { ...shipped.processes, backtest: { enabled: true, parallel: 1 } };
  const config = { ...shipped, processes: alone, market: { ...shipped.market, timeframes: ["1h" as const] } };
  const actor = { stage: "backtest", process: name };
  const onFault = (error: unknown) => {
    throw error;
  };
  const queue = createQueue(db, { ...actor, leaseSec: 60, onFault });
  const context = { config: change ? change(config) : config, db, queue, actor, home, log: silentLog };
  const stage = await openStage(context, { watch, dryRun: false, count: null, seed: null });
  return {
    ...{ stage, queue },
    async close() {
      await stage.close?.();
      await queue.close();
    },
  };
}

/** Ticks until nothing is left, as a bare run does, or `most` times. */
export async function drain({ stage }: Worker, most = Number.POSITIVE_INFINITY): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  while (outcomes.length < most) {
    const tick = await stage.tick(new AbortController().signal);
    if (tick.did === "nothing") return outcomes;
    outcomes.push(...(tick.did === "work" ? [tick.outcome] : tick.outcomes));
  }
  return outcomes;
}
