import { join } from "node:path";
import { median } from "./paired.ts";

type Message = { ready: true } | { strategiesPerSec: number };

export type CoresRow = {
  entriesFrac: number;
  processes: number;
  /** Of one process alone, and of all together; each strategy is one sweep of all combinations. */
  oneStrategiesPerSec: number;
  strategiesPerSec: number;
  ratio: number;
};

/** Strategies a second of `count` processes at once. */
async function rateOf(count: number, args: readonly string[]): Promise<number> {
  const ready: Promise<void>[] = [];
  const rates: Promise<number>[] = [];
  const workers = Array.from({ length: count }, () => {
    const isReady = Promise.withResolvers<void>();
    const rate = Promise.withResolvers<number>();
    ready.push(isReady.promise);
    rates.push(rate.promise);
    return Bun.spawn([process.execPath, join(import.meta.dir, "worker.ts"), ...args], {
      stdio: ["ignore", "inherit", "inherit"],
      ipc: (message: Message) => ("ready" in message ? isReady.resolve() : rate.resolve(message.strategiesPerSec)),
      onExit: () => {
        isReady.reject(new Error("a process of --cores died"));
        rate.reject(new Error("a process of --cores died"));
      },
    });
  });
  try {
    await Promise.all(ready);
    for (const worker of workers) worker.send({ go: true });
    return (await Promise.all(rates)).reduce((sum, rate) => sum + rate, 0);
  } finally {
    for (const worker of workers) worker.kill();
    await Promise.all(workers.map((worker) => worker.exited));
  }
}

/** One process and `processes` of them in turns. */
export async function timeCores(entriesFrac: number, processes: number, isQuick: boolean): Promise<CoresRow> {
  const args = isQuick ? ["quick", String(entriesFrac), "0.2"] : ["standard", String(entriesFrac), "3"];
  const one: number[] = [];
  const all: number[] = [];
  for (let round = 0; round < (isQuick ? 1 : 3); round++) {
    one.push(await rateOf(1, args));
    all.push(await rateOf(processes, args));
  }
  return {
    entriesFrac,
    processes,
    oneStrategiesPerSec: median(one),
    strategiesPerSec: median(all),
    ratio: median(all.map((rate, i) => rate / one[i]!)),
  };
}
