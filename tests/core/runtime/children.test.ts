import { afterAll, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../../../core/db/embedded/postmaster.ts";
import { createChildPool } from "../../../core/runtime/children.ts";

const entry = join(import.meta.dir, "child-fixture.ts");
const pool = createChildPool<{ act: string; value?: unknown }, unknown>({
  entry,
  size: 2,
  jobsPerChild: 3,
  memoryMb: 300,
});
afterAll(() => pool.close());

const idle = new AbortController().signal;
const run = (act: string, value?: unknown, timeoutMs = 10_000) => pool.run({ act, value }, { timeoutMs, signal: idle });

test("children: answer jobs in parallel, beyond the life of one child, typed arrays included", async () => {
  const jobs = Array.from({ length: 12 }, (_, i) => run("echo", new Float64Array([i, Number.NaN])));
  const answers = (await Promise.all(jobs)).map((outcome) => (outcome.kind === "done" ? outcome.result : outcome));
  expect(answers.every((answer) => answer instanceof Float64Array)).toBe(true);
  expect(answers.map((answer) => [...(answer as Float64Array)])).toEqual(jobs.map((_, i) => [i, Number.NaN]));
});

test("children: say how far they are while they work, each step at once, and no step more often than can be read", async () => {
  const told: [atMs: number, step: string][] = [];
  const outcome = await pool.run(
    { act: "tell" },
    { timeoutMs: 10_000, signal: idle, onProgress: ({ step }) => told.push([performance.now(), step]) },
  );
  const endedMs = performance.now();
  expect(outcome.kind).toBe("done");
  expect(told.filter(([, step]) => step === "first").length).toBeWithin(2, 6);
  expect(told.at(-1)?.[1]).toBe("second");
  expect(endedMs - told[0]![0]).toBeGreaterThan(200);
  // Nobody listens: nothing is said that the next job could take for its own.
  expect(await run("tell")).toMatchObject({ kind: "done" });
});

test("children: an error of a job is that job's answer", async () => {
  expect(await run("throw")).toEqual({ kind: "threw", message: "as asked" });
});

test("children: see no environment", async () => {
  expect(await run("env")).toEqual({ kind: "done", result: {} });
});

test("children: nor what is set for their memory, in pages of which size that may be", async () => {
  const options = { entry, size: 1, jobsPerChild: 2, memoryMb: 4_096, keepsMemory: true, hugePages: true };
  const large = createChildPool<{ act: string }, unknown>(options);
  const ask = (act: string) => large.run({ act }, { timeoutMs: 10_000, signal: idle });
  expect(await ask("env")).toEqual({ kind: "done", result: {} });
  expect(await ask("heap")).toEqual({ kind: "done", result: 200 << 20 });
  await large.close();
});

test("children: endless work is killed after its time, and the next job is served", async () => {
  expect(await run("spin", undefined, 300)).toMatchObject({ kind: "died", reason: "timeout" });
  expect(await run("echo", 1)).toEqual({ kind: "done", result: 1 });
});

test("children: runaway memory is stopped", async () => {
  expect(await run("grow", undefined, 60_000)).toMatchObject({ kind: "died", reason: "memory" });
  expect(await run("echo", 2)).toEqual({ kind: "done", result: 2 });
}, 60_000);

test.if(Bun.which("prlimit") !== null)(
  "children: load once, reserve what they like before the first job, and hardly more than their bound after it",
  async () => {
    const single = createChildPool<{ act: string }, unknown>({ entry, size: 1, jobsPerChild: 9, memoryMb: 300 });
    const ask = (act: string) => single.run({ act }, { timeoutMs: 10_000, signal: idle });
    for (let i = 0; i < 2; i++) {
      expect(await ask("loaded")).toEqual({
        kind: "done",
        result: { loads: 1, reservedMb: expect.closeTo(4_100, -2) },
      });
    }
    // Nothing is written to it, so that the watch sees nothing of it.
    expect(await ask("reserve")).toMatchObject({ kind: "died", reason: "memory" });
    await single.close();
  },
);

test.if(Bun.which("prlimit") !== null)("children: serve where the system allows less than their bound", async () => {
  const fixture = join(import.meta.dir, "children-parent-fixture.ts");
  const command = ["prlimit", `--data=${800 << 20}`, "--", process.execPath, fixture, "exit"];
  const parent = Bun.spawn(command, { stdout: "pipe", stderr: "ignore" });
  expect(JSON.parse(await parent.stdout.text())).toEqual({ pid: expect.any(Number), folder: expect.any(String) });
});

test("children: aborting kills the child and rejects", async () => {
  const controller = new AbortController();
  const job = pool.run({ act: "spin" }, { timeoutMs: 60_000, signal: controller.signal });
  setTimeout(() => controller.abort(new Error("stop")), 100);
  expect(job).rejects.toThrow("stop");
  await job.catch(() => undefined);
  expect(await run("echo", 3)).toEqual({ kind: "done", result: 3 });
});

test.each([100, 256, 400, 512, 600, 700, 768, 1024, 2048])(
  "children: start under a bound of %d MB, and compile code rather than interpret it",
  async (memoryMb) => {
    const bounded = createChildPool<{ act: string }, unknown>({ entry, size: 1, jobsPerChild: 3, memoryMb });
    const outcome = await bounded.run({ act: "compile" }, { timeoutMs: 10_000, signal: idle });
    await bounded.close();
    expect(outcome).toMatchObject({ kind: "done" });
    expect(outcome.kind === "done" && outcome.result).toBeGreaterThan(0);
  },
);

test("children: a .env in their folder is not read", async () => {
  const single = createChildPool<{ act: string }, unknown>({ entry, size: 1, jobsPerChild: 2, memoryMb: 300 });
  const ask = (act: string) => single.run({ act }, { timeoutMs: 10_000, signal: idle });
  const outcome = await ask("folder");
  const folder = outcome.kind === "done" ? String(outcome.result) : "";
  await Bun.write(join(folder, ".env"), "PLANTED=1");
  expect(await ask("env")).toEqual({ kind: "done", result: {} });
  // The third job has a new child, which starts beside the file.
  expect(await ask("env")).toEqual({ kind: "done", result: {} });
  await single.close();
});

test.each([
  { keepsMemory: false, garbageMb: 72 },
  { keepsMemory: true, garbageMb: 384 },
])(
  "children: what jobs leave behind does not pile up: %j",
  async ({ keepsMemory, garbageMb }) => {
    const options = { entry, size: 1, jobsPerChild: 1_000, memoryMb: 1_000, keepsMemory };
    const lasting = createChildPool<{ act: string }, number>(options);
    const seen: number[] = [];
    for (let i = 0; i < 200; i++) {
      const outcome = await lasting.run({ act: "litter" }, { timeoutMs: 10_000, signal: idle });
      if (outcome.kind === "done") seen.push(outcome.result);
    }
    await lasting.close();
    expect(seen).toHaveLength(200);
    // Jobs keep 128 MB and leave 8 each, 1,600 in all; what lies there by the time it is collected, some keep for good.
    expect(Math.max(...seen) - seen[0]!).toBeLessThan(128 + garbageMb);
  },
  60_000,
);

test("children: one that a job filled is replaced, whatever it has let go of since", async () => {
  const options = { entry, size: 1, jobsPerChild: 10, memoryMb: 300, keepsMemory: true };
  const single = createChildPool<{ act: string }, number>(options);
  const ask = (act: string) => single.run({ act }, { timeoutMs: 10_000, signal: idle });
  const [first, again] = [await ask("pid"), await ask("pid")];
  expect(await ask("heap")).toMatchObject({ kind: "done" });
  const later = await ask("pid");
  await single.close();
  expect(again).toEqual(first);
  expect(later).toMatchObject({ kind: "done" });
  expect(later).not.toEqual(first);
});

test("children: while one works without end, another answers", async () => {
  const controller = new AbortController();
  const spinning = pool.run({ act: "spin" }, { timeoutMs: 60_000, signal: controller.signal });
  for (let i = 0; i < 5; i++) expect(await run("echo", i)).toEqual({ kind: "done", result: i });
  expect(Bun.peek.status(spinning)).toBe("pending");
  controller.abort(new Error("stop"));
  expect(spinning).rejects.toThrow("stop");
});

const endings = ["exit", ...(process.platform === "linux" && Bun.which("setpriv") !== null ? ["kill"] : [])];
test.each(endings)("children: in the middle of their work, they end with their parent's %s", async (ending) => {
  const parent = Bun.spawn([process.execPath, join(import.meta.dir, "children-parent-fixture.ts"), ending], {
    stdout: "pipe",
    stderr: "ignore",
  });
  const { value } = await parent.stdout.getReader().read();
  const { pid, folder } = JSON.parse(new TextDecoder().decode(value));
  if (ending === "kill") parent.kill("SIGKILL");
  await parent.exited;
  const deadline = performance.now() + 2_000;
  while (isAlive(pid) && performance.now() < deadline) await Bun.sleep(20);
  const isLeft = isAlive(pid);
  if (isLeft) process.kill(pid, "SIGKILL");
  expect(isLeft).toBe(false);
  if (ending === "exit") expect(existsSync(folder)).toBe(false);
});
