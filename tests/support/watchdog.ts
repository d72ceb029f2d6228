import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stopServer } from "../../core/db/embedded/server.ts";
import { alone, HOMES, isInUse, RUN_FOLDER } from "./test-run.ts";

/** The watchdog of `test-run.ts`, a process of its own. */
let isDone = false;
while (!isDone) {
  await Bun.sleep(250);
  if (isInUse()) continue;
  isDone = await alone(async () => {
    if (isInUse()) return false;
    await Promise.allSettled(readdirSync(HOMES).map((home) => stopServer(join(HOMES, home))));
    rmSync(RUN_FOLDER, { recursive: true, force: true });
    return true;
  });
}
