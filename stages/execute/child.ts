import { messageOf, SixbtcError } from "../../core/errors.ts";
import type { Masks } from "../../core/kernel/candles.ts";
import { indexAtOrAfter, sliceCandles } from "../../core/market/columns.ts";
import { readCandleFile } from "../../core/market/read-candle-file.ts";
import { serveJobs } from "../../core/runtime/serve-jobs.ts";
import { type CompiledStrategy, compileStrategy } from "../../core/strategy/evaluate.ts";
import { hardenConversions } from "../../core/strategy/harden.ts";
import { createToolbox } from "../../core/strategy/ta/toolbox.ts";
import type { CoinSignals, SignalsAnswer, SignalsJob } from "./signals.ts";

/** The entry of the desk's child, which alone executes the code of strategies. */
hardenConversions();
const toolbox = createToolbox();

serveJobs<SignalsJob, SignalsAnswer>(({ code, fromMs, coins }) => {
  const strategy = compile(code);
  if (typeof strategy === "string") return { kind: "fault", reason: strategy };
  const signals: CoinSignals[] = [];
  for (const { path, untilMs } of coins) {
    const whole = readCandleFile(path);
    const candles = sliceCandles(whole, 0, indexAtOrAfter(whole.time, untilMs + 1));
    const outcome = strategy.signals(candles);
    if (outcome.kind === "failed") return { kind: "fault", reason: faultOf(outcome) };
    const from = indexAtOrAfter(candles.time, fromMs);
    signals.push({ time: candles.time.slice(from), masks: lastOf(outcome.masks, from) });
  }
  return { kind: "signals", coins: signals };
});

function compile(code: string): CompiledStrategy | string {
  try {
    return compileStrategy(code, toolbox);
  } catch (error) {
    if (error instanceof SixbtcError && error.code === "strategy.refused") return messageOf(error);
    throw error;
  }
}

function faultOf({ message, line }: { message: string; line: number | null }): string {
  return line === null ? message : `line ${line}: ${message}`;
}

function lastOf({ enterLong, enterShort, exitLong, exitShort }: Masks, from: number): Masks {
  return {
    enterLong: enterLong.slice(from),
    enterShort: enterShort.slice(from),
    exitLong: exitLong.slice(from),
    exitShort: exitShort.slice(from),
  };
}
