import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog } from "../../../core/runtime/log.ts";

const folder = mkdtempSync(join(tmpdir(), "sixbtc-log-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("log: one JSON line a fact, below the level nothing", async () => {
  const log = createLog({ stage: "validate", level: "info", file: { folder, maxMb: 1, keep: 2 }, stderr: "none" });
  log.debug("claim.polled");
  log.info("strategy.rejected", { strategy: "Strategy_MOM_1", reason: "negative shift" });
  await log.close();
  const lines = (await Bun.file(join(folder, "sixbtc-validate.log")).text()).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      stage: "validate",
      event: "strategy.rejected",
      strategy: "Strategy_MOM_1",
      reason: "negative shift",
    },
  ]);
});

test("log: files are rotated and only so many are kept", async () => {
  const own = join(folder, "rotated");
  const log = createLog({ stage: "x", level: "info", file: { folder: own, maxMb: 1, keep: 2 }, stderr: "none" });
  const padding = "x".repeat(1000);
  for (let block = 0; block < 50; block++) {
    for (let i = 0; i < 100; i++) log.info("fact.written", { padding });
    await Bun.sleep(5);
  }
  await log.close();
  const files = readdirSync(own).filter((name) => name.endsWith(".log") || name.endsWith(".log.gz"));
  expect(files.length).toBeGreaterThan(1);
  expect(files.length).toBeLessThanOrEqual(3);
});
