import type { StageEntry } from "./stage.ts";

const never = () => null;

/** Every stage, in the order of the pipeline. Adding one is its folder and an entry here; nothing is loaded by it. */
export const stages: readonly StageEntry[] = [
  {
    name: "generate",
    summary: "Invent strategies",
    namespace: "sixbtc-pipeline",
    stopMs: 30_000,
    minUptimeMs: 5_000,
    restart: "on-failure",
    lanes: "configured",
    single: false,
    wakeOn: ["VALIDATED"],
    everySec: never,
    options: ["count", "seed"],
    load: () => import("./generate/stage.ts"),
  },
  {
    name: "classify",
    summary: "Rank what passed and select the best few",
    namespace: "sixbtc-pipeline",
    stopMs: 10_000,
    minUptimeMs: 5_000,
    restart: "on-failure",
    lanes: "one",
    single: true,
    wakeOn: [],
    everySec: (config) => config.classify.everySec,
    options: ["dryRun"],
    load: () => import("./classify/stage.ts"),
  },
];
