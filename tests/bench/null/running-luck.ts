import type { Luck } from "../../../stages/backtest/luck.ts";

/** The looks in sample so far, counted as the ledger of trials does: moments of the annual Sharpes that were chosen. */
export function countLuck(): { add(sharpe: number): void; luck(): Luck; sharpes(): readonly number[] } {
  const sharpes: number[] = [];
  let mean = 0;
  /** Sum of squares about the mean (Welford). */
  let squares = 0;
  return {
    add(sharpe) {
      sharpes.push(sharpe);
      const before = sharpe - mean;
      mean += before / sharpes.length;
      squares += before * (sharpe - mean);
    },
    luck: () => ({
      looks: sharpes.length,
      sharpeMean: mean,
      sharpeVariance: sharpes.length < 2 ? 0 : squares / (sharpes.length - 1),
    }),
    sharpes: () => sharpes,
  };
}
