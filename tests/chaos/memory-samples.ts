import { ownMemoryMb } from "../../core/runtime/memory.ts";
import { descendantsOf } from "../support/proc.ts";

type Sample = { atSec: number; parentMb: number; childrenMb: number; children: number };

export type Growth = {
  name: string;
  /** The parent alone, and its children together: medians of a window, without mapped files. */
  parentMb: { first: number; last: number };
  childrenMb: { first: number; last: number };
  children: number;
};

/** Samples the own memory of processes and of their children once a second, until `stop`. */
export function sampleMemory(pids: Readonly<Record<string, number>>) {
  const samples = new Map<string, Sample[]>(Object.keys(pids).map((name) => [name, []]));
  const startMs = performance.now();
  const timer = setInterval(() => {
    for (const [name, pid] of Object.entries(pids)) {
      const children = descendantsOf(pid);
      samples.get(name)?.push({
        atSec: (performance.now() - startMs) / 1000,
        parentMb: ownMemoryMb(pid),
        childrenMb: children.reduce((sum, child) => sum + ownMemoryMb(child), 0),
        children: children.length,
      });
    }
  }, 1_000);
  return {
    /** Medians of the ten seconds on either side of the end of the first third, against the last twenty. */
    stop(): Growth[] {
      clearInterval(timer);
      const totalSec = (performance.now() - startMs) / 1000;
      return [...samples].map(([name, all]) => {
        const first = all.filter(({ atSec }) => Math.abs(atSec - totalSec / 3) <= Math.min(10, totalSec / 6));
        const last = all.filter(({ atSec }) => atSec >= totalSec - Math.min(20, totalSec / 3));
        const both = (read: (sample: Sample) => number) => ({ first: median(first, read), last: median(last, read) });
        return {
          name,
          parentMb: both(({ parentMb }) => parentMb),
          childrenMb: both(({ childrenMb }) => childrenMb),
          children: both(({ children }) => children).last,
        };
      });
    },
  };
}

function median(samples: readonly Sample[], read: (sample: Sample) => number): number {
  const sorted = samples.map(read).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
