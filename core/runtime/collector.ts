import { ownMemoryMb } from "./memory.ts";

/**
 * Collects garbage, whenever it is called, if the process has grown by more than `garbageMb` since it last did. Left to
 * itself the engine, which counts mapped candles as its own, lets as much garbage pile up beside them. `nowMb` is for
 * callers that have asked already.
 */
export function createCollector(garbageMb: number): (nowMb?: number) => void {
  let keptMb = ownMemoryMb(process.pid);
  return (nowMb = ownMemoryMb(process.pid)) => {
    keptMb = Math.min(keptMb, nowMb);
    if (nowMb <= keptMb + garbageMb) return;
    Bun.gc(true);
    keptMb = ownMemoryMb(process.pid);
  };
}
