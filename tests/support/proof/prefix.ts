import type { Candles, Masks } from "../../../core/kernel/candles.ts";
import { compileStrategy } from "../../../core/strategy/evaluate.ts";
import { createToolbox } from "../../../core/strategy/ta/toolbox.ts";
import { proofCandles, proofMarketsOf } from "./market.ts";

type Leak = { market: string; bar: number; mask: string; prefix: number; whole: number; cut: number };

export type Proof = { leak: Leak | null; signals: number; runs: number; error: string | null };

const KEYS = ["enterLong", "enterShort", "exitLong", "exitShort"] as const;

/** `most`: prefixes of a market at most, spread over it; all of them where it is not given. */
export type ProofJob = { text: string; most?: number };

/**
 * The definition of a leak, tried by brute force: on every prefix of each proof market of the sample, is any bar of any
 * mask, from warmup on, another one than on the whole market? Knows nothing of how the validator finds leaks. Runs the
 * strategy: for child processes.
 */
export function provePrefixes({ text, most = Number.POSITIVE_INFINITY }: ProofJob): Proof {
  const strategy = compileStrategy(text, createToolbox());
  const { timeframe, warmup } = strategy.definition;
  let signals = 0;
  let runs = 0;
  const run = (candles: Candles): Masks => {
    runs += 1;
    const outcome = strategy.signals(candles);
    if (outcome.kind === "failed") throw new Error(`${outcome.code}: ${outcome.message} (${candles.length} bars)`);
    return outcome.masks;
  };
  try {
    for (const market of proofMarketsOf(text)) {
      const candles = proofCandles(market, timeframe);
      const whole = run(candles);
      for (const key of KEYS) signals += whole[key].reduce((sum, value, bar) => sum + (bar >= warmup ? value : 0), 0);
      const step = Math.max(1, Math.floor(candles.length / most));
      // From the end, where leaks of the last bars are found at once.
      for (let cut = candles.length - 1; cut > warmup; cut -= step) {
        const prefix = run(prefixOf(candles, cut));
        for (const mask of KEYS) {
          for (let bar = warmup; bar < cut; bar++) {
            if (prefix[mask][bar] === whole[mask][bar]) continue;
            const values = { prefix: prefix[mask][bar] ?? -1, whole: whole[mask][bar] ?? -1 };
            return { leak: { market: JSON.stringify(market), bar, mask, ...values, cut }, signals, runs, error: null };
          }
        }
      }
    }
  } catch (error) {
    return { leak: null, signals, runs, error: error instanceof Error ? error.message : String(error) };
  }
  return { leak: null, signals, runs, error: null };
}

function prefixOf(candles: Candles, length: number): Candles {
  const { time, open, high, low, close, volume } = candles;
  const cut = (column: Float64Array) => column.slice(0, length);
  const columns = { time: cut(time), open: cut(open), high: cut(high), low: cut(low), close: cut(close) };
  return { ...columns, volume: cut(volume), length };
}
