import { SixbtcError } from "../../../core/errors.ts";
import { calibrateDrift } from "../../../core/market/calibrate-drift.ts";
import { indexAtOrAfter, sliceCandles } from "../../../core/market/columns.ts";
import { createCollector } from "../../../core/runtime/collector.ts";
import { serveJobs } from "../../../core/runtime/serve-jobs.ts";
import { compileStrategy } from "../../../core/strategy/evaluate.ts";
import { hardenConversions } from "../../../core/strategy/harden.ts";
import { recycled } from "../../../core/strategy/ta/column-memory.ts";
import { createToolbox } from "../../../core/strategy/ta/toolbox.ts";
import { createCandidate } from "../../../stages/backtest/candidate.ts";
import type { DataSet } from "../../../stages/backtest/data-set.ts";
import type { GatesJob } from "../../../stages/backtest/examine.ts";
import { gates } from "../../../stages/backtest/gates.ts";
import { loadDataSet } from "../../../stages/backtest/load-data-set.ts";
import { createResearch } from "../../../stages/backtest/research.ts";
import type { GateVerdict, NullAnswer, NullJob } from "./job.ts";

/** One child of `bench:null`: the gates as in a child of the stage backtest, and what planting needs. */
const GARBAGE_MB = 24;
const research = createResearch();
const relieve = createCollector(GARBAGE_MB);

hardenConversions();
serveJobs<NullJob, NullAnswer>((job) => {
  if (job.kind === "gates") return { kind: "gates", examination: research.examine(job, () => undefined) };
  if (job.kind === "everyGate") return { kind: "everyGate", verdicts: recycled(() => judgeByAll(job.gates)) };
  return calibrate(job);
});

/** What `examine` does, without ending at a gate that fails. */
function judgeByAll({ text, data: dataSet, settings, luck }: GatesJob): GateVerdict[] {
  const data = loadDataSet(dataSet);
  const strategy = compileStrategy(text, createToolbox());
  const masks = data.market.coins.map(({ coin, candles }) => {
    const outcome = strategy.signals(candles);
    if (outcome.kind === "failed") throw new TypeError(`the planted strategy failed on ${coin}: ${outcome.message}`);
    return outcome.masks;
  });
  const candidate = createCandidate({ text, strategy, masks, data, settings, luck }, { relieve });
  return gates.map(({ name, judge }) => ({ gate: name, ...judge(candidate, settings) }));
}

function calibrate({ data, planting, target, account }: Extract<NullJob, { kind: "calibrate" }>): NullAnswer {
  const [first] = data;
  if (first === undefined) throw new TypeError("there is no market to plant a rule in");
  try {
    const calibration = calibrateDrift(data.map(coinsWithin), planting, target, first.timeframe, account);
    return { kind: "calibrate", calibration };
  } catch (error) {
    if (!(error instanceof SixbtcError) || error.code !== "planting.unreachable") throw error;
    return { kind: "unreachable", reason: error.message };
  }
}

/** In universe order, with the bars of both windows alone. */
function coinsWithin(dataSet: DataSet) {
  const { market, windows } = loadDataSet(dataSet);
  return market.coins.map((coin) => {
    const { candles } = coin;
    const from = indexAtOrAfter(candles.time, windows.inSample.fromMs);
    return { ...coin, candles: sliceCandles(candles, from, candles.length) };
  });
}
