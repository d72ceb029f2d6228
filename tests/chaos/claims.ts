import { parseArgs } from "node:util";
import { ensureServer, stopServer } from "../../core/db/embedded/server.ts";
import { migrateDatabase } from "../../core/db/migrate.ts";
import { newHome } from "../support/test-run.ts";
import { drainUnderFire, faultsOf } from "./drain.ts";

/**
 * `bun tests/chaos/claims.ts [--rows 5000] [--processes 8] [--kill-ms 200] [--most-kills 5000] [--lease-sec 2]`: real
 * processes drain strategies while one of them is killed every so often and started anew. Exits 1 if anything was
 * settled twice, lost, or FAILED without cause.
 */
const text = (value: string) => ({ type: "string", default: value }) as const;
const options = {
  ...{ rows: text("5000"), processes: text("8") },
  ...{ "kill-ms": text("200"), "most-kills": text("5000"), "lease-sec": text("2") },
};
const { values } = parseArgs({ options });

const home = await newHome();
const url = await ensureServer(home);
await migrateDatabase(url);
const found = await drainUnderFire(url, {
  rows: Number(values.rows),
  processes: Number(values.processes),
  killMs: Number(values["kill-ms"]),
  mostKills: Number(values["most-kills"]),
  leaseSec: Number(values["lease-sec"]),
});
await stopServer(home);
for (const [name, value] of Object.entries(found)) {
  console.error(`${name.padEnd(16)} ${Number.isInteger(value) ? value : value.toFixed(1)}`);
}
const faults = faultsOf(found);
for (const fault of faults) console.error(`FAULT: ${fault}`);
console.log(JSON.stringify({ ...found, faults }));
process.exit(faults.length === 0 ? 0 : 1);
