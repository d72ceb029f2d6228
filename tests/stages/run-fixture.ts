import { loadConfig } from "../../core/config/load.ts";
import { catchSignals } from "../../core/runtime/shutdown.ts";
import { stages } from "../../stages/index.ts";
import { runStage } from "../../stages/run.ts";

/** Watches with a stage that never ends its tick; says on stdout that it began. */
const [entry] = stages;
if (entry === undefined) throw new Error("there is no stage");
const tick = () => {
  console.log("ticking");
  return new Promise<never>(() => undefined);
};
await runStage(
  { ...entry, stopMs: 1_000, load: async () => ({ openStage: async () => ({ tick }) }) },
  {
    config: await loadConfig(),
    home: "",
    signal: catchSignals().signal,
    call: { watch: true, dryRun: false, count: null, seed: null },
    onOutcome: () => undefined,
  },
);
