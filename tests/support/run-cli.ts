import { join } from "node:path";
import { PROJECT_ROOT } from "../../core/paths.ts";

export type CliResult = { code: number; stdout: string; stderr: string };

/** Set and empty, so that what the `.env` of whoever runs the tests says does not count. */
const NO_SETTINGS = { DATABASE_URL: "", SIXBTC_CONFIG: "", SIXBTC_HOME: "" };

/** Runs `sixbtc` as a process of its own, stdin closed, with nothing of this process's environment but PATH. */
export async function runCli(args: readonly string[], env: Record<string, string> = {}): Promise<CliResult> {
  const child = Bun.spawn([process.execPath, "--no-env-file", join(PROJECT_ROOT, "cli", "main.ts"), ...args], {
    env: { PATH: process.env["PATH"] ?? "", ...NO_SETTINGS, ...env },
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
  const [code, stdout, stderr] = await Promise.all([child.exited, child.stdout.text(), child.stderr.text()]);
  return { code, stdout, stderr };
}
