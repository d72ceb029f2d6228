import { expect, test } from "bun:test";
import { loadConfig, SHIPPED_CONFIG } from "../../../../core/config/load.ts";
import { judgeWalkForward } from "../../../../stages/backtest/gates/walk-forward.ts";
import { settingsFor } from "../../../../stages/backtest/settings.ts";

const settings = settingsFor(await loadConfig(SHIPPED_CONFIG), "15m");

test("gate walk-forward: the joined test parts must have gained, with half of the Sharpe of in sample", () => {
  const moments = { sharpeMean: 1, sharpeVariance: 1 };
  const walked = { trades: 80, expectancy: 0.001, sharpe: 0.5, windows: 5, cells: 5000, ...moments };
  expect(judgeWalkForward(walked, settings.walkForward)).toMatchObject({
    ...{ reason: null, numbers: { trades: 80, expectancy: 0.001, sharpe: 0.5, windows: 5, cells: 5000 } },
  });
  expect(judgeWalkForward({ ...walked, expectancy: 0 }, settings.walkForward).reason).toBe("expectancy not above 0");
  expect(judgeWalkForward({ ...walked, sharpe: 0.49 }, settings.walkForward).reason).toBe("Sharpe below 0.5");
});
