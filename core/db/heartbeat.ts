/** Work that repeats by itself and keeps no process alive. */
export type Heartbeat = {
  /** Waits for the one that is running; none follows. */
  stop(): Promise<void>;
};

/** Does `work` every `ms`, one at a time; an error is told, and does not end the series. */
export function every(ms: number, onFault: (error: unknown) => void, work: () => Promise<void>): Heartbeat {
  let running = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    running = work()
      .catch(onFault)
      .finally(() => {
        isBusy = false;
      });
  }, ms);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      return running;
    },
  };
}
