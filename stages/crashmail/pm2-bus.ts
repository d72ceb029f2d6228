import { homedir } from "node:os";
import { join } from "node:path";
import type Pm2 from "pm2";
import { answersAt } from "../../core/answers-at.ts";
import { SixbtcError } from "../../core/errors.ts";

/** A process of ours that ended otherwise than it should, or that pm2 gave up on. */
export type Crash = {
  process: string;
  event: "exit" | "restart overlimit" | "errored";
  /** Null for a death by a signal. */
  exitCode: number | null;
  restarts: number;
};

export type Pm2Bus = {
  /** The oldest crash that is not told yet, or null when `signal` aborts or pm2 goes away. */
  next(signal: AbortSignal): Promise<Crash | null>;
  /** What `next` gave is told: it gives the one after it from now on. */
  told(): void;
  /** Processes that pm2 has given up on. */
  errored(): Promise<Crash[]>;
  close(): void;
};

type BusEvent = {
  event: string;
  process: { name: string; namespace: string; status: string; exit_code?: number; restart_time?: number };
};

/** Null without a pm2 daemon that answers: connecting to none would make this process the daemon. */
export async function openPm2Bus(): Promise<Pm2Bus | null> {
  if (!(await isPm2Answering())) return null;
  const { default: pm2 } = await import("pm2");
  // Loading it takes a while, in which a daemon may go.
  if (!(await isPm2Answering())) return null;
  await called("connect", (done) => pm2.connect(true, done));
  const crashes: Crash[] = [];
  let isOpen = true;
  let wake: () => void = () => undefined;
  const bus = await called<{ on(event: string, handle: (message: BusEvent) => void): void }>("launchBus", (done) =>
    pm2.launchBus(done),
  );
  bus.on("process:event", (message) => {
    const crash = crashOf(message);
    if (crash === null) return;
    crashes.push(crash);
    wake();
  });
  bus.on("close", () => {
    isOpen = false;
    wake();
  });
  return {
    async next(signal) {
      while (crashes.length === 0 && isOpen && !signal.aborted) {
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        signal.addEventListener("abort", wake, { once: true });
        await promise;
      }
      return crashes[0] ?? null;
    },
    told() {
      crashes.shift();
    },
    errored: async () => erroredOf(await called<Pm2.ProcessDescription[]>("list", (done) => pm2.list(done))),
    close: () => pm2.disconnect(),
  };
}

/** A killed daemon leaves its socket behind, so that only connecting to it says whether one is there. */
function isPm2Answering(): Promise<boolean> {
  return answersAt({ path: join(process.env["PM2_HOME"] || join(homedir(), ".pm2"), "rpc.sock") });
}

/**
 * pm2 tells every step in a process's life. An exit that it was asked for comes while it is `stopping`; its code says
 * little, since a death by a signal is 0 to pm2.
 */
function crashOf({ event, process: { name, namespace, status, exit_code, restart_time } }: BusEvent): Crash | null {
  if (!namespace.startsWith("sixbtc-")) return null;
  if (event !== "restart overlimit" && !(event === "exit" && status !== "stopping")) return null;
  return { process: name, event, exitCode: exit_code || null, restarts: restart_time ?? 0 };
}

function erroredOf(list: readonly Pm2.ProcessDescription[]): Crash[] {
  return list
    .filter(({ name, pm2_env }) => name?.startsWith("sixbtc-") && pm2_env?.status === "errored")
    .map(({ name, pm2_env }) => ({
      process: name ?? "",
      event: "errored",
      exitCode: null,
      restarts: pm2_env?.restart_time ?? 0,
    }));
}

function called<Result>(what: string, call: (done: (error: Error, result?: Result) => void) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    call((error, result) => {
      if (error) reject(new SixbtcError("pm2.failed", `pm2 ${what} failed: ${error.message}`, { cause: error }));
      else resolve(result as Result);
    });
  });
}
