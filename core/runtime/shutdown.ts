/** What a caught signal means for the exit code of a command that was cut short: 128 + its number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

type StopSignal = keyof typeof EXIT_CODES;

export type Shutdown = {
  /** Aborts when the process was asked to stop. */
  signal: AbortSignal;
  /** 130 or 143 after a signal, else null. */
  exitCode(): number | null;
};

/**
 * Catches SIGINT and SIGTERM from now on; call it before anything slow is loaded. A second SIGINT ends the process
 * at once: a person who presses Ctrl-C twice means it.
 */
export function catchSignals(): Shutdown {
  const controller = new AbortController();
  let caught: StopSignal | null = null;
  for (const name of Object.keys(EXIT_CODES) as StopSignal[]) {
    process.on(name, () => {
      if (caught !== null && name === "SIGINT") process.exit(EXIT_CODES.SIGINT);
      caught ??= name;
      controller.abort(new DOMException(`stopped by ${name}`, "AbortError"));
    });
  }
  return { signal: controller.signal, exitCode: () => (caught === null ? null : EXIT_CODES[caught]) };
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
