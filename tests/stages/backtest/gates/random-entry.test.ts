import { expect, test } from "bun:test";
import { loadConfig, SHIPPED_CONFIG } from "../../../../core/config/load.ts";
import { judgeRandomEntry } from "../../../../stages/backtest/gates/random-entry.ts";
import { settingsFor } from "../../../../stages/backtest/settings.ts";

const settings = settingsFor(await loadConfig(SHIPPED_CONFIG), "15m");

test("gate random-entry: p below its limit passes, p at it does not", () => {
  const judge = (pValue: number) => judgeRandomEntry({ pValue, mean: 0.003, randomMean: -0.001 }, settings.randomEntry);
  expect(judge(0.049).reason).toBeNull();
  expect(judge(0.05).reason).toBe("p of random entries not below 0.05");
  expect(judge(Number.NaN).reason).toBe("p of random entries not below 0.05");
  expect(judge(0.001).numbers).toEqual({ pValue: 0.001, mean: 0.003, randomMean: -0.001, draws: 999 });
});
