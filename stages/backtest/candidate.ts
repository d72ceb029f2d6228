import type { Masks } from "../../core/kernel/candles.ts";
import type { Metrics } from "../../core/kernel/metrics.ts";
import type { Prepared } from "../../core/kernel/prepare-signals.ts";
import type { TradingRules } from "../../core/kernel/rules.ts";
import { ownGrid, type SweepGrid, sweepGrid } from "../../core/kernel/sweep/sweep-grid.ts";
import { prepareWindow } from "../../core/kernel/window.ts";
import type { RandomEntries } from "../../core/statistics/random-entry.ts";
import { codeHash } from "../../core/strategy/code-hash.ts";
import { type Complexity, complexityOf } from "../../core/strategy/complexity.ts";
import { type CompiledStrategy, compileStrategy } from "../../core/strategy/evaluate.ts";
import { createToolbox } from "../../core/strategy/ta/toolbox.ts";
import type { LoadedData } from "./load-data-set.ts";
import { chooseExits, momentsOf, type Workshop } from "./looks/choose-exits.ts";
import { type Look, lookAt } from "./looks/look.ts";
import { type Permutations, searchPermuted } from "./looks/permutations.ts";
import { compareWithRandom } from "./looks/random-entries.ts";
import { late, withCosts } from "./looks/stress.ts";
import type { SweptLook } from "./looks/swept-look.ts";
import { type WalkForward, walkForward } from "./looks/walk-forward.ts";
import type { Luck } from "./luck.ts";
import type { GateSettings } from "./settings.ts";

/** A strategy with its signals on a data set; looks are taken when a gate first asks, since each is counted. */
export type Candidate = {
  /** Of the factory up to now, this look not among them. */
  luck: Luck;
  inSample(): SweptLook;
  outOfSample(): Look;
  /** Of the out-of-sample look's trades. */
  randomEntries(): RandomEntries;
  permutations(): Permutations;
  walkForward(): WalkForward;
  /** In sample, as it was chosen, under changes that are none of its parameters. */
  stressed(): { withCosts: Metrics; late: Metrics; complexity: Complexity };
  /** The looks that were taken. */
  looks(): { inSample: SweptLook | null; outOfSample: Look | null; walkForward: WalkForward | null };
};

type Examined = {
  text: string;
  strategy: CompiledStrategy;
  /** One a coin, on all bars. */
  masks: readonly Masks[];
  data: LoadedData;
  settings: GateSettings;
  luck: Luck;
};

export function createCandidate(examined: Examined, workshop: Workshop): Candidate {
  const { text, strategy, masks, data, settings, luck } = examined;
  const { account } = settings;
  const rules: TradingRules = { ...strategy.definition, timeframeMs: data.market.timeframeMs };
  const seed = once(() => codeHash(text));
  const grid = once(() => gridOf(rules, data, settings));
  const prepared = once(() => prepareWindow(data.inSample, masks, rules));
  const inSample = once(() => sweepInSample(prepared(), rules, grid(), settings, workshop));
  const outOfSample = once(() => lookAt(prepareWindow(data.outOfSample, masks, rules), inSample().parameters, account));
  const walked = once(() =>
    walkForward(
      { market: data.market, period: data.windows.inSample, masks, rules, grid: grid(), account },
      settings.walkForward,
      workshop,
    ),
  );
  return {
    luck,
    inSample,
    outOfSample: () => outOfSample().look,
    randomEntries() {
      const { trades } = outOfSample().run;
      const { draws } = settings.randomEntry;
      return compareWithRandom(data.outOfSample, trades, account, draws, `${seed()}/random-entry`);
    },
    permutations() {
      // Without a memo: permuted columns are written over, and nothing that is known of them stays true.
      const unremembered = compileStrategy(text, createToolbox());
      const real = inSample().plateauSharpe;
      const searched = { strategy: unremembered, rules, grid: grid(), account, real };
      return searchPermuted(data.permuted(), searched, settings.permutation, `${seed()}/permutation`, workshop);
    },
    walkForward: walked,
    stressed() {
      const { parameters } = inSample();
      const { costFactor, lateBars } = settings.robustness;
      return {
        withCosts: withCosts(prepared(), parameters, account, costFactor),
        late: late(data.inSample, masks, rules, parameters, account, lateBars),
        complexity: complexityOf(text),
      };
    },
    looks: () => ({
      inSample: inSample.taken(),
      outOfSample: outOfSample.taken()?.look ?? null,
      walkForward: walked.taken(),
    }),
  };
}

type Once<Value> = { (): Value; taken(): Value | null };

/** Does the work when it is first asked for, and never again; `taken` tells whether it was. */
function once<Value>(work: () => Value): Once<Value> {
  let done: { value: Value } | null = null;
  const ask = (): Value => {
    done ??= { value: work() };
    return done.value;
  };
  return Object.assign(ask, { taken: () => (done === null ? null : done.value) });
}

/** The combinations around the strategy's own, or that one alone where none of them could act. */
function gridOf(rules: TradingRules, { inSample }: LoadedData, { sweep }: GateSettings): SweepGrid {
  const maxLeverages = inSample.coins.map((coin) => coin.maxLeverage);
  const grid = sweepGrid(rules, sweep, maxLeverages);
  return grid.combos.length > 0 ? grid : { ...ownGrid(rules), leftOut: grid.leftOut };
}

/**
 * The look at what the sweep chooses. Signals that are too few for the gate whatever the exits are not worth a sweep:
 * the strategy's own exits are looked at alone.
 */
function sweepInSample(
  prepared: Prepared,
  rules: TradingRules,
  grid: SweepGrid,
  { account, inSample }: GateSettings,
  workshop: Workshop,
): SweptLook {
  const startedMs = performance.now();
  const swept = prepared.entries.length >= inSample.minTrades ? grid : ownGrid(rules);
  const { parameters, sharpes, plateauSharpe, neighbourSharpe } = chooseExits(prepared, swept, account, workshop);
  return {
    ...lookAt(prepared, parameters, account).look,
    elapsedMs: performance.now() - startedMs,
    ...{ cells: swept.combos.length, leftOut: swept.leftOut },
    ...momentsOf(sharpes),
    ...{ plateauSharpe, neighbourSharpe },
  };
}
