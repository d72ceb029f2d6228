import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withFileLock } from "../../core/db/embedded/file-lock.ts";
import { isAlive } from "../../core/db/embedded/postmaster.ts";
import { PROJECT_ROOT } from "../../core/paths.ts";

/**
 * What all test processes of this clone share while any of them lives: a folder of home folders with database servers
 * in them. A watchdog stops the servers and removes the folder when the last process is gone, however it ended.
 */
const clone = createHash("sha256").update(PROJECT_ROOT).digest("hex").slice(0, 12);
export const RUN_FOLDER = join(tmpdir(), `sixbtc-test-${process.getuid?.() ?? 0}-${clone}`);

const USERS = join(RUN_FOLDER, "users");
export const HOMES = join(RUN_FOLDER, "homes");
const WATCHDOG = join(RUN_FOLDER, "watchdog");

/** One at a time among all test processes and the watchdog. */
export function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  return withFileLock(`${RUN_FOLDER}.lock`, 60_000, work);
}

/** A new home folder, which is stopped and removed when this test process is gone, if not before. */
export async function newHome(): Promise<string> {
  await joinRun();
  return mkdtempSync(join(HOMES, "home-"));
}

/** Makes this process one of those that keep the run's folder and servers. */
export async function joinRun(): Promise<void> {
  if (existsSync(join(USERS, String(process.pid)))) return;
  await alone(async () => {
    for (const folder of [USERS, HOMES]) mkdirSync(folder, { recursive: true, mode: 0o711 });
    writeFileSync(join(USERS, String(process.pid)), "");
    if (existsSync(WATCHDOG) && isAlive(Number(readFileSync(WATCHDOG, "utf8")))) return;
    // A grandchild: `bun test --parallel` ends its workers together with what they started.
    const script = '"$@" </dev/null >/dev/null 2>&1 & echo $!';
    const watchdog = [process.execPath, join(import.meta.dir, "watchdog.ts")];
    const shell = Bun.spawn(["sh", "-c", script, "sh", ...watchdog], { detached: true, stdout: "pipe" });
    writeFileSync(WATCHDOG, (await shell.stdout.text()).trim());
  });
}

export function isInUse(): boolean {
  return readdirSync(USERS).some((pid) => isAlive(Number(pid)));
}
