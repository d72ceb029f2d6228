import { existsSync, readFileSync } from "node:fs";

/** What a caught signal means for the exit code of a command that was cut short: 128 + its number. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

type StopSignal = keyof typeof EXIT_CODES;

type Stop = { exitCode: number; isAsked: boolean };

export type Shutdown = {
  /** Aborts when the process was asked to stop. */
  signal: AbortSignal;
  /** How a command that was cut short exits: 129, 130 or 143 after a signal, which asked for it; null before. */
  stopped(): Stop | null;
  /** Stops as a signal would, for a reason that nobody asked for. */
  stop(exitCode: number): void;
};

/**
 * Catches SIGINT, SIGTERM and SIGHUP from now on; call it before anything slow is loaded. A second SIGINT ends the
 * process at once: a person who presses Ctrl-C twice means it.
 */
export function catchSignals(): Shutdown {
  const controller = new AbortController();
  let stopped: Stop | null = null;
  const stop = (by: string, how: Stop) => {
    stopped ??= how;
    controller.abort(new DOMException(`stopped by ${by}`, "AbortError"));
  };
  for (const name of Object.keys(EXIT_CODES) as StopSignal[]) {
    if (name === "SIGHUP" && isHangupIgnored()) continue;
    process.on(name, () => {
      if (stopped !== null && name === "SIGINT") process.exit(EXIT_CODES.SIGINT);
      stop(name, { exitCode: EXIT_CODES[name], isAsked: true });
    });
  }
  return {
    signal: controller.signal,
    stopped: () => stopped,
    stop: (exitCode) => stop("itself", { exitCode, isAsked: false }),
  };
}

/** `nohup` has its child ignore the signal, which a handler would undo. Only Linux says so. */
function isHangupIgnored(): boolean {
  const status = "/proc/self/status";
  const ignored = existsSync(status) ? /^SigIgn:\s+(\w+)/m.exec(readFileSync(status, "utf8"))?.[1] : undefined;
  return (BigInt(`0x${ignored ?? 0}`) & 1n) === 1n;
}

/** Resolves after `ms`, or at once when `signal` aborts. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal.aborted) return Promise.resolve();
  const timer = setTimeout(done, ms);
  signal.addEventListener("abort", done, { once: true });
  function done() {
    clearTimeout(timer);
    signal.removeEventListener("abort", done);
    resolve();
  }
  return promise;
}
