import type { Output } from "../output.ts";

/** Shows on a terminal how long the work has been going on. */
export async function withClock<Result>(output: Output, work: () => Promise<Result>): Promise<Result> {
  const startedMs = performance.now();
  const show = () => output.progress(`backtest: ${((performance.now() - startedMs) / 1000).toFixed(0)} s …`);
  const timer = setInterval(show, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    output.progress("");
  }
}
