import { setTimeout as delay } from "node:timers/promises";
import { messageOf, SixbtcError } from "../errors.ts";

export type Retrying = <T>(request: () => Promise<T>) => Promise<T>;

type RetryOptions = {
  exchange: string;
  signal: AbortSignal;
  backoffMs: number;
  /** The exchange asks to slow down. */
  isBusy: (error: unknown) => boolean;
  /** It did not answer, or not sensibly: worth another try. */
  isDown: (error: unknown) => boolean;
};

/** The code of the error after too many tries: every other request would fail as well. */
export const UNREACHABLE = "exchange.unreachable";

const BUSY_TRIES = 10;
const DOWN_TRIES = 4;
const LONGEST_WAIT_MS = 60_000;

/**
 * Runs a request again after a wait that doubles, with jitter, when the exchange is busy or down; any other fault,
 * or one too many of these, is an error with exit code 3. When `signal` aborts, its reason is thrown at once.
 */
export function createRetrying(options: RetryOptions): Retrying {
  const { exchange, signal, backoffMs, isBusy, isDown } = options;
  return async (request) => {
    let busy = 0;
    let down = 0;
    for (;;) {
      try {
        return await abortable(request, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof SixbtcError) throw error;
        if (isBusy(error)) busy += 1;
        else if (isDown(error)) down += 1;
        else throw refused(exchange, error);
        if (busy >= BUSY_TRIES || down >= DOWN_TRIES) throw unreachable(exchange, error);
        const waitMs = Math.min(backoffMs * 2 ** (busy + down - 1), LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);
        await delay(waitMs, undefined, { signal }).catch(() => signal.throwIfAborted());
      }
    }
  };
}

/** The client waits in its own queue as well, which knows no signal. */
async function abortable<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const stopped = Promise.withResolvers<never>();
  const stop = () => stopped.reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([request(), stopped.promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

const OTHER_WAYS = "`sixbtc data import` takes files, `sixbtc data synth` makes a synthetic market.";

function unreachable(exchange: string, cause: unknown): SixbtcError {
  return new SixbtcError(UNREACHABLE, `${exchange} does not answer: ${shortened(cause)}`, {
    hint: `Check the network and try again: what was downloaded is kept. Without a network, ${OTHER_WAYS}`,
    cause,
    exitCode: 3,
  });
}

function refused(exchange: string, cause: unknown): SixbtcError {
  return new SixbtcError("exchange.refused", `${exchange} refused: ${shortened(cause)}`, {
    hint: `Try another exchange with --exchange. ${OTHER_WAYS}`,
    cause,
    exitCode: 3,
  });
}

function shortened(error: unknown): string {
  return messageOf(error).replaceAll(/\s+/g, " ").slice(0, 200);
}
