import { SixbtcError } from "../../errors.ts";
import { type Timeframe, timeframeMs } from "../../timeframe.ts";
import { type Column, unknownColumn } from "./column.ts";
import { timeframeMsOf } from "./shared.ts";
import { candles, type TaFunction } from "./signature.ts";

/**
 * Higher bars on this timeframe's bars. A bar belongs to the higher bar that begins at its time rounded down to the
 * higher timeframe `TF`; a higher bar `[H, H + TF)` is closed on bar `t` if `t` closes at or after `H + TF`, so its
 * last bar already sees it, and after a gap the next bar that is there does. Its open is that of its first bar, also
 * where the candles begin in its middle. `time` is `H`.
 */
export const resample: TaFunction = {
  parameters: [candles("time", "open", "high", "low", "close", "volume"), { kind: "timeframe", name: "timeframe" }],
  repeatsLast: false,
  result: { kind: "candles" },
  compute({ columns: [time, open, high, low, close, volume], timeframe }) {
    const { barMs, higherMs } = checkedLengths(time!, timeframe!);
    const bars = { time: time!, open: open!, high: high!, low: low!, close: close!, volume: volume! };
    return higherBars(bars, barMs, higherMs);
  },
};

function checkedLengths(time: Column, timeframe: Timeframe): { barMs: number; higherMs: number } {
  const barMs = timeframeMsOf(time);
  if (barMs === undefined) {
    throw new SixbtcError("ta.argument", "ta.resample: c is not the candles handed to signals", {
      hint: "Only those know how long their bars are; resample them once for each higher timeframe.",
    });
  }
  const higherMs = timeframeMs(timeframe);
  if (higherMs % barMs !== 0) {
    throw new SixbtcError("ta.argument", `ta.resample: "${timeframe}" is not made of whole bars of ${barMs} ms`, {
      hint: "Name a timeframe that is a multiple of the strategy's own.",
    });
  }
  return { barMs, higherMs };
}

type Bars = Record<"time" | "open" | "high" | "low" | "close" | "volume", Column>;

function higherBars(bars: Bars, barMs: number, higherMs: number): readonly Column[] {
  const length = bars.time.length;
  const out = Array.from({ length: 6 }, () => unknownColumn(length));
  const unknown = new Array<number>(6).fill(Number.NaN);
  let closed = unknown;
  let forming = unknown;
  for (let bar = 0; bar < length; bar++) {
    const start = Math.floor(bars.time[bar]! / higherMs) * higherMs;
    if (forming[0] !== start) {
      closed = forming;
      forming = [start, bars.open[bar]!, bars.high[bar]!, bars.low[bar]!, bars.close[bar]!, bars.volume[bar]!];
    } else {
      forming[2] = Math.max(forming[2]!, bars.high[bar]!);
      forming[3] = Math.min(forming[3]!, bars.low[bar]!);
      forming[4] = bars.close[bar]!;
      forming[5]! += bars.volume[bar]!;
    }
    const seen = bars.time[bar]! + barMs >= start + higherMs ? forming : closed;
    for (let i = 0; i < 6; i++) out[i]![bar] = seen[i]!;
  }
  return out;
}
