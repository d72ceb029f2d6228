import { expect, test } from "bun:test";
import { createTally } from "../../cli/tally.ts";
import type { Outcome } from "../../stages/stage.ts";
import { captureOutput } from "../support/capture-output.ts";

function tell(stage: string, outcomes: Outcome[], json = false) {
  const { output, written } = captureOutput(json);
  const tally = createTally(output, stage, { watch: false });
  for (const outcome of outcomes) tally.add(outcome);
  tally.close();
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
