import type { OnProgress, Progress } from "../../core/runtime/child-process.ts";
import type { Output } from "../output.ts";
import { countText } from "../value-text.ts";

/**
 * Shows on a terminal what the work is at, and for how long it has been going on. Nobody else is told, so that the
 * work need not say anything.
 */
export async function withProgress<Result>(
  output: Output,
  work: (onProgress?: OnProgress) => Promise<Result>,
): Promise<Result> {
  if (!output.isLive) return work();
  const startedMs = performance.now();
  let last: Progress | null = null;
  const show = () => {
    const seconds = Math.floor((performance.now() - startedMs) / 1000);
    output.progress(`backtest: ${last === null ? "" : `${progressText(last)}, `}${seconds} s …`);
  };
  const timer = setInterval(show, 1000);
  try {
    return await work((progress) => {
      last = progress;
      show();
    });
  } finally {
    clearInterval(timer);
    output.progress("");
  }
}

/** `sweep 350 of 900`; of what has not got anywhere yet, `candles`. */
function progressText({ step, done, of }: Progress): string {
  return done === 0 ? step : `${step} ${countText(done)} of ${countText(of)}`;
}
