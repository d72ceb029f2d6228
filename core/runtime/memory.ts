import { existsSync, readFileSync } from "node:fs";

/**
 * Memory of a process in MB that is its own: mapped candle files, shared by all, are left out where the system says
 * (Linux), and counted where it does not. 0 when the process is gone.
 */
export function ownMemoryMb(pid: number): number {
  if (existsSync("/proc/self/status")) {
    const kilobytes = /^RssAnon:\s+(\d+) kB/m.exec(procStatus(pid))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  }
  if (pid === process.pid) return process.memoryUsage.rss() / (1024 * 1024);
  const answer = Bun.spawnSync(["ps", "-o", "rss=", "-p", String(pid)], { stdout: "pipe", stderr: "ignore" });
  return Number(answer.stdout.toString().trim() || 0) / 1024;
}

function procStatus(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH")) return "";
    throw error;
  }
}
