import { afterAll, afterEach, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanup, render } from "ink-testing-library";
import { Screen } from "../../cli/tui/dashboard.tsx";
import { createFeed, type View } from "../../cli/tui/feed.ts";
import type { Snapshot } from "../../cli/tui/snapshot.ts";
import type { RecordedEvent } from "../../core/db/overview.ts";
import { PROJECT_ROOT } from "../../core/paths.ts";
import { STAGE_NAMES } from "../../stages/stage.ts";
import { testDatabase } from "../support/database.ts";
import { runCli } from "../support/run-cli.ts";
import { insertSome } from "../support/strategies.ts";

const NOW = Date.UTC(2026, 0, 2, 12);
const USED = { exchange: "synthetic", timeframes: ["15m" as const], series: 2, synthetic: true, newestAt: NOW };

function eventOf(id: number): RecordedEvent {
  const facts = { fromStatus: null, toStatus: null, strategyId: id, process: null, numbers: null, stage: "validate" };
  const strategyName = `Strategy_MOM_${String(id).padStart(3, "0")}`;
  return { ...facts, id, strategyName, at: new Date(NOW), kind: "strategy.rejected", reason: "no \u001b[2J edge" };
}

function snapshotOf(newest: number): Snapshot {
  const live = { name: "Strategy_TRD_live", type: "TRD", timeframe: "1h", direction: "both", paper: true };
  const account = { subaccount: "paper-1", capital: 1000, equity: 912.5, drawdown: 0.0875, liveSince: NOW };
  return {
    events: Array.from({ length: 100 }, (_, i) => eventOf(newest - i)),
    status: {
      at: NOW,
      dryRun: true,
      candles: { series: 2, synthetic: 2, newestAt: NOW, damaged: [], used: [USED] },
      counts: { GENERATED: 9000, VALIDATED: 120, TESTED: 30, SELECTED: 9, LIVE: 1, RETIRED: 0, FAILED: 4 },
      stages: STAGE_NAMES.map((name) => ({
        ...{ name, enabled: name !== "crashmail", running: name === "validate", lastActivityAt: NOW - 65_000 },
        ...{ processed24h: 77, rejected24h: 66, failed24h: 1 },
      })),
      live: [{ ...live, ...account, openPositions: 3, openPnl: -4.25, todayPnl: 17 }],
      alerts: [{ level: "error", message: "execute is enabled and does not run", since: NOW - 7_200_000 }],
    },
  };
}

afterEach(cleanup);

/** The screen as lines, and keys that are given time to be drawn. */
function show(view: View, columns = 80, rows = 24) {
  let quits = 0;
  const onQuit = () => {
    quits += 1;
  };
  const screen = (shown: View) => <Screen view={shown} size={{ columns, rows }} onQuit={onQuit} />;
  const app = render(screen(view));
  return {
    lines: () => (app.lastFrame() ?? "").split("\n"),
    press: async (keys: string) => {
      app.stdin.write(keys);
      await Bun.sleep(40);
    },
    change: (next: View) => app.rerender(screen(next)),
    quits: () => quits,
  };
}

const fine = (newest = 100): View => ({ snapshot: snapshotOf(newest), fault: null });

