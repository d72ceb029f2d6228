import { expect, test } from "bun:test";
import { loadConfig, SHIPPED_CONFIG } from "../../../../core/config/load.ts";
import { judgeSanity } from "../../../../stages/backtest/gates/sanity.ts";
import { settingsFor } from "../../../../stages/backtest/settings.ts";
import { METRICS } from "../../../support/tested-strategies.ts";

const settings = settingsFor(await loadConfig(SHIPPED_CONFIG), "15m");

type Seen = { sharpe?: number; trades?: number; losing?: number; bar?: number | null; coin?: number | null };
const sanity = (first: Seen, second: Seen = {}) => {
  const window = ({ sharpe = 2, trades = 90, losing = 30, bar = 0.1, coin = 0.2 }: Seen) => ({
    ...{ metrics: { ...METRICS, sharpe, trades }, profit: { losing, bar, coin } },
  });
  return judgeSanity(window(first), window(second), settings.sanity);
};

test("gate sanity: what is too good to be true ends it, in either window", () => {
  expect(sanity({}).reason).toBeNull();
  expect(sanity({ sharpe: 10 }).reason).toBeNull();
  expect(sanity({ sharpe: 10.1 }).reason).toBe("Sharpe in sample above 10");
  expect(sanity({}, { sharpe: 11 }).reason).toBe("Sharpe out of sample above 10");
  expect(sanity({ trades: 29, losing: 0 }).reason).toBeNull();
  expect(sanity({ trades: 30, losing: 0 }).reason).toBe("losing trades in sample below 1");
  expect(sanity({ bar: 0.5 }).reason).toBe("share of the profit in sample made in one bar not below 0.5");
  expect(sanity({}, { coin: 0.5 }).reason).toBe("share of the profit out of sample made by one coin not below 0.5");
  expect(sanity({ bar: null, coin: null }).reason).toBeNull();
});

test("gate sanity: its numbers name their window", () => {
  expect(sanity({ coin: null }).numbers).toEqual({
    ...{ inSampleSharpe: 2, inSampleLosingTrades: 30, inSampleBarShare: 0.1 },
    ...{ outOfSampleSharpe: 2, outOfSampleLosingTrades: 30, outOfSampleBarShare: 0.1, outOfSampleCoinShare: 0.2 },
  });
});
