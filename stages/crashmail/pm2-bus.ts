import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type Pm2 from "pm2";
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
  /** The next crash, or null when `signal` aborts or pm2 goes away. */
  next(signal: AbortSignal): Promise<Crash | null>;
  /** Processes that pm2 has given up on. */
  errored(): Promise<Crash[]>;
  close(): void;
};

type BusEvent = {
  event: string;
  process: { name: string; namespace: string; status: string; exit_code?: number; restart_time?: number };
};

/** Whether a pm2 daemon is there to be asked; connecting without one would start one. */
export function isPm2Running(): boolean {
  const home = process.env["PM2_HOME"] || join(homedir(), ".pm2");
  return existsSync(join(home, "rpc.sock"));
}

export async function openPm2Bus(): Promise<Pm2Bus> {
  const { default: pm2 } = await import("pm2");
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
      return crashes.shift() ?? null;
    },
    errored: async () => erroredOf(await called<Pm2.ProcessDescription[]>("list", (done) => pm2.list(done))),
    close: () => pm2.disconnect(),
  };
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
