import type { Command } from "commander";
import { recentEvents } from "../../core/db/overview.ts";
import { unreachable } from "../../core/db/unreachable.ts";
import { type CommandContext, withExamples } from "../command.ts";
import { type CandleMarks, readCandleMarks } from "../status/candle-marks.ts";
import { printStatus } from "../status/print-status.ts";
import { readStatus } from "../status/read-status.ts";
import { createFeed } from "../tui/feed.ts";
import { type Desk, withDatabase } from "../with-database.ts";

const REFRESH_MS = 2000;
/** The store has hundreds of files, and grows by the quarter of an hour. */
const CANDLES_REFRESH_MS = 60_000;
const EVENTS = 300;

export function define(command: Command, { output, signal }: CommandContext): void {
  withExamples(command, [
    ["sixbtc tui", "the dashboard; ? shows its keys"],
    ["sixbtc tui | cat", "without a terminal: what `sixbtc status` prints"],
  ]);
  command.action(() =>
    withDatabase("tui", async (desk) => {
      const read = reader(desk);
      if (!process.stdin.isTTY || !process.stdout.isTTY || process.env["TERM"] === "dumb") {
        return printStatus(output, (await read()).status);
      }
      const explain = (error: unknown) => unreachable(error, desk.db.url)?.message ?? null;
      const feed = await createFeed({ read, explain, everyMs: REFRESH_MS });
      // Ink's colours know FORCE_COLOR alone, and read it once.
      if (process.env["NO_COLOR"]) process.env["FORCE_COLOR"] = "0";
      const { runTui } = await import("../tui/run-tui.tsx");
      await runTui(feed, signal);
    }),
  );
}

function reader({ db, config, home }: Desk) {
  let marks: CandleMarks | null = null;
  let markedMs = 0;
  return async () => {
    const nowMs = Date.now();
    if (marks === null || nowMs - markedMs > CANDLES_REFRESH_MS) {
      marks = await readCandleMarks(home, config);
      markedMs = nowMs;
    }
    const [status, events] = await Promise.all([readStatus(db, config, marks, nowMs), recentEvents(db, EVENTS)]);
    return { status, events };
  };
}
