import { numberOfDFGCompiles } from "bun:jsc";
import { readFileSync } from "node:fs";
import type { OnProgress } from "../../../core/runtime/child-process.ts";
import { serveJobs } from "../../../core/runtime/serve-jobs.ts";

type Job = {
  act:
    | "echo"
    | "throw"
    | "spin"
    | "grow"
    | "reserve"
    | "loaded"
    | "env"
    | "folder"
    | "compile"
    | "litter"
    | "heap"
    | "pid"
    | "tell";
  value?: unknown;
};

/** MB that are kept between jobs, as columns of indicators are. */
const kept: Float64Array[] = [];

const virtualMb = () => Number(/^VmSize:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1024;
let loads = 0;
let reservedMb = 0;
const memories: WebAssembly.Memory[] = [];

/** What code compiled for WebAssembly reserves where it need not check its bounds. */
async function load(): Promise<void> {
  loads++;
  if (process.platform !== "linux") return;
  const beforeMb = virtualMb();
  memories.push(new WebAssembly.Memory({ initial: 1, maximum: 65_536 }));
  reservedMb = virtualMb() - beforeMb;
}

async function serve({ act, value }: Job, tell: OnProgress): Promise<unknown> {
  if (act === "tell") {
    const endMs = performance.now() + 450;
    for (let done = 1; performance.now() < endMs; done++) tell({ step: "first", done, of: 1_000_000 });
    tell({ step: "second", done: 1, of: 1 });
  }
  if (act === "throw") throw new Error("as asked");
  if (act === "spin") for (;;) Math.hypot(1, 2);
  if (act === "grow") {
    const grown: Uint8Array[] = [];
    for (;;) grown.push(new Uint8Array(1 << 20).fill(1));
  }
  if (act === "reserve") return new Uint8Array(2 ** 31).length;
  if (act === "loaded") return { loads, reservedMb };
  if (act === "env") return { ...process.env };
  if (act === "pid") return process.pid;
  if (act === "folder") return process.cwd();
  if (act === "litter") {
    const columns = Array.from({ length: 8 }, () => new Float64Array(1 << 17).fill(1));
    if (kept.length < 128) kept.push(...columns);
    return process.memoryUsage.rss() / (1 << 20);
  }
  if (act === "heap") return new Uint8Array(200 << 20).fill(1).length;
  if (act === "compile") {
    const sum = (n: number) => Array.from({ length: n }, (_, i) => i).reduce((a, b) => a + b, 0);
    for (let i = 0; i < 20_000; i++) sum(i % 20);
    return numberOfDFGCompiles(sum);
  }
  return value;
}

serveJobs(serve, load);
