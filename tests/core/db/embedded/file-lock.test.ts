import { expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withFileLock } from "../../../../core/db/embedded/file-lock.ts";
import { newHome } from "../../../support/test-run.ts";

const FIXTURE = join(import.meta.dir, "file-lock-fixture.ts");

function count(lock: string, file: string, times: number) {
  return Bun.spawn([process.execPath, FIXTURE, lock, file, String(times)], { stdout: "ignore", stderr: "inherit" });
}

test("file lock: processes take turns, however many want it", async () => {
  const home = await newHome();
  const [lock, file] = [join(home, "lock"), join(home, "count")];
  writeFileSync(file, "0");
  await Promise.all(Array.from({ length: 4 }, () => count(lock, file, 25).exited));
  expect(readFileSync(file, "utf8")).toBe("100");
});

test("file lock: a killed owner frees it, for one of several waiters at a time", async () => {
  const home = await newHome();
  const [lock, file] = [join(home, "lock"), join(home, "count")];
  writeFileSync(file, "0");
  const owner = count(lock, file, 1_000_000);
  while (Number(readFileSync(file, "utf8")) < 3) await Bun.sleep(1);
  const waiters = Array.from({ length: 3 }, () => count(lock, file, 5));
  owner.kill("SIGKILL");
  await owner.exited;
  // The owner may have died between making the file empty and writing to it.
  await withFileLock(lock, 5000, async () => {
    if (Number(readFileSync(file, "utf8")) < 3) writeFileSync(file, "3");
  });
  await Promise.all(waiters.map((waiter) => waiter.exited));
  expect(Number(readFileSync(file, "utf8"))).toBeGreaterThanOrEqual(15);
});

test("file lock: in one process too, and who waits too long is told which file", async () => {
  const lock = join(await newHome(), "lock");
  await withFileLock(lock, 1000, async () => {
    await expect(withFileLock(lock, 60, async () => undefined)).rejects.toMatchObject({ code: "database.locked" });
  });
  expect(await withFileLock(lock, 1000, async () => "free")).toBe("free");
});
