import { expect, test } from "bun:test";
import { loadConfig, SHIPPED_CONFIG } from "../../../../core/config/load.ts";
import { randomFrom } from "../../../../core/kernel/random.ts";
import { judgeDeflated } from "../../../../stages/backtest/gates/deflated.ts";
import { settingsFor } from "../../../../stages/backtest/settings.ts";

const settings = settingsFor(await loadConfig(SHIPPED_CONFIG), "15m");

/** Normal daily returns with exactly this annual Sharpe. */
function returnsOf(days: number, sharpe: number): number[] {
  const { normal } = randomFrom("deflated");
  const drawn = Array.from({ length: days }, normal);
  const mean = drawn.reduce((sum, each) => sum + each, 0) / days;
  const deviation = Math.sqrt(drawn.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (days - 1));
  return drawn.map((each) => 0.01 * ((each - mean) / deviation + sharpe / Math.sqrt(365)));
}

const NOBODY = { looks: 0, sharpeMean: 0, sharpeVariance: 0 };
const deflated = (sharpe: number, luck = NOBODY) => judgeDeflated(returnsOf(730, sharpe), 548, luck, settings.deflated);

test("gate deflated: alone, a Sharpe must be above 0 beyond doubt; after many looks above the best of them", () => {
  expect(deflated(1.5).reason).toBeNull();
  expect(deflated(1).reason).toBe("deflated Sharpe below 0.95");
  const many = { looks: 9_999, sharpeMean: 0.5, sharpeVariance: 0.81 };
  // The best of 10,000 with a deviation of 0.9 shows 0.9 * 3.8607 above the mean.
  const { numbers, reason } = deflated(4.5, many);
  expect(numbers["benchmark"]).toBeCloseTo(0.5 + 0.9 * 3.8606648555, 8);
  expect(numbers).toMatchObject({ trials: 10_000, days: 730, sharpe: expect.closeTo(4.5, 8) });
  expect(reason).toBe("deflated Sharpe below 0.95");
  expect(deflated(5.5, many).reason).toBeNull();
});

test("gate deflated: before there are enough looks chance alone sets the spread, and later never less than that", () => {
  const byChance = Math.sqrt(365 / 548);
  const few = deflated(2, { looks: 9, sharpeMean: 3, sharpeVariance: 25 }).numbers;
  expect(few["benchmark"]).toBeCloseTo(byChance * 1.5745983013, 8);
  const alike = deflated(2, { looks: 99, sharpeMean: -1, sharpeVariance: 0.01 }).numbers;
  expect(alike["benchmark"]).toBeCloseTo(byChance * 2.5306028932, 8);
  expect(few["trials"]).toBe(10);
});

test("gate deflated: says how many days the Sharpe would need, without end where it is not above the benchmark", () => {
  const { numbers } = deflated(2);
  // 1 + (1 + sharpe^2 / 2) * (1.645 / sharpe)^2 for normal returns, which these are nearly.
  const daily = 2 / Math.sqrt(365);
  expect(numbers["minTrackRecordDays"]! / ((1 + daily ** 2 / 2) * (1.6449 / daily) ** 2)).toBeCloseTo(1, 1);
  expect(deflated(2, { looks: 99_999, sharpeMean: 1, sharpeVariance: 4 }).numbers["minTrackRecordDays"]).toBe(Infinity);
});

test("gate deflated: days without any return are no proof of anything", () => {
  expect(judgeDeflated(new Array(100).fill(0), 75, NOBODY, settings.deflated).numbers["deflated"]).toBe(0.5);
});
