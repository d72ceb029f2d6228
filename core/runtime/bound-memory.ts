import { readFileSync } from "node:fs";

const MB = 1024 * 1024;
/** What threads that start later and the like may reserve beside what is used. */
const RESERVED_MB = 256;

/**
 * Bounds the data segment of this process (Linux) to what it has by now and a little more than `mb`, so that one which
 * allocates faster than it is watched dies by itself. What it has includes what Bun and WebAssembly reserve and never
 * use, some gigabytes, for want of which both would run slower: so it is for a process that has loaded all it needs.
 */
export function boundMemory(prlimit: string, mb: number): void {
  const kilobytes = fieldOf("status", /^VmData:\s+(\d+) kB/m);
  const bytes = Number(kilobytes) * 1024 + (mb + RESERVED_MB) * MB;
  const narrowest = fieldOf("limits", /^Max data size\s+\S+\s+(\d+)/m);
  if (narrowest !== undefined && Number(narrowest) <= bytes) return;
  const { success } = Bun.spawnSync([prlimit, `--pid=${process.pid}`, `--data=${bytes}`]);
  if (!success) throw new Error(`prlimit does not bound the memory of process ${process.pid}`);
}

function fieldOf(file: string, pattern: RegExp): string | undefined {
  return pattern.exec(readFileSync(`/proc/self/${file}`, "utf8"))?.[1];
}
