import { messageOf } from "../errors.ts";
import { createCollector } from "./collector.ts";
import type { Log } from "./log.ts";
import { sleep } from "./shutdown.ts";

/**
 * What one tick of a stage did: a unit of work, after which there may be more; a whole pass, after which there is
 * nothing until the next round; or nothing. Each outcome becomes the fields of a log line.
 */
export type Tick<Outcome> =
  | { did: "work"; outcome: Outcome }
  | { did: "pass"; outcomes: Outcome[] }
  | { did: "nothing" };

export type LoopOptions<Outcome> = {
  tick(signal: AbortSignal): Promise<Tick<Outcome>>;
  /** Ticks that run at the same time. */
  lanes: number;
  /** False: stop when every lane found nothing. True: wait for `wake` or `pollMs`, and go on. */
  watch: boolean;
  pollMs: number;
  /** Resolves when there may be work, or when the signal it is given aborts. */
  wake(signal: AbortSignal): Promise<void>;
  signal: AbortSignal;
  /** Called for each thing that a tick did. */
  onOutcome(outcome: Outcome): void;
  log: Log;
  /** Delay after a first error while watching; doubles with each in a row. */
  faultDelayMs?: number;
};

/** Errors in a row after which a lane gives up and the process ends, for pm2 to start it anew. */
const MAX_FAULTS = 5;
const FAULT_DELAY_MS = 1000;
/** Growth after which a watch collects between two ticks: a stage's own process is to stay as small as it began. */
const GARBAGE_MB = 0.5;

/**
 * Runs a stage's ticks until there is nothing to do, or until `signal` aborts; a tick in flight is always awaited.
 * While watching, an error backs off and is tried again; MAX_FAULTS in a row are thrown. A bare run throws the first.
 */
export async function runLoop<Outcome>(options: LoopOptions<Outcome>): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const collect = createCollector(GARBAGE_MB);
  const lanes = Array.from({ length: options.lanes }, () =>
    runLane({ ...options, signal }, collect).catch((error: unknown) => {
      stop.abort();
      throw error;
    }),
  );
  const settled = await Promise.allSettled(lanes);
  const failed = settled.find((lane) => lane.status === "rejected");
  if (failed) throw failed.reason;
}

async function runLane<Outcome>(options: LoopOptions<Outcome>, collect: () => void): Promise<void> {
  const { signal, watch, log } = options;
  let faults = 0;
  while (!signal.aborted) {
    try {
      const tick = await options.tick(signal);
      faults = 0;
      if (tick.did === "pass") tick.outcomes.forEach(options.onOutcome);
      if (tick.did === "work") options.onOutcome(tick.outcome);
      else if (!watch) return;
      if (watch) collect();
      if (tick.did !== "work") await idle(options);
    } catch (error) {
      if (signal.aborted && isAbort(error)) return;
      faults += 1;
      if (!watch || faults >= MAX_FAULTS) throw error;
      log.error("tick.failed", { error: messageOf(error), faults });
      await sleep((options.faultDelayMs ?? FAULT_DELAY_MS) * 2 ** faults, signal);
    }
  }
}

async function idle({ wake, pollMs, signal }: Pick<LoopOptions<unknown>, "wake" | "pollMs" | "signal">) {
  const woken = new AbortController();
  const either = AbortSignal.any([signal, woken.signal]);
  await Promise.race([wake(either), sleep(pollMs, either)]);
  woken.abort();
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
