import { parseArgs } from "node:util";
import { openDatabase } from "../../core/db/database.ts";
import { ensureServer, stopServer } from "../../core/db/embedded/server.ts";
import { migrateDatabase } from "../../core/db/migrate.ts";
import { countByStatus } from "../../core/db/overview.ts";
import { createQueue } from "../../core/db/queue.ts";
import { insertSome } from "../support/strategies.ts";
import { newHome } from "../support/test-run.ts";

/*
 * `bun tests/bench/claims.ts [--rows 1000] [--json]`: strategies a second that are claimed, begun and released with a
 * trial and an event, on a durable server (every release is on disk). Each way is verified after it was timed.
 */
const options = { rows: { type: "string", default: "1000" }, json: { type: "boolean", default: false } } as const;
const { values } = parseArgs({ options });
const rows = Number(values.rows);

const WAYS = [
  { lanes: 1, batch: 1 },
  { lanes: 1, batch: 20 },
  { lanes: 4, batch: 1 },
  { lanes: 4, batch: 20 },
];

const home = await newHome();
const url = await ensureServer(home);
await migrateDatabase(url);
const results = [];
for (const way of WAYS) results.push(await measure(way));
await stopServer(home);

if (values.json) {
  for (const result of results) console.log(JSON.stringify(result));
} else {
  console.log("connections  batch  settled/s  ms each");
  for (const { lanes, batch, perSecond } of results) {
    const cells = [lanes, batch, Math.round(perSecond), (1000 / perSecond).toFixed(2)];
    console.log(cells.map((cell, i) => String(cell).padStart([11, 5, 9, 7][i] ?? 0)).join("  "));
  }
}

async function measure({ lanes, batch }: (typeof WAYS)[number]) {
  const db = openDatabase({ url, poolSize: lanes, applicationName: "sixbtc bench" });
  const onFault = (error: unknown) => {
    throw error;
  };
  const queue = createQueue(db, { stage: "validate", process: "bench", leaseSec: 60, onFault });
  const before = await countByStatus(db);
  await insertSome(db, rows);
  const start = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (;;) {
        const claims = await queue.claim({ status: "GENERATED", limit: batch, begin: batch === 1 });
        if (claims.length === 0) return;
        for (const claim of claims) {
          await claim.begin();
          await claim.release("VALIDATED", { trials: [{ kind: "validation", verdict: "passed" }] });
        }
      }
    }),
  );
  const perSecond = rows / ((performance.now() - start) / 1000);
  const after = await countByStatus(db);
  await queue.close();
  await db.close();
  if (after.GENERATED !== 0 || after.VALIDATED - before.VALIDATED !== rows) throw new Error("not all were settled");
  return { lanes, batch, rows, perSecond };
}
