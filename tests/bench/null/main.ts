import { createOutput } from "../../../cli/output.ts";
import { loadConfig, SHIPPED_CONFIG } from "../../../core/config/load.ts";
import { SixbtcError } from "../../../core/errors.ts";
import { catchSignals } from "../../../core/runtime/shutdown.ts";
import { readOptions } from "./options.ts";
import { printReport, summarize } from "./print-report.ts";
import { runBench } from "./run.ts";

/*
 * `bun run bench:null [--candles DIR] [--timeframe 15m] [--markets 12] [--count 300] [--planted 4] [--seed S]
 * [--workers N] [--json] [--quick]`: a first look at luck (STATISTICS 8 and 9). Makes null markets of kind (a) from a
 * folder of candles, sends generated candidates through validation and the shipped gates and windows on each, with the
 * luck of the deflated Sharpe counted within each market, and says how many passed. In the first `--planted` of them it
 * then plants known edges, each tried as the last candidate of its market, so that it is also seen what could pass.
 * The folder may be in SIXBTC_TEST_DATA; funding is left out. The seed is fixed unless given; nothing was tuned by it.
 */
const shutdown = catchSignals();

try {
  const options = readOptions(process.argv.slice(2), process.env);
  const output = createOutput(options);
  const report = await runBench(options, await loadConfig(SHIPPED_CONFIG), output, shutdown.signal);
  output.progress("");
  output.object({ ...summarize(report), ...report });
  printReport(report, output);
} catch (error) {
  const stopped = shutdown.stopped();
  if (stopped === null && !(error instanceof SixbtcError)) throw error;
  if (stopped === null && error instanceof SixbtcError) {
    console.error(`${error.message}\n${error.hint ?? ""}`.trim());
    process.exitCode = error.exitCode;
  } else process.exitCode = stopped?.exitCode ?? 1;
}
