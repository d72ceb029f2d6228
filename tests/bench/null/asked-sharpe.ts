import type { Config } from "../../../core/config/schema.ts";
import { probabilisticSharpe } from "../../../core/statistics/probabilistic-sharpe.ts";
import type { DataSet } from "../../../stages/backtest/data-set.ts";
import { judgeDeflated } from "../../../stages/backtest/gates/deflated.ts";
import type { Luck } from "../../../stages/backtest/luck.ts";

const DAY_MS = 86_400_000;
const ANNUAL = Math.sqrt(365);

/** What the deflated gate asks for after all looks of a market, in annual Sharpes. */
export type AskedSharpe = {
  benchmark: number;
  /** Over both windows, of normal daily returns: with it they just pass. */
  passingSharpe: number;
};

export function askedSharpe(
  luck: Luck,
  { inSample, outOfSample }: DataSet["windows"],
  settings: Config["backtest"]["deflated"],
): AskedSharpe {
  const inSampleDays = (inSample.toMs - inSample.fromMs) / DAY_MS;
  const count = (outOfSample.toMs - inSample.fromMs) / DAY_MS;
  // The benchmark does not follow from the returns that are judged.
  const { numbers } = judgeDeflated([0.01, -0.01], inSampleDays, luck, settings);
  const benchmark = numbers["benchmark"] ?? Number.NaN;
  let low = benchmark / ANNUAL;
  let high = low + 1;
  for (let halving = 0; halving < 50; halving++) {
    const sharpe = (low + high) / 2;
    const moments = { count, sharpe, skewness: 0, kurtosis: 3 };
    if (probabilisticSharpe(moments, benchmark / ANNUAL) < settings.min) low = sharpe;
    else high = sharpe;
  }
  return { benchmark, passingSharpe: high * ANNUAL };
}
