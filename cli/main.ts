#!/usr/bin/env -S bun --no-env-file
import { catchSignals } from "../core/runtime/shutdown.ts";

// Before anything slow is loaded, so that a stop that comes while starting is obeyed too.
const shutdown = catchSignals();
const { run } = await import("./run.ts");

await run(process.argv.slice(2), shutdown);
