import type { OnProgress } from "../../core/runtime/child-process.ts";
import { createCollector } from "../../core/runtime/collector.ts";
import { createMemo, type Memo } from "../../core/strategy/ta/memo.ts";
import { createToolbox, type Toolbox } from "../../core/strategy/ta/toolbox.ts";
import type { Timeframe } from "../../core/timeframe.ts";
import { type Examination, examine, type GatesJob } from "./examine.ts";
import { type LoadedData, loadDataSet } from "./load-data-set.ts";
import { examineAgain, type Retested, type RetestJob } from "./retest/examine-again.ts";

/** Growth within one strategy: the engine counts mapped candles as its own, and lets as much garbage lie beside them. */
const GARBAGE_MB = 24;

/** What a child keeps between strategies: files mapped once, and indicator columns on them. */
export type Research = {
  examine(job: GatesJob, tell: OnProgress): Examination;
  examineAgain(job: RetestJob): Retested;
};

export function createResearch(): Research {
  const relieve = createCollector(GARBAGE_MB);
  /** One a timeframe: the newest, since windows move on and never back. */
  const loaded = new Map<Timeframe, { id: string; data: LoadedData }>();
  let memory: { memo: Memo; toolbox: Toolbox; maxBytes: number } | null = null;

  const dataOf = ({ data }: Pick<GatesJob, "data">, tell?: OnProgress): LoadedData => {
    const known = loaded.get(data.timeframe);
    if (known?.id === data.id) return known.data;
    tell?.({ step: "candles", done: 0, of: data.coins.length });
    memory?.memo.clear();
    const fresh = { id: data.id, data: loadDataSet(data) };
    loaded.set(data.timeframe, fresh);
    return fresh.data;
  };
  const toolboxFor = ({ memoMb }: Pick<GatesJob, "memoMb">): Toolbox => {
    const maxBytes = memoMb * 1024 * 1024;
    if (memory?.maxBytes !== maxBytes) {
      const memo = createMemo(maxBytes);
      memory = { memo, toolbox: createToolbox({ memo }), maxBytes };
    }
    return memory.toolbox;
  };
  return {
    examine: (job, tell) =>
      examine(job, {
        data: dataOf(job, tell),
        toolbox: toolboxFor(job),
        relieve,
        tell,
      }),
    examineAgain: (job) => examineAgain(job, { data: dataOf(job), toolbox: toolboxFor(job), relieve }),
  };
}
