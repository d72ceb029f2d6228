import { expect, test } from "bun:test";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../../core/paths.ts";

test("bench:sweep --quick: verifies, times both jobs and two processes, and prints one line of JSON", () => {
  const { stdout, stderr, exitCode } = Bun.spawnSync(
    [process.execPath, join(import.meta.dir, "main.ts"), "--quick", "--json", "--rounds", "1", "--cores", "2"],
    { cwd: PROJECT_ROOT },
  );
  expect(stderr.toString()).toBe("");
  expect(exitCode).toBe(0);
  const out = stdout.toString();
  expect(out.trim().split("\n").length).toBe(1);
  const { jobs, cores } = JSON.parse(out);
  expect(jobs.map(({ entriesFrac }: { entriesFrac: number }) => entriesFrac)).toEqual([0.005, 0.02]);
  for (const { ms, naiveMs, ratio, entries } of jobs) {
    expect(Math.min(ms, naiveMs, ratio, entries)).toBeGreaterThan(0);
  }
  for (const { processes, ratio } of cores) {
    expect(processes).toBe(2);
    expect(ratio).toBeGreaterThan(0);
  }
}, 60_000);
