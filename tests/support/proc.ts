import { readdirSync, readFileSync } from "node:fs";

/** Its children, and theirs. Here as below: what Linux tells of a process, and nothing of one that is gone. */
export function descendantsOf(pid: number): number[] {
  const children = threadsOf(pid).flatMap((thread) => wordsOf(`/proc/${pid}/task/${thread}/children`).map(Number));
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
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
