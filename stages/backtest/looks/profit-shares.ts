import type { Simulation } from "../../../core/kernel/simulate.ts";

/** What a run's profit hangs on. Shares are of the whole profit; null where there is none, or too few to share it. */
export type ProfitShares = {
  /** Trades that lost. */
  losing: number;
  /** Of the bar at which equity rose most. */
  bar: number | null;
  /** Of the coin that made most; of fewer than three coins one has always made half. */
  coin: number | null;
};

/** Of a run that began with `capital`, on a market that `coins` have bars in. */
export function profitShares({ trades, marks }: Simulation, capital: number, coins: number): ProfitShares {
  const losing = trades.filter(({ pnl }) => pnl < 0).length;
  const profit = (marks.at(-1) ?? capital) - capital;
  if (profit <= 0) return { losing, bar: null, coin: null };
  let before = capital;
  let bar = 0;
  for (const mark of marks) {
    bar = Math.max(bar, mark - before);
    before = mark;
  }
  const ofCoin = new Map<string, number>();
  for (const { coin, pnl } of trades) ofCoin.set(coin, (ofCoin.get(coin) ?? 0) + pnl);
  return { losing, bar: bar / profit, coin: coins < 3 ? null : Math.max(...ofCoin.values()) / profit };
}
