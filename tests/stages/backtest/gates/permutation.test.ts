import { expect, test } from "bun:test";
import { loadConfig, SHIPPED_CONFIG } from "../../../../core/config/load.ts";
import { judgePermutation } from "../../../../stages/backtest/gates/permutation.ts";
import { settingsFor } from "../../../../stages/backtest/settings.ts";

const settings = settingsFor(await loadConfig(SHIPPED_CONFIG), "15m");

test("gate permutation: p below its limit passes, p at it does not", () => {
  const found = { draws: 99, asGood: 3, real: 2, permutedMean: 0.4 };
  expect(judgePermutation({ ...found, pValue: 0.04 }, settings.permutation).reason).toBeNull();
  const failed = judgePermutation({ ...found, draws: 4, asGood: 4, pValue: 1 }, settings.permutation);
  expect(failed.reason).toBe("p of permuted markets not below 0.05");
  expect(failed.numbers).toEqual({ draws: 4, asGood: 4, real: 2, permutedMean: 0.4, pValue: 1 });
});
