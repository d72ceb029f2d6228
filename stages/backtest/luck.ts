import type { Database } from "../../core/db/database.ts";
import { type InSampleSharpes, inSampleSharpes } from "../../core/db/in-sample-sharpes.ts";

/** What the factory has looked at in sample so far: how often, and the moments of the annual Sharpes that it chose. */
export type Luck = InSampleSharpes;

/** How old the count may be. A minute of looks changes neither number by what anyone could see. */
const REFRESH_MS = 60_000;

/** Reads the factory's looks when they are asked for, at most once a minute. */
export function createLuck(db: Database): { read(): Promise<Luck> } {
  let known: Luck | null = null;
  let readAtMs = 0;
  return {
    async read() {
      if (known !== null && Date.now() - readAtMs < REFRESH_MS) return known;
      readAtMs = Date.now();
      known = await inSampleSharpes(db);
      return known;
    },
  };
}
