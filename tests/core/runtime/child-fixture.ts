import { serveJobs } from "../../../core/runtime/serve-jobs.ts";

type Job = { act: "echo" | "throw" | "spin" | "grow" | "env"; value?: unknown };

serveJobs(async ({ act, value }: Job) => {
  if (act === "throw") throw new Error("as asked");
  if (act === "spin") for (;;) Math.hypot(1, 2);
  if (act === "grow") {
    const kept: Uint8Array[] = [];
    for (;;) kept.push(new Uint8Array(1 << 20).fill(1));
  }
  if (act === "env") return { ...process.env };
  return value;
});
