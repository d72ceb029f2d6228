import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../core/paths.ts";

export type CliResult = { code: number; stdout: string; stderr: string };

/** Set and empty, so that what the `.env` of whoever runs the tests says does not count. */
const NO_SETTINGS = { DATABASE_URL: "", SIXBTC_CONFIG: "", SIXBTC_HOME: "" };

/** Starts `sixbtc` as a process of its own, stdin closed, with nothing of this process's environment but PATH. */
export function startCli(args: readonly string[], env: Record<string, string> = {}) {
  const child = Bun.spawn([process.execPath, "--no-env-file", join(PROJECT_ROOT, "cli", "main.ts"), ...args], {
    env: { PATH: process.env["PATH"] ?? "", ...NO_SETTINGS, ...env },
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
  const result = Promise.all([child.exited, child.stdout.text(), child.stderr.text()]).then(
    ([code, stdout, stderr]): CliResult => ({ code, stdout, stderr }),
  );
  return { child, result };
}

/** Runs `sixbtc` to its end. */
export function runCli(args: readonly string[], env: Record<string, string> = {}): Promise<CliResult> {
  return startCli(args, env).result;
}

/** Runs a script in `folder` by the system's shell, in which `sixbtc` is a command as `bun link` makes it. */
export async function runShell(script: string, folder: string, env: Record<string, string> = {}): Promise<CliResult> {
  const links = { bun: process.execPath, sixbtc: join(PROJECT_ROOT, "cli", "main.ts") };
  for (const [name, target] of Object.entries(links)) {
    if (!existsSync(join(folder, name))) symlinkSync(target, join(folder, name));
  }
  const child = Bun.spawn(["sh", "-c", script], {
    cwd: folder,
    env: { PATH: `${folder}:${process.env["PATH"]}`, ...NO_SETTINGS, ...env },
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
  const [code, stdout, stderr] = await Promise.all([child.exited, child.stdout.text(), child.stderr.text()]);
  return { code, stdout, stderr };
}

/** Resolves when a process catches SIGTERM, the first thing that `cli/main.ts` does; before it, the system ends it. */
export async function catchesSignals(pid: number): Promise<void> {
  const SIGTERM_BIT = 1n << 14n;
  const caught = () => BigInt(`0x${/^SigCgt:\s+(\w+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0}`);
  while ((caught() & SIGTERM_BIT) === 0n) await Bun.sleep(1);
}
