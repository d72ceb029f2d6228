/**
 * Collects garbage, whenever it is called, if the process has grown by more than `garbageMb` since it last did. Columns
 * are few and large, and what is left to itself lets half of what is kept pile up again, for no time saved.
 */
export function createCollector(garbageMb: number): () => void {
  let keptMb = residentMb();
  return () => {
    if (residentMb() > keptMb + garbageMb) {
      Bun.gc(true);
      keptMb = residentMb();
    }
    keptMb = Math.min(keptMb, residentMb());
  };
}

function residentMb(): number {
  return process.memoryUsage.rss() / (1024 * 1024);
}