test("tui: at 80x24 shows marks, funnel, stages and the newest events, no line too long", () => {
  const lines = show(fine()).lines();
  expect(lines[0]).toMatch(/^sixbtc DRY RUN, PAPER · SYNTHETIC CANDLES +2026-01-02 12:00:00 UTC$/);
  expect(lines[2]).toMatch(/^GENERATED +9000 █+ +generate +stopped +1m ago +77 +66 +1$/);
  expect(lines[3]).toMatch(/^VALIDATED +120 █+ +validate +running/);
  expect(lines[10]).toMatch(/^ +crashmail +off/);
  expect(lines[11]).toStartWith("[Events]  Live 1   Alerts 1");
  expect(lines[12]).toBe("12:00:00 Strategy_MOM_100      rejected  no [2J edge");
  expect(lines).toHaveLength(24);
  expect(lines[23]).toBe("q quit · tab panel · j k scroll · ? help · 89 more below");
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

test("tui: tab goes through the panels and back, ? shows the keys", async () => {
  const app = show(fine());
  await app.press("\t");
  expect(app.lines()[13]).toMatch(/^Strategy_TRD_live +paper-1 +912\.50 +8\.8% +3 +-4\.25 +17\.00$/);
  await app.press("\t");
  expect(app.lines()[12]).toBe("error execute is enabled and does not run (2h ago)");
  await app.press("\u001b[Z");
  expect(app.lines()[11]).toContain("[Live 1]");
  await app.press("?");
  expect(app.lines()[12]).toStartWith("tab, shift-tab ");
  await app.press("\t\t");
  expect(app.lines()[12]).toContain("Strategy_MOM_100");
});

test("tui: events scroll, keep their place while new ones come in, and end at the last", async () => {
  const app = show(fine());
  const top = () => app.lines()[12]?.slice(9, 25);
  await app.press("jj");
  await app.press("\u001b[B");
  expect(top()).toBe("Strategy_MOM_097");
  app.change(fine(105));
  expect(top()).toBe("Strategy_MOM_097");
  await app.press("k");
  expect(top()).toBe("Strategy_MOM_098");
  await app.press("G");
  expect(app.lines()[22]).toContain("Strategy_MOM_006");
  await app.press("g");
  expect(top()).toBe("Strategy_MOM_105");
  app.change(fine(106));
  expect(top()).toBe("Strategy_MOM_106");
});

test("tui: a small terminal shows one panel at a time", async () => {
  const app = show(fine(), 50, 10);
  expect(app.lines()).toHaveLength(10);
  expect(app.lines()[1]).toContain("[Events]");
  await app.press("\u001b[Z\u001b[Z");
  expect(app.lines()[1]).toContain("[Funnel]");
  expect(app.lines().slice(2)).toEqual([
    expect.stringMatching(/^GENERATED +9000 █+$/),
    ...["VALIDATED", "TESTED", "SELECTED", "LIVE", "RETIRED", "FAILED"].map((status) =>
      expect.stringContaining(status),
    ),
    "q quit · tab panel · j k scroll · ? help",
  ]);
  await app.press("\t");
  expect(app.lines()[1]).toContain("[Stages]");
  expect(app.lines()[9]).toStartWith("q quit");
});

test("tui: q quits, and a fault shows what went wrong and how old the numbers are", async () => {
  const app = show({ ...fine(), fault: "PostgreSQL is not ready" });
  expect(app.lines()[23]).toMatch(/^PostgreSQL is not ready; what stands here was read \d+d ago$/);
  await app.press("q");
  expect(app.quits()).toBe(1);
});

test("tui feed: goes on after a fault that may pass, and ends with one that will not", async () => {
  const answers: (Snapshot | string)[] = [snapshotOf(1), "gone", snapshotOf(2), "broken"];
  const feed = await createFeed({
    everyMs: 1,
    read: async () => {
      const answer = answers.shift() ?? "broken";
      if (typeof answer === "string") throw new Error(answer);
      return answer;
    },
    explain: (error) => (error instanceof Error && error.message === "gone" ? "the database is gone" : null),
  });
  const seen: View[] = [];
  feed.subscribe(() => seen.push(feed.current()));
  await expect(feed.follow(new AbortController().signal)).rejects.toThrow("broken");
  expect(seen.map(({ fault, snapshot }) => [fault, snapshot.events[0]?.id])).toEqual([
    ["the database is gone", 1],
    [null, 2],
  ]);
});

const database = testDatabase();
const home = mkdtempSync(join(tmpdir(), "sixbtc-tui-"));
afterAll(() => rmSync(home, { recursive: true }));
beforeAll(async () => {
  await insertSome(database.open(), 3);
});
const environment = () => ({ PATH: process.env["PATH"] ?? "", DATABASE_URL: database.url, SIXBTC_HOME: home });

const ENTER_SCREEN = "\u001b[?1049h";
const LEAVE_SCREEN = "\u001b[?1049l";

/** The dashboard as a process on a terminal of its own; `until` waits for what it shows. */
function start(env: Record<string, string> = {}) {
  let shown = "";
  const child = Bun.spawn([process.execPath, join(PROJECT_ROOT, "cli", "main.ts"), "tui"], {
    env: { ...environment(), TERM: "xterm-256color", ...env },
    terminal: {
      cols: 160,
      rows: 30,
      data(_, bytes) {
        shown += new TextDecoder().decode(bytes);
      },
    },
  });
  return {
    child,
    shown: () => shown,
    async until(text: string) {
      for (let waited = 0; !shown.includes(text); waited += 20) {
        if (waited > 5000) throw new Error(`never shown: ${text}`);
        await Bun.sleep(20);
      }
    },
  };
}

test("tui: shows what changes, and q gives the terminal back", async () => {
  const { child, until, shown } = start();
  await until("GENERATED       3");
  expect(shown()).toStartWith(ENTER_SCREEN);
  expect(shown()).toContain("\u001b[1m");
  await insertSome(database.open(1), 1);
  // Only a terminal that shrinks is drawn whole; else the unchanged beginnings of lines are left out.
  let columns = 160;
  const resizing = setInterval(() => child.terminal?.resize(--columns, 30), 100);
  await until("GENERATED       4").finally(() => clearInterval(resizing));
  child.terminal?.write("q");
  expect(await child.exited).toBe(0);
  expect(shown()).toContain(LEAVE_SCREEN);
});

test("tui: Ctrl-C and SIGTERM give the terminal back; NO_COLOR leaves colours out", async () => {
  const byKey = start({ NO_COLOR: "1" });
  const bySignal = start({ CI: "true" });
  await Promise.all([byKey.until("GENERATED"), bySignal.until("GENERATED")]);
  // The first frame is shown some instants before the keys are read; until then the terminal makes a SIGINT of Ctrl-C.
  const SIGNAL_KEYS = 1;
  while ((byKey.child.terminal?.localFlags ?? 0) & SIGNAL_KEYS) await Bun.sleep(5);
  byKey.child.terminal?.write("\u0003");
  bySignal.child.kill("SIGTERM");
  expect(await Promise.all([byKey.child.exited, bySignal.child.exited])).toEqual([0, 143]);
  for (const { shown } of [byKey, bySignal]) expect(shown()).toContain(LEAVE_SCREEN);
  const styles = (text: string) => text.split("\u001b[").filter((part) => /^\d+m/.test(part));
  expect(styles(byKey.shown())).toEqual([]);
});

test("tui: without a terminal it prints the status and exits 0", async () => {
  const piped = await runCli(["tui"], environment());
  expect([piped.code, piped.stderr]).toEqual([0, ""]);
  expect(piped.stdout).toContain("Dry run: the desk trades on paper.");
  expect(piped.stdout).not.toContain("\u001b");
});
