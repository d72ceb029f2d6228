import type { Candles } from "../../../core/kernel/candles.ts";
import { randomFrom } from "../../../core/kernel/random.ts";
import { isTimeframe, timeframeMs } from "../../../core/timeframe.ts";

/** What a `// proof:` line of a sample may set; all but `start` and `seed` have a plain default. */
const DEFAULTS = {
  bars: 400,
  /** Of the first bar. */
  price: 100,
  /** Of a bar's logarithm. */
  deviation: 0.008,
  drift: 0,
  /** Chance of a jump between two bars, and its size. */
  jump: 0,
  jumpSize: 0.05,
  /** Chance that bars are missing after this one. */
  gap: 0,
  /** Chance of a bar without a trade: four equal prices, no volume. */
  idle: 0.01,
  /** Median volume. */
  volume: 1000,
  /** Open time of the first bar, in UTC ms: 2024-03-01. */
  start: 1_709_251_200_000,
  seed: 1,
};

export type ProofMarket = typeof DEFAULTS;

/** Reads `// proof: bars=3000 jump=0.02` from a sample; each such line is a market that the proof is tried on. */
export function proofMarketsOf(text: string): ProofMarket[] {
  const lines = [...text.matchAll(/^\/\/ proof: (.*)$/gm)].map(([, line = ""]) => line);
  return (lines.length > 0 ? lines : [""]).map((line) => {
    const market = { ...DEFAULTS };
    for (const [, key = "", value = ""] of line.matchAll(/(\w+)=(\S+)/g)) {
      if (!(key in DEFAULTS) || Number.isNaN(Number(value))) throw new Error(`proof: ${key}=${value}`);
      market[key as keyof ProofMarket] = Number(value);
    }
    return market;
  });
}

/**
 * Candles as an exchange gives them: prices on a grid of ticks, each bar opening near the last close, calm and wild
 * times, bars without a trade. Made apart from the markets of the validator, whose verdicts it is to check.
 */
export function proofCandles(market: ProofMarket, timeframe: string): Candles {
  if (!isTimeframe(timeframe)) throw new Error(`timeframe ${timeframe}`);
  const { bars, price, deviation, drift, jump, jumpSize, gap, idle, volume, start, seed } = market;
  const random = randomFrom(`proof ${seed}`);
  const tick = 10 ** (Math.floor(Math.log10(price)) - 4);
  const onGrid = (value: number) => Math.max(Math.round(value / tick), 1) * tick;
  const column = () => new Float64Array(bars);
  const columns = { time: column(), open: column(), high: column(), low: column(), close: column(), volume: column() };
  let last = price;
  let time = start;
  let heat = 1;
  for (let i = 0; i < bars; i++) {
    heat = 0.93 * heat + 0.1 * Math.abs(random.normal()) ** 1.5 + 0.01;
    const spread = deviation * heat;
    const jumped = random.next() < jump ? jumpSize * random.normal() : random.next() < 0.3 ? 0.1 * spread : 0;
    const open = onGrid(last * Math.exp(jumped));
    const isIdle = random.next() < idle;
    const close = isIdle ? open : onGrid(open * Math.exp(drift + spread * random.normal()));
    const wick = () => (isIdle || random.next() < 0.15 ? 1 : Math.exp(spread * Math.abs(random.normal())));
    columns.time[i] = time;
    columns.open[i] = open;
    columns.close[i] = close;
    columns.high[i] = Math.max(open, close, onGrid(Math.max(open, close) * wick()));
    columns.low[i] = Math.min(open, close, onGrid(Math.min(open, close) / wick()));
    columns.volume[i] = isIdle ? 0 : Math.round(volume * Math.exp(random.normal() + heat - 1) * 1000) / 1000;
    last = close;
    time += timeframeMs(timeframe) * (random.next() < gap ? random.int(2, 5) : 1);
  }
  return { ...columns, length: bars };
}
