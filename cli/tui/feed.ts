import { sleep } from "../../core/runtime/shutdown.ts";
import type { Snapshot } from "./snapshot.ts";

export type View = {
  snapshot: Snapshot;
  /** Why the snapshot is not the newest one; null while reading goes well. */
  fault: string | null;
};

/** What the dashboard shows, kept up to date until `signal` aborts. */
export type Feed = {
  current(): View;
  /** Calls back at every change; the answer ends that. */
  subscribe(onChange: () => void): () => void;
  /** Rejects with an error that waiting will not mend. */
  follow(signal: AbortSignal): Promise<void>;
};

type FeedOptions = {
  read(): Promise<Snapshot>;
  /** What an error that may pass is called; null: it will not. */
  explain(error: unknown): string | null;
  everyMs: number;
};

/** Reads at most this share of the time, so that a dashboard is no load on a database that is slow to answer. */
const READING_SHARE = 0.1;

/** The first reading is done when this resolves; its error is the caller's. */
export async function createFeed({ read, explain, everyMs }: FeedOptions): Promise<Feed> {
  let view: View = { snapshot: await read(), fault: null };
  const listeners = new Set<() => void>();

  const next = async (): Promise<View> => {
    try {
      return { snapshot: await read(), fault: null };
    } catch (error) {
      const fault = explain(error);
      if (fault === null) throw error;
      return { ...view, fault };
    }
  };

  return {
    current: () => view,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    async follow(signal) {
      let pauseMs = everyMs;
      while (!signal.aborted) {
        await sleep(pauseMs, signal);
        if (signal.aborted) return;
        const began = performance.now();
        view = await next();
        pauseMs = Math.max(everyMs, (performance.now() - began) / READING_SHARE);
        for (const listener of listeners) listener();
      }
    },
  };
}
