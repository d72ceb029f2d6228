import type { Candles, Masks } from "../../core/kernel/candles.ts";
import type { CompiledStrategy } from "../../core/strategy/evaluate.ts";
import type { Observer, Site } from "../../core/strategy/observe.ts";
import { firstDifference } from "./first-difference.ts";

/** A leak that was found: masks before `cut` differ between the two, from `warmup` on. */
export type Shown = { candles: Candles; altered: Candles; cut: number; warmup: number };

/** Places that are tried; a text with more reads of later bars is not explained by one of them. */
const MOST = 24;

/** An observer that can hold the reads at one place of the text back from bars to come. */
export function createHolder(sites: readonly Site[]) {
  let held = -1;
  let cut = Number.POSITIVE_INFINITY;
  /** Sites that read bars from the cut on, in the order in which they first did. */
  let readers: number[] = [];
  const isRead = sites.map(({ kind }) => kind === "read");
  const observer: Observer = {
    index(site, index) {
      if (typeof index !== "number" || index < cut || !isRead[site]) return index;
      if (!readers.includes(site)) readers.push(site);
      return site === held ? cut - 1 : index;
    },
    arm: () => undefined,
    mask: (_, mask) => mask,
    callback: (callee) => callee,
  };

  /**
   * The line without whose reads of bars to come the masks would not differ, or null. Where data pass through several
   * places it is the last one to begin: those before it read later bars for the sake of later bars.
   */
  function lineOf(strategy: CompiledStrategy, shown: Shown): number | null {
    readers = [];
    cut = shown.cut;
    held = -1;
    strategy.signals(shown.candles);
    const guilty = readers
      .toReversed()
      .slice(0, MOST)
      .find((site) => {
        held = site;
        const [first, second] = [masksOf(strategy, shown.candles), masksOf(strategy, shown.altered)];
        return first !== null && second !== null && !firstDifference(first, second, shown.warmup, shown.cut);
      });
    return guilty === undefined ? null : (sites[guilty]?.line ?? null);
  }
  return { observer, lineOf };
}

function masksOf(strategy: CompiledStrategy, candles: Candles): Masks | null {
  const outcome = strategy.signals(candles);
  return outcome.kind === "masks" ? outcome.masks : null;
}
