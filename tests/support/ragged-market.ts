import fc from "fast-check";
import type { Candles } from "../../core/kernel/candles.ts";
import { type Random, randomFrom } from "../../core/kernel/random.ts";

const BAR_MS = 900_000;

export type Ragged = { seed: number; coins: number; bars: number; holes: boolean };

export const raggedMarkets = fc.record({
  seed: fc.nat(),
  coins: fc.integer({ min: 1, max: 4 }),
  bars: fc.integer({ min: 0, max: 60 }),
  holes: fc.boolean(),
});

/**
 * 15m candles with gaps between bars, flat bars and wild ones, of coins that begin and end at different times. The
 * first coin is there all the time. A bar's volume names it: it is the number of its time, no other bar's of the coin.
 */
export function raggedMarket({ seed, coins, bars, holes }: Ragged): Candles[] {
  const random = randomFrom(`ragged ${seed}`);
  const common = Array.from({ length: bars }, () => random.normal());
  return Array.from({ length: coins }, (_, coin) => {
    const begin = coin === 0 ? 0 : random.int(0, Math.floor(bars / 2));
    const end = coin === 0 ? bars : random.int(Math.floor(bars / 2), bars);
    const missing = holes && coin > 0 ? 0.1 : 0;
    const rows: number[][] = [];
    let price = 10 ** random.int(-6, 4);
    for (let g = begin; g < end; g++) {
      if (random.next() < missing) continue;
      const row = randomBar(random, price, common[g]!);
      rows.push([g * BAR_MS, ...row, g]);
      price = row[3];
    }
    const column = (at: number) => Float64Array.from(rows, (row) => row[at]!);
    return {
      ...{ time: column(0), open: column(1), high: column(2), low: column(3), close: column(4), volume: column(5) },
      length: rows.length,
    };
  });
}

function randomBar(random: Random, before: number, common: number): [number, number, number, number] {
  const move = (size: number) => Math.exp(size * (0.7 * common + 0.7 * random.normal()));
  const open = random.next() < 0.5 ? before : before * move(0.002);
  if (random.next() < 0.1) return [open, open, open, open];
  const close = open * move(random.next() < 0.05 ? 0.2 : 0.01);
  const high = Math.max(open, close) * (random.next() < 0.3 ? 1 : Math.exp(0.01 * random.next()));
  const low = Math.min(open, close) * (random.next() < 0.3 ? 1 : Math.exp(-0.01 * random.next()));
  return [open, high, low, close];
}

/** All columns of a market as bytes, to tell two of them apart. */
export function bytesOf(candles: readonly Candles[]): string {
  const hasher = new Bun.CryptoHasher("sha256");
  for (const { time, open, high, low, close, volume } of candles) {
    for (const column of [time, open, high, low, close, volume]) hasher.update(column);
    hasher.update("/");
  }
  return hasher.digest("hex");
}
