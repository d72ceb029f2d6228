import { expect, test } from "bun:test";
import { planWindows } from "../../../stages/backtest/windows.ts";

const DAY = 86_400_000;
const SETTINGS = { inSampleDays: 548, outOfSampleDays: 182, inSampleShare: 0.75, minDays: 120 };
const END = Date.UTC(2026, 5, 1);

const daysOf = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => (toMs - fromMs) / DAY;

test("windows: 18 months and then the last 6, to the last midnight", () => {
  const plan = planWindows(0, END + 5 * 3_600_000, SETTINGS);
  if (plan.kind !== "planned") throw new Error(plan.kind);
  const { inSample, outOfSample } = plan.windows;
  expect([daysOf(inSample), daysOf(outOfSample), plan.isShortened]).toEqual([548, 182, false]);
  expect(outOfSample.toMs).toBe(END);
  expect(inSample.toMs).toBe(outOfSample.fromMs);
});

test("windows: where there is less, three quarters and one quarter of it", () => {
  const plan = planWindows(END - 365 * DAY, END, SETTINGS);
  if (plan.kind !== "planned") throw new Error(plan.kind);
  expect([daysOf(plan.windows.inSample), daysOf(plan.windows.outOfSample)]).toEqual([274, 91]);
  expect([plan.isShortened, plan.days, plan.windows.inSample.fromMs]).toEqual([true, 365, END - 365 * DAY]);
});

test("windows: 120 days are enough, 119 are not", () => {
  expect(planWindows(END - 120 * DAY, END, SETTINGS).kind).toBe("planned");
  expect(planWindows(END - 120 * DAY + 1, END, SETTINGS)).toEqual({ kind: "too-short", days: 119 });
});
