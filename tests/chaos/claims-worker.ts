import { writeSync } from "node:fs";
import { openDatabase } from "../../core/db/database.ts";
import { countByStatus } from "../../core/db/overview.ts";
import { createQueue } from "../../core/db/queue.ts";
import { SixbtcError } from "../../core/errors.ts";

/** Drains GENERATED strategies of the database named first until none is left; says on stdout on which it works. */
const [url, leaseSec, name] = process.argv.slice(2);
const db = openDatabase({ url: url ?? "", poolSize: 2, applicationName: "sixbtc chaos" });
const queue = createQueue(db, {
  ...{ stage: "validate", process: name ?? "", leaseSec: Number(leaseSec) },
  onFault: (error) => {
    throw error;
  },
});

async function drain(): Promise<void> {
  for (const claim of await queue.claim({ status: "GENERATED", limit: 5 })) {
    try {
      writeSync(1, `${claim.strategy.id}\n`);
      await claim.begin();
      await Bun.sleep(claim.strategy.id % 4);
      if (claim.strategy.id % 3 === 0) await claim.reject({ kind: "validation", reason: "chaos" });
      else await claim.release("VALIDATED", { trials: [{ kind: "validation", verdict: "passed" }] });
    } catch (error) {
      // A process that was paused past its lease finds it gone, and its successor at work.
      if (!(error instanceof SixbtcError && error.code === "claim.lost")) throw error;
    }
  }
}

while ((await countByStatus(db)).GENERATED > 0) {
  await drain();
  await Bun.sleep(5);
}
await queue.close();
await db.close();
