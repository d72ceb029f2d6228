import { readdirSync, readFileSync } from "node:fs";

/** In which the system counts, whatever its kernel counts in. */
const TICKS_PER_SEC = 100;

/** Its children, and theirs. Here as below: what Linux tells of a process, and nothing of one that is gone. */
export function descendantsOf(pid: number): number[] {
  const children = threadsOf(pid).flatMap((thread) => wordsOf(`/proc/${pid}/task/${thread}/children`).map(Number));
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

/** Its command and arguments. */
export function commandOf(pid: number): string[] {
  return zeroEnded(`/proc/${pid}/cmdline`);
}

/** Names of the variables that it was started with. */
export function startedWith(pid: number): string[] {
  return zeroEnded(`/proc/${pid}/environ`).map((line) => line.replace(/=.*/s, ""));
}

/** Seconds for which its threads together have kept a core busy. */
export function cpuSec(pid: number): number {
  const fields = (textOf(`/proc/${pid}/stat`).split(") ").at(-1) ?? "").split(" ");
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_PER_SEC;
}

function zeroEnded(path: string): string[] {
  return textOf(path).split("\0").slice(0, -1);
}

function threadsOf(pid: number): string[] {
  return ifThere(() => readdirSync(`/proc/${pid}/task`)) ?? [];
}

function wordsOf(path: string): string[] {
  return textOf(path)
    .split(" ")
    .filter((word) => word !== "");
}

function textOf(path: string): string {
  return ifThere(() => readFileSync(path, "utf8")) ?? "";
}

/** Null for what ended meanwhile. */
function ifThere<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH")) return null;
    throw error;
  }
}
