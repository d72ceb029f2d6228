import { expect, test } from "bun:test";
import { isDue } from "../../../stages/schedule/stage.ts";

const at = (time: string) => new Date(`2026-03-01T${time}Z`);

test("schedule: a task that never ran is due", () => {
  expect(isDue("30 3 * * *", undefined, at("12:00:00"))).toBe(true);
});

test("schedule: a task is due once its time came since it last began, in UTC", () => {
  expect(isDue("30 3 * * *", at("03:29:59"), at("03:30:00"))).toBe(true);
  expect(isDue("30 3 * * *", at("03:29:59"), at("03:29:59.999"))).toBe(false);
  expect(isDue("30 3 * * *", at("03:30:00"), at("23:59:59"))).toBe(false);
});

test("schedule: a missed time is made up for once", () => {
  expect(isDue("*/15 * * * *", at("00:00:01"), at("05:00:00"))).toBe(true);
  expect(isDue("*/15 * * * *", at("05:00:00"), at("05:00:30"))).toBe(false);
});
