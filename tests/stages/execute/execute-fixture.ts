import { loadConfig, SHIPPED_CONFIG } from "../../../core/config/load.ts";
import { stages } from "../../../stages/index.ts";
import { runStage } from "../../../stages/run.ts";
import { EXCHANGE } from "./desk-world.ts";

/** A bare `sixbtc execute` on the given home folder and database, to be killed at any instant. */
const [home = "", databaseUrl = ""] = process.argv.slice(2);
const shipped = await loadConfig(SHIPPED_CONFIG);
const entry = stages.find(({ name }) => name === "execute");
if (entry === undefined) throw new Error("there is no execute");
await runStage(entry, {
  config: { ...shipped, market: { ...shipped.market, sources: [EXCHANGE] } },
  ...{ home, databaseUrl },
  call: { watch: false, dryRun: false, count: null, seed: null },
  signal: new AbortController().signal,
  onOutcome: ({ verdict }) => console.log(verdict),
});
