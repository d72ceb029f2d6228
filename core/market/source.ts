import type { Candles, Funding } from "../kernel/candles.ts";
import type { Timeframe } from "../timeframe.ts";
import type { Span } from "./spans.ts";

/** A coin that an exchange trades. */
export type ListedCoin = {
  /** The base asset, as the store names it. */
  coin: string;
  /** What the exchange's client calls the market. */
  symbol: string;
  /** Null where the exchange does not say it to everybody. */
  maxLeverage: number | null;
};

/** Where candles come from, a page at a time; pages ascend, and hold nothing outside of the span. */
export type MarketSource = {
  readonly exchange: string;
  /** The perpetuals that trade now, one a coin. */
  coins(): Promise<ListedCoin[]>;
  /** Pages as the exchange gives them: the last bar may be unfinished, and a bar impossible. */
  candlePages(coin: ListedCoin, timeframe: Timeframe, span: Span): AsyncGenerator<Candles>;
  /** Pages of payments with the exchange's own times. */
  fundingPages(coin: ListedCoin, span: Span): AsyncGenerator<Funding>;
};
