import { expect, test } from "bun:test";
import { silentLog } from "../../../core/runtime/log.ts";
import { type LoopOptions, runLoop, type Tick } from "../../../core/runtime/loop.ts";

function options(tick: () => Promise<Tick<number>>, changed: Partial<LoopOptions<number>> = {}): LoopOptions<number> {
  return {
    tick,
    lanes: 1,
    watch: false,
    pollMs: 60_000,
    wake: () => new Promise(() => undefined),
    signal: new AbortController().signal,
    onOutcome: () => undefined,
    log: silentLog,
    ...changed,
  };
}

test("loop: a bare run ticks until every lane finds nothing", async () => {
  let left = 20;
  const outcomes: number[] = [];
  const tick = async (): Promise<Tick<number>> => (left > 0 ? { did: "work", outcome: left-- } : { did: "nothing" });
  await runLoop(options(tick, { lanes: 3, onOutcome: (outcome) => outcomes.push(outcome) }));
  expect(outcomes.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
});

test("loop: a bare run makes one pass, and tells all that it did", async () => {
  let passes = 0;
  const outcomes: number[] = [];
  const tick = async (): Promise<Tick<number>> => {
    passes += 1;
    return { did: "pass", outcomes: [1, 2] };
  };
  await runLoop(options(tick, { onOutcome: (outcome) => outcomes.push(outcome) }));
  expect({ passes, outcomes }).toEqual({ passes: 1, outcomes: [1, 2] });
});

test("loop: a bare run throws the first error", async () => {
  const tick = () => Promise.reject(new Error("no database"));
  expect(runLoop(options(tick))).rejects.toThrow("no database");
});

test("loop: a watch sleeps until it is woken", async () => {
  const stop = new AbortController();
  const { promise, resolve } = Promise.withResolvers<void>();
  const wakes = [promise];
  const wake = () => wakes.pop() ?? new Promise<void>(() => undefined);
  let ticks = 0;
  const tick = async (): Promise<Tick<number>> => {
    ticks += 1;
    return { did: "nothing" };
  };
  const running = runLoop(options(tick, { watch: true, signal: stop.signal, wake }));
  await Bun.sleep(20);
  expect(ticks).toBe(1);
  resolve();
  while (ticks < 2) await Bun.sleep(1);
  stop.abort();
  await running;
});

test("loop: a stop awaits the tick in flight and starts no other", async () => {
  const stop = new AbortController();
  let finished = 0;
  const tick = async (): Promise<Tick<number>> => {
    await Bun.sleep(50);
    finished += 1;
    return { did: "work", outcome: 1 };
  };
  const running = runLoop(options(tick, { watch: true, signal: stop.signal, lanes: 2 }));
  await Bun.sleep(10);
  stop.abort();
  await running;
  expect(finished).toBe(2);
});

test("loop: a watch goes on after an error, and gives up after five in a row", async () => {
  let calls = 0;
  const faulty = async (): Promise<Tick<number>> => {
    calls += 1;
    throw new Error(`fault ${calls}`);
  };
  const running = runLoop(options(faulty, { watch: true, faultDelayMs: 1 }));
  expect(running).rejects.toThrow("fault 5");
  await running.catch(() => undefined);
});
