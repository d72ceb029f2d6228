import { expect, test } from "bun:test";
import { loadConfig, SHIPPED_CONFIG } from "../../../../core/config/load.ts";
import type { Metrics } from "../../../../core/kernel/metrics.ts";
import { judgeRobustness, simplicityOf } from "../../../../stages/backtest/gates/robustness.ts";
import { settingsFor } from "../../../../stages/backtest/settings.ts";
import { METRICS } from "../../../support/tested-strategies.ts";

const settings = settingsFor(await loadConfig(SHIPPED_CONFIG), "15m");

const GOOD = {
  inSample: { ...METRICS, sharpe: 2, trades: 120 },
  outOfSample: { ...METRICS, sharpe: 1.6, trades: 60 },
  complexity: { indicators: 4, conditions: 2, numbers: 4 },
  neighbourSharpe: 1.5 as number | null,
  withCosts: { ...METRICS, expectancy: 0.001, sharpe: 0.4 },
  late: { ...METRICS, expectancy: 0.001 },
};
const robustness = (change: Partial<typeof GOOD>) => judgeRobustness({ ...GOOD, ...change }, settings.robustness);

test("gate robustness: the sum, worked by hand", () => {
  const { numbers, reason } = robustness({});
  // 0.5 * 0.8 + 0.35 * 1 + 0.15 * 30 / 40
  expect(numbers["robustness"]).toBeCloseTo(0.8625, 12);
  expect(numbers).toMatchObject({ outOfSampleRatio: 0.8, trades: 180, simplicity: 0.75, neighbours: 0.75 });
  expect(reason).toBeNull();
  const better = robustness({ outOfSample: { ...GOOD.outOfSample, sharpe: 9 } });
  expect(better.numbers["outOfSampleRatio"]).toBe(1);
  const few = robustness({ inSample: { ...GOOD.inSample, trades: 15 } });
  expect(few.numbers["robustness"]).toBeCloseTo(0.6875, 12);
  expect(few.reason).toBe("robustness below 0.8");
});

test("gate robustness: a peak, doubled costs and a late entry each end it", () => {
  expect(robustness({ neighbourSharpe: 1 }).reason).toBeNull();
  expect(robustness({ neighbourSharpe: 0.9 }).reason).toBe("share of Sharpe beside it below 0.5");
  expect(robustness({ neighbourSharpe: null })).toMatchObject({ reason: null });
  const metrics = (change: Partial<Metrics>) => ({ ...METRICS, ...change });
  expect(robustness({ withCosts: metrics({ expectancy: 0 }) }).reason).toBe("expectancy at higher costs not above 0");
  expect(robustness({ withCosts: metrics({ sharpe: -0.1 }) }).reason).toBe("Sharpe at higher costs not above 0");
  expect(robustness({ late: metrics({ expectancy: -0.001 }) }).reason).toBe("expectancy of late signals not above 0");
});

test("gate robustness: whatever is added to a text makes it less simple", () => {
  const plain = { indicators: 0, conditions: 0, numbers: 0 };
  expect(simplicityOf(plain)).toBe(1);
  for (const part of ["indicators", "conditions", "numbers"] as const) {
    let before = 1;
    for (let count = 1; count < 200; count++) {
      const simplicity = simplicityOf({ ...plain, [part]: count });
      expect(simplicity).toBeLessThan(before);
      before = simplicity;
    }
    expect(before).toBeGreaterThan(0);
  }
});
