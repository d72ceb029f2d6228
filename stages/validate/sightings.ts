import type { Observer, Site } from "../../core/strategy/observe.ts";

/** What the observed runs of a strategy have shown of its sites. */
export type Sightings = {
  observer: Observer;
  /** A run over so many bars begins: what was seen of the one before is forgotten, but for what was ever reached. */
  begin(bars: number): void;
  /** A few bars of each site that few bars of this run came to, or only those of a region, or that no run before did. */
  rareBars(): number[][];
  /** Sites that no run has reached yet: arms never taken, places never read or written, masks that were never 1. */
  unreached(): number;
  hasReached(site: number): boolean;
  /** How far beyond an end of the candles this run has read, in bars. */
  overreach(): number;
};

const SAMPLES = 10;
/** A site is rare if no more than this part of the bars came to it, and regional if all lie in this part of them. */
const RARE_FRAC = 0.05;
const REGION_FRAC = 0.5;
const HASH = 2_654_435_761;

export function watch(sites: readonly Site[]): Sightings {
  const times = new Int32Array(sites.length);
  /** The run in which a site was first reached, counted from 1; 0: in none yet. */
  const firstReached = new Int32Array(sites.length);
  let run = 0;
  /** The first and the last bar of this run at which a site was seen. */
  const first = new Int32Array(sites.length);
  const last = new Int32Array(sites.length);
  const samples = new Int32Array(sites.length * SAMPLES);
  const isWrite = sites.map(({ kind }) => kind === "write");
  let bars = 0;
  let latest = 0;
  let before = 0;
  let beyond = 0;

  /** Few of the bars come to it, or only those of a part of the market, or none of a run before did. */
  const isSpecial = (site: number): boolean => {
    const count = times[site] ?? 0;
    if (count === 0) return false;
    if (count <= Math.max(3, RARE_FRAC * bars) || (run > 1 && firstReached[site] === run)) return true;
    return (last[site] ?? 0) - (first[site] ?? 0) < REGION_FRAC * bars;
  };
  const see = (site: number, bar: number): void => {
    const count = times[site] ?? 0;
    times[site] = count + 1;
    first[site] = count === 0 ? bar : Math.min(first[site] ?? 0, bar);
    last[site] = count === 0 ? bar : Math.max(last[site] ?? 0, bar);
    if (firstReached[site] === 0) firstReached[site] = run;
    // A sample of all times, always the same one for the same run.
    const place = count < SAMPLES ? count : Math.imul(count, HASH) % (count + 1);
    if (place >= 0 && place < SAMPLES) samples[site * SAMPLES + place] = bar;
  };
  return {
    observer: {
      index(site, index) {
        if (typeof index !== "number") return index;
        if (index >= 0 && index < bars) {
          see(site, index);
          before = latest;
          latest = index;
        } else if (!isWrite[site]) {
          beyond = Math.max(beyond, index < 0 ? -index : index - bars + 1);
        }
        return index;
      },
      arm(site) {
        see(site, Math.max(latest, before));
      },
      mask(site, mask) {
        if (!(mask instanceof Uint8Array)) return mask;
        for (let bar = mask.indexOf(1); bar >= 0; bar = mask.indexOf(1, bar + 1)) see(site, bar);
        return mask;
      },
      callback(callee, place) {
        if (typeof callee !== "function") return callee;
        return (...given: unknown[]): unknown => {
          const outside = [latest, before] as const;
          latest = before = Number(given[place]);
          const result: unknown = callee(...given);
          [latest, before] = outside;
          return result;
        };
      },
    },
    begin(length) {
      times.fill(0);
      run += 1;
      bars = length;
      latest = 0;
      before = 0;
      beyond = 0;
    },
    rareBars() {
      const rare = sites.map((_, site) => site).filter(isSpecial);
      rare.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
      return rare.map((site) => {
        const from = site * SAMPLES;
        const seen = [...samples.subarray(from, from + Math.min(SAMPLES, times[site] ?? 0))];
        // What an arm does may be for the bar behind the one that was read last.
        return sites[site]?.kind === "arm" ? seen.flatMap((bar) => [bar, bar + 1]) : seen;
      });
    },
    unreached: () => firstReached.reduce((count, first) => count + (first === 0 ? 1 : 0), 0),
    hasReached: (site) => firstReached[site] !== 0,
    overreach: () => (Number.isFinite(beyond) ? Math.floor(beyond) : 0),
  };
}
