import { expect, test } from "bun:test";
import { createTally } from "../../cli/tally.ts";
import type { Outcome } from "../../stages/stage.ts";
import { captureOutput } from "../support/capture-output.ts";

function tell(stage: string, outcomes: Outcome[], { json = false, stopped = false } = {}) {
  const { output, written } = captureOutput(json);
  const tally = createTally(output, stage, { watch: false });
  for (const outcome of outcomes) tally.add(outcome);
  tally.close({ stopped });
  return written;
}

test("tally: a dry run is never told as done", () => {
  const deployed = { verdict: "deployed", strategy: "Strategy_A", subaccount: "paper-01" };
  expect(tell("deploy", [{ ...deployed, dryRun: true }]).stdout).toBe(
    "  Strategy_A deployed paper-01\ndeploy: 1 deployed; nothing was changed, since this is a dry run.\n",
  );
  expect(tell("deploy", [deployed]).stdout).toBe("  Strategy_A deployed paper-01\ndeploy: 1 deployed.\n");
});

test("tally: what the desk did says where, on which coin and what it brought", () => {
  const place = { strategy: "Strategy_A", subaccount: "paper-01", coin: "BTC", direction: "short" };
  const { stdout } = tell("execute", [
    { verdict: "opened", ...place },
    { verdict: "closed", ...place, reason: "stop", pnl: -115.801 },
  ]);
  expect(stdout.split("\n").slice(0, 2)).toEqual([
    "  Strategy_A opened paper-01 BTC short",
    "  Strategy_A closed paper-01 BTC short stop (pnl -115.80)",
  ]);
});

test("tally: a warning is told once, and numbers that are none are left out", () => {
  const fell = { verdict: "rejected", reason: "Sharpe below 1", numbers: { sharpe: 0.5, degradation: NaN } };
  const warnings = ["1h: no funding rates for BTC: none is paid."];
  const { stdout, stderr } = tell("backtest", [
    { ...fell, strategy: "Strategy_A", warnings },
    { ...fell, strategy: "Strategy_B", warnings },
  ]);
  expect(stderr).toBe("  1h: no funding rates for BTC: none is paid.\n");
  expect(stdout).toStartWith("  Strategy_A rejected Sharpe below 1 (sharpe 0.5)\n  Strategy_B ");
});

test("tally: the alerts of a look are told", () => {
  const alerts = [{ level: "warning", message: "Strategy_A is 21 % below its peak", since: null }];
  expect(tell("monitor", [{ verdict: "checked", alerts }]).stdout).toBe(
    "  warning: Strategy_A is 21 % below its peak\nmonitor: 1 checked.\n",
  );
});

test("tally: the sums add up, also of reasons that came once and of those that are too many to list", () => {
  const fell = (reason: string) => ({ verdict: "rejected", strategy: "Strategy_A", reason });
  const few = tell("backtest", ["often", "once", "often"].map(fell)).stdout.split("backtest: 3 rejected.\n")[1];
  expect(few).toBe("       2  rejected: often\n       1  rejected: once\n");
  const reasons = ["often", ...Array.from({ length: 40 }, (_, i) => `reason ${i}`), "often"];
  const sums = tell("backtest", reasons.map(fell)).stdout.split("backtest: 42 rejected.\n")[1] ?? "";
  const counts = [...sums.matchAll(/^ +(\d+) {2}/gm)].map(([, count]) => Number(count));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(42);
  expect(sums).toEndWith("      26  others, for 26 more reasons\n");
});

test("tally: a run that was stopped says so, and is not told as nothing to do", () => {
  expect(tell("validate", [], { stopped: true }).stdout).toBe("validate: stopped before the end.\n");
  expect(tell("validate", [{ verdict: "passed" }], { stopped: true }).stdout).toBe(
    "validate: 1 passed; stopped before the end.\n",
  );
  expect(tell("validate", []).stdout).toBe("validate: nothing to do.\n");
});

test("tally: generate says its seed, and what repeated means", () => {
  const outcomes = [
    { verdict: "generated", strategy: "Strategy_A", seed: 7, index: 0 },
    { verdict: "repeated", strategy: "Strategy_B", seed: 7, index: 1 },
  ];
  expect(tell("generate", outcomes).stdout).toBe(
    "generate: 1 generated, 1 repeated (seed 7).\n  repeated: their code or name was there before, so nothing was added\n",
  );
});
