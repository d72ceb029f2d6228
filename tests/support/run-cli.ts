import { join } from "node:path";
import { PROJECT_ROOT } from "../../core/paths.ts";

export type CliResult = { code: number; stdout: string; stderr: string };

/** Runs `sixbtc` as a process of its own, stdin closed, with nothing of this process's environment but PATH. */
export async function runCli(args: readonly string[], env: Record<string, string> = {}): Promise<CliResult> {
  const child = Bun.spawn([process.execPath, join(PROJECT_ROOT, "cli", "main.ts"), ...args], {
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
  const [code, stdout, stderr] = await Promise.all([child.exited, child.stdout.text(), child.stderr.text()]);
  return { code, stdout, stderr };
}
