import { expect, test } from "bun:test";
import { loadConfig, SHIPPED_CONFIG } from "../../../../core/config/load.ts";
import { judgeConsistency } from "../../../../stages/backtest/gates/consistency.ts";
import { settingsFor } from "../../../../stages/backtest/settings.ts";

const settings = settingsFor(await loadConfig(SHIPPED_CONFIG), "15m");

test("gate consistency: three of five parts must have gained", () => {
  const parts = (gains: number[]) => gains.flatMap((gain) => [0.02, gain - 0.02, 0]);
  expect(judgeConsistency(parts([0.01, 0.01, 0.01, -0.01, -0.01]), settings.consistency)).toMatchObject({
    ...{ reason: null, numbers: { gained: 3, parts: 5, share: 0.6 } },
  });
  expect(judgeConsistency(parts([0.9, 0.01, -0.01, -0.01, -0.01]), settings.consistency).reason).toBe(
    "share of parts that gained below 0.6",
  );
  // Half lost and half won back is a quarter lost.
  expect(judgeConsistency([0.5, -0.5, 0.5, -0.5, 0.5, -0.5, 0, 0, 0, 0], settings.consistency).numbers["gained"]).toBe(
    0,
  );
});
