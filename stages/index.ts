import type { StageEntry } from "./stage.ts";

/** Every stage, in the order of the pipeline. Adding one is its folder and an entry here; nothing is loaded by it. */
export const stages: readonly StageEntry[] = [];
