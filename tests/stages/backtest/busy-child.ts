import { expect } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";

/** The child of this process that runs strategies and has been given the most time. */
export async function busyChild(): Promise<number> {
  const children = readdirSync("/proc")
    .filter((pid) => /^\d+$/.test(pid))
    .flatMap((pid) => {
      try {
        const isOurs = new RegExp(`^PPid:\\s+${process.pid}$`, "m").test(readFileSync(`/proc/${pid}/status`, "utf8"));
        const isChild = readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("stages/backtest/child.ts");
        return isOurs && isChild ? [Number(pid)] : [];
      } catch {
        // It ended while it was looked at.
        return [];
      }
    });
  expect(children).toHaveLength(1);
  return children[0]!;
}
