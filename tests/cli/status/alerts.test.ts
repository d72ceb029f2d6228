import { expect, test } from "bun:test";
import { alertsOf, type Facts } from "../../../cli/status/alerts.ts";
import { STAGE_NAMES } from "../../../stages/stage.ts";

const NOW = Date.UTC(2026, 0, 2);
const ZEROS = { GENERATED: 0, VALIDATED: 0, TESTED: 0, SELECTED: 0, LIVE: 0, RETIRED: 0, FAILED: 0 };

function facts(runs: string[], more: Partial<Facts> = {}): Facts {
  const did = { lastActivityAt: null, processed24h: 0, rejected24h: 0, failed24h: 0 };
  const stages = STAGE_NAMES.map((name) => ({ ...did, name, enabled: true, running: runs.includes(name) }));
  const none = { processes: [], closing: [], failedSince: null, snapshot: null, damaged: [] };
  return { nowMs: NOW, stages, counts: ZEROS, ...none, ...more };
}

const shown = (given: Facts) => alertsOf(given).map(({ level, message }) => `${level}: ${message}`);

test("alerts: a factory that stands still is none; one stage missing among the others is a warning", () => {
  expect(shown(facts([]))).toEqual([]);
  const others = STAGE_NAMES.filter((name) => name !== "classify");
  expect(shown(facts(others))).toEqual(["warning: classify is enabled and does not run"]);
});

test("alerts: strategies are live and nobody executes is an error, even when nothing runs", () => {
  const counts = { ...ZEROS, LIVE: 2 };
  expect(shown(facts([], { counts }))).toEqual([
    "error: execute is enabled and does not run, while 2 strategies are live",
  ]);
});

test("alerts: what the monitor found counts while its last pass is fresh, and is said once", () => {
  const alert = { level: "error" as const, message: "the disk is full", since: NOW };
  const snapshot = { id: 1, at: new Date(NOW - 60_000), counts: ZEROS, stages: [], alerts: [alert, alert] };
  expect(shown(facts([], { snapshot }))).toEqual(["error: the disk is full"]);
  expect(shown(facts([], { snapshot: { ...snapshot, at: new Date(NOW - 600_000) } }))).toEqual([]);
});
