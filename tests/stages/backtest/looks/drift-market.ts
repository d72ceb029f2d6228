import type { Candles, Masks } from "../../../../core/kernel/candles.ts";
import { type Market, prepareMarket } from "../../../../core/kernel/market.ts";
import { randomFrom } from "../../../../core/kernel/random.ts";
import { DEFAULT_ACCOUNT, type TradingRules } from "../../../../core/kernel/rules.ts";
import { sweepGrid } from "../../../../core/kernel/sweep/sweep-grid.ts";
import type { Period } from "../../../../core/kernel/window.ts";
import { compileStrategy } from "../../../../core/strategy/evaluate.ts";
import { createToolbox } from "../../../../core/strategy/ta/toolbox.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const START = Date.UTC(2025, 0, 1);
/** Ten days before it, and ten behind it. */
export const PERIOD: Period = { fromMs: START + 10 * DAY, toMs: START + 80 * DAY };

/** Hourly candles of 90 days, whose first six hours of each day rise by `drift` an hour. */
function candlesOf(seed: string, drift: number): Candles {
  const { normal, next } = randomFrom(seed);
  const length = 90 * 24;
  const column = () => new Float64Array(length);
  const candles = { time: column(), open: column(), high: column(), low: column(), close: column(), volume: column() };
  let price = 100;
  for (let i = 0; i < length; i++) {
    const close = price * Math.exp((i % 24 < 6 ? drift : -drift / 3) + 0.005 * normal());
    const wick = 1 + 0.001 * next();
    candles.time[i] = START + i * HOUR;
    candles.open[i] = price;
    candles.close[i] = close;
    candles.high[i] = Math.max(price, close) * wick;
    candles.low[i] = Math.min(price, close) / wick;
    candles.volume[i] = 1000 * next();
    price = close;
  }
  return { ...candles, length };
}

export function driftMarket(drift: number, coins = 2): Market {
  const names = Array.from({ length: coins }, (_, i) => `C${i}`);
  return prepareMarket(
    names.map((coin) => ({ coin, candles: candlesOf(coin, drift), funding: null, maxLeverage: 10 })),
    HOUR,
  );
}

/** Long for six hours from the first hour of each day on. */
export const RULES: TradingRules = {
  ...{ direction: "long", exits: { stop: { kind: "percent", value: 0.05 }, maxBars: 6 } },
  ...{ leverage: 1, warmup: 0, timeframeMs: HOUR },
};

export const ACCOUNT = DEFAULT_ACCOUNT;

export const GRID = sweepGrid(
  RULES,
  { stopFactors: [0.5, 1, 2], targetFactors: [], maxBarsFactors: [0.5, 1, 2], leverages: [] },
  [10],
);

/** `before` is run ahead of its masks. */
function morningText(before = ""): string {
  return `import { strategy, ta } from "sixbtc";
export default strategy({
  name: "Strategy_MOM_morning",
  timeframe: "1h",
  direction: "long",
  exits: { stop: { kind: "percent", value: 0.05 }, maxBars: 6 },
  signals(c) {
    ${before}
    const enterLong = new Uint8Array(c.length);
    for (let i = 0; i < c.length; i++) enterLong[i] = (c.time[i] / ${HOUR} + 1) % 24 === 0 ? 1 : 0;
    return { enterLong };
  },
});
`;
}

export const morning = (before?: string) => compileStrategy(morningText(before), createToolbox());

export function masksOn({ coins }: Market, text = ""): Masks[] {
  const strategy = morning(text);
  return coins.map(({ candles }) => {
    const outcome = strategy.signals(candles);
    if (outcome.kind === "failed") throw new Error(outcome.message);
    return outcome.masks;
  });
}

export const workshop = () => ({ relieve: () => undefined });
