import type { Config } from "../../../core/config/schema.ts";
import type { Timeframe } from "../../../core/timeframe.ts";
import type { DataSet } from "../../../stages/backtest/data-set.ts";
import type { Luck } from "../../../stages/backtest/luck.ts";
import { settingsFor } from "../../../stages/backtest/settings.ts";
import { inventFromBlocks } from "../../../stages/generate/sources/blocks.ts";
import { type JudgePool, validateText } from "../../../stages/validate/validate-text.ts";
import type { NullAnswer, NullJob } from "./job.ts";
import { countLuck } from "./running-luck.ts";

/** `validate` and `signals` stand before the gates themselves. */
export type GateCount = { gate: string; reached: number; passed: number };

export type NullResult = {
  market: number;
  candidatesSeed: number;
  generated: number;
  /** Texts that came before, which the factory tries once. */
  repeated: number;
  gates: GateCount[];
  /** Names of those that passed everything. */
  passed: string[];
  luck: Luck;
  /** Best annual Sharpe of all looks in sample. */
  bestSharpe: number;
  elapsedMs: number;
  /** Of one candidate in the gates. */
  slowestMs: number;
};

type Factory = {
  config: Config;
  timeframes: readonly Timeframe[];
  dataSet(timeframe: Timeframe): Promise<DataSet>;
  judges: JudgePool;
  ask(job: NullJob): Promise<NullAnswer>;
  signal: AbortSignal;
  onCandidate(done: number): void;
};

/** What the stages generate, validate and backtest make of `count` candidates, one after the other. */
export async function runCandidates(
  { market, candidatesSeed, count }: { market: number; candidatesSeed: number; count: number },
  { config, timeframes, dataSet, judges, ask, signal, onCandidate }: Factory,
): Promise<NullResult> {
  const scope = { types: config.generate.types, timeframes };
  const looks = countLuck();
  const counts = new Map<string, GateCount>();
  const meet = (gate: string, passed: boolean) => {
    const row = counts.get(gate) ?? { gate, reached: 0, passed: 0 };
    counts.set(gate, { gate, reached: row.reached + 1, passed: row.passed + Number(passed) });
    return passed;
  };
  const seen = new Set<string>();
  const passed: string[] = [];
  let slowestMs = 0;
  const startedMs = performance.now();
  for (let index = 0; index < count; index++) {
    const { name, code, codeHash, timeframe } = inventFromBlocks(candidatesSeed, index, scope);
    const isNew = !seen.has(codeHash);
    seen.add(codeHash);
    onCandidate(index);
    if (!isNew) continue;
    const { liveBars } = config.market;
    if (!meet("validate", (await validateText(code, { pool: judges, signal, liveBars })).passed)) continue;

    const data = await dataSet(timeframe);
    const settings = settingsFor(config, timeframe);
    const askedMs = performance.now();
    const { memoMb } = config.backtest;
    const answer = await ask({ kind: "gates", text: code, data, settings, luck: looks.luck(), memoMb });
    slowestMs = Math.max(slowestMs, performance.now() - askedMs);
    if (answer.kind !== "gates") throw new TypeError(`a child answered with ${answer.kind}`);
    const { failed, met, inSample } = answer.examination;
    if (meet("signals", failed?.gate !== "signals")) {
      for (const { gate } of met) meet(gate, failed?.gate !== gate);
    }
    if (inSample !== null) looks.add(inSample.metrics.sharpe);
    if (failed === null) passed.push(name);
  }
  return {
    ...{ market, candidatesSeed, generated: count, repeated: count - seen.size },
    gates: [...counts.values()],
    ...{ passed, luck: looks.luck(), slowestMs, elapsedMs: performance.now() - startedMs },
    bestSharpe: Math.max(...looks.sharpes()),
  };
}
