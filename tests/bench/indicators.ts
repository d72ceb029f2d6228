import { parseArgs } from "node:util";
import type { Candles } from "../../core/kernel/candles.ts";
import { candlesForStrategy } from "../../core/strategy/ta/shared.ts";
import { createToolbox, TA_SIGNATURES, type TaName } from "../../core/strategy/ta/toolbox.ts";
import { argumentsFor, BAR_MS, firstDifference, market, parts } from "../contracts/ta-cases.ts";
import { feed } from "../contracts/ta-reference.ts";

/*
 * `bun tests/bench/indicators.ts [--json]`: ns a bar of the hot loops of `ta` against trading-signals, and the time
 * of three of them over the standard job of 30 coins x 11,520 bars with nothing memoised. Verifies before it times.
 * Both begin with columns: the package's time has in it the candle that is made for each bar.
 */
const COINS = 30;
const BARS = 11_520;
const HOT: TaName[] = [
  "sma",
  "ema",
  "wma",
  "rma",
  "dema",
  "tema",
  "hma",
  "kama",
  "rsi",
  "cci",
  "mom",
  "roc",
  "willr",
  "mfi",
  "cmo",
  "stochRsi",
  "macd",
  "stoch",
  "adx",
  "dmi",
  "aroon",
  "psar",
  "superTrend",
  "atr",
  "natr",
  "tr",
  "bbands",
  "keltner",
  "donchian",
  "obv",
  "ad",
  "cmf",
  "vwap",
  "vwma",
];
const ALONE: TaName[] = ["mean", "stddev", "zscore", "rank", "slope", "highest", "lowest"];

const { values: options } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const ta = createToolbox();
const coins = Array.from({ length: COINS }, (_, i) => candlesForStrategy(market(i + 1, BARS), BAR_MS));

type Row = { indicator: TaName; nsPerBar: number; packageNsPerBar: number | null };

function numbersOf(name: TaName): number[] {
  return TA_SIGNATURES[name].parameters.flatMap((parameter) => ("example" in parameter ? [parameter.example] : []));
}

function reference(name: TaName, c: Candles): number[][] {
  const { parameters, result } = TA_SIGNATURES[name];
  const input = parameters[0]?.kind === "candles" ? c : c.close;
  return feed(name, numbersOf(name), input, result.kind === "columns" ? result.keys : [""]);
}

function verify(name: TaName, c: Candles): void {
  const wanted = reference(name, c);
  parts(ta[name](...argumentsFor(TA_SIGNATURES[name], c))).forEach(([key, part], i) => {
    const column = wanted[i] ?? [];
    const largest = column.filter(Number.isFinite).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const difference = firstDifference(part, column, 1e-11 * largest);
    if (difference) throw new Error(`${name} ${key} differs from trading-signals at ${difference}`);
  });
}

/** Best of `rounds`, in ms. */
function timed(rounds: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const first = coins[0];
if (!first) throw new Error("no coins");
for (const name of HOT) verify(name, first);

const rows: Row[] = [...HOT, ...ALONE].map((indicator) => {
  const calls = coins.slice(0, 5).map((c) => argumentsFor(TA_SIGNATURES[indicator], c));
  const ours = timed(9, () => {
    for (const values of calls) ta[indicator](...values);
  });
  const theirs = HOT.includes(indicator) ? timed(2, () => void reference(indicator, first)) : null;
  return {
    indicator,
    nsPerBar: (ours * 1e6) / (5 * BARS),
    packageNsPerBar: theirs === null ? null : (theirs * 1e6) / BARS,
  };
});

const jobMs = timed(9, () => {
  for (const c of coins) {
    ta.ema(c.close, 20);
    ta.rsi(c.close, 14);
    ta.atr(c, 14);
  }
});

if (options.json) {
  console.log(
    JSON.stringify({ rows, job: { coins: COINS, bars: BARS, indicators: ["ema", "rsi", "atr"], ms: jobMs } }),
  );
} else {
  console.log("indicator      ns/bar   trading-signals");
  for (const { indicator, nsPerBar, packageNsPerBar } of rows) {
    const theirs = packageNsPerBar === null ? "" : packageNsPerBar.toFixed(0);
    console.log(`${indicator.padEnd(12)}${nsPerBar.toFixed(1).padStart(9)}${theirs.padStart(18)}`);
  }
  console.log(`ema, rsi and atr over ${COINS} coins x ${BARS} bars: ${jobMs.toFixed(1)} ms`);
}
