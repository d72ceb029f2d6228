import { join } from "node:path";
import { SixbtcError } from "../../core/errors.ts";
import type { Masks } from "../../core/kernel/candles.ts";
import { type ChildPool, createChildPool } from "../../core/runtime/children.ts";
import type { TradedCoin } from "./traded-coins.ts";

/** What a child is asked: the signals of a strategy on the bars from `fromMs` to `untilMs`, open times both. */
export type SignalsJob = { code: string; fromMs: number; coins: { path: string; untilMs: number }[] };

export type SignalsAnswer = { kind: "signals"; coins: CoinSignals[] } | { kind: "fault"; reason: string };

/** Masks of the last bars of one coin, `time` being theirs. */
export type CoinSignals = { time: Float64Array; masks: Masks };

/** What a strategy says of each coin by name, or why it says nothing. */
export type Signals = { kind: "signals"; of: ReadonlyMap<string, CoinSignals> } | { kind: "fault"; reason: string };

export type SignalsPool = ChildPool<SignalsJob, SignalsAnswer>;

/** What a strategy may spend is metered; this ends what the meter does not see. */
const TIMEOUT_MS = 120_000;
const MEMORY_MB = 1024;
/** Accounts are taken one after the other, so that one child is enough. */
const CHILDREN = { size: 1, jobsPerChild: 100 };

export function createSignalsPool(): SignalsPool {
  return createChildPool({ ...CHILDREN, entry: join(import.meta.dir, "child.ts"), memoryMb: MEMORY_MB });
}

/**
 * Runs a strategy in a child, over the whole history of each coin, since its first bars decide the digits of its last
 * ones. A strategy that throws or exceeds its budget is a fault of the strategy; a child that somebody killed is not.
 */
export async function askSignals(
  pool: SignalsPool,
  code: string,
  coins: readonly TradedCoin[],
  fromMs: number,
  signal: AbortSignal,
): Promise<Signals> {
  const files = coins.map(({ path, candles }) => ({ path, untilMs: candles.time.at(-1) ?? Number.NEGATIVE_INFINITY }));
  const outcome = await pool.run({ code, fromMs, coins: files }, { timeoutMs: TIMEOUT_MS, signal });
  if (outcome.kind === "threw")
    throw new SixbtcError("execute.child", `the child that runs it failed: ${outcome.message}`);
  if (outcome.kind === "died") {
    const { reason, detail } = outcome;
    if (reason !== "killed") return { kind: "fault", reason: `its code ended for want of ${WANT[reason]}` };
    throw new SixbtcError("execute.child", `the child that runs it was killed (${detail})`);
  }
  if (outcome.result.kind === "fault") return outcome.result;
  const answers = outcome.result.coins;
  return { kind: "signals", of: new Map(coins.flatMap(({ coin }, i) => (answers[i] ? [[coin, answers[i]]] : []))) };
}

const WANT = { timeout: `time (${TIMEOUT_MS / 1000} s)`, memory: `memory (${MEMORY_MB} MB)` } as const;
