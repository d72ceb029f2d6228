import { recordEvent } from "../../core/db/records.ts";
import type { Tick } from "../../core/runtime/loop.ts";
import type { Outcome, Stage, StageCall, StageContext } from "../stage.ts";
import { type Crash, openPm2Bus, type Pm2Bus } from "./pm2-bus.ts";

/**
 * Watching, each tick waits for pm2 to tell of a crash, and keeps it as an event; bare, one pass over the processes
 * that pm2 has given up on. Without pm2 there is nothing to tell.
 */
export async function openStage({ db, actor, log }: StageContext, call: StageCall): Promise<Stage> {
  let bus: Pm2Bus | null = null;

  async function told({ process, event, exitCode, restarts }: Crash): Promise<Outcome> {
    const end = exitCode === null ? "was ended by a signal" : `ended with exit code ${exitCode}`;
    const reason = event === "exit" ? end : "was given up by pm2 after too many crashes";
    const numbers = { process, exitCode, restarts };
    await recordEvent(db.orm, { ...actor, kind: "process.crashed", reason: `${process} ${reason}`, numbers });
    return { verdict: "crashed", process, reason, exitCode, restarts };
  }

  return {
    async tick(signal): Promise<Tick<Outcome>> {
      if (bus === null) {
        bus = await openPm2Bus();
        if (bus === null) return { did: "nothing" };
        log.info("pm2.connected");
      }
      if (!call.watch) return { did: "pass", outcomes: await Promise.all((await bus.errored()).map(told)) };
      const crash = await bus.next(signal);
      if (crash !== null) {
        // It stays the next one until it is written: a database that is away now must not lose it.
        const outcome = await told(crash);
        bus.told();
        return { did: "work", outcome };
      }
      bus.close();
      bus = null;
      log.info("pm2.left");
      return { did: "nothing" };
    },
    async close() {
      bus?.close();
    },
  };
}
