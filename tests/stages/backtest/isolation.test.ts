import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig, SHIPPED_CONFIG } from "../../../core/config/load.ts";
import { randomFrom } from "../../../core/kernel/random.ts";
import { openCandleStore } from "../../../core/market/store.ts";
import { createBacktestPool, errorOf } from "../../../stages/backtest/child-pool.ts";
import { readDataSet } from "../../../stages/backtest/data-set.ts";
import type { Examination, GatesJob } from "../../../stages/backtest/examine.ts";
import { settingsFor } from "../../../stages/backtest/settings.ts";
import { fillStore, hourStrategy } from "./gate-world.ts";

/** Some twenty children start, on machines that may be busy. */
const PATIENCE_MS = 120_000;
const MEMO_MB = 64;

const home = mkdtempSync(join(tmpdir(), "sixbtc-isolation-"));
afterAll(() => rmSync(home, { recursive: true }));

let base: Omit<GatesJob, "text">;
beforeAll(async () => {
  await fillStore(home, ["BTC", "ETH"]);
  const config = await loadConfig(SHIPPED_CONFIG);
  const wanted = { sources: ["synthetic"], coins: [], windows: config.backtest.windows };
  const read = await readDataSet(openCandleStore(home), "1h", {
    ...wanted,
    maxLeverages: new Map(),
    listings: new Map(),
  });
  if (read.kind !== "ready") throw new Error(read.reason);
  const shipped = settingsFor(config, "1h");
  // Few combinations, and few draws, go the same ways as many.
  const settings = {
    ...shipped,
    sweep: { stopFactors: [0.6, 1], targetFactors: [], maxBarsFactors: [1, 1.4], leverages: [1, 5, 10] },
    randomEntry: { ...shipped.randomEntry, draws: 99 },
    permutation: { draws: 9, maxP: 0.2 },
  };
  const luck = { looks: 10, sharpeMean: 0, sharpeVariance: 0.01 };
  base = { kind: "gates", data: read.data, settings, luck, memoMb: MEMO_MB };
});

const RETURNED = "return { enterLong };";
/** Asks for an average as well, which the child keeps for others that ask for it. */
const WITH_AVERAGE = "const ema = ta.ema(c.close, 20); const low = ta.lowest(ema, 200); let x = 0; x += low[210];";
const withTa = (text: string) => text.replace("{ strategy }", "{ strategy, ta }");

const GOOD: Record<string, string> = {
  passes: hourStrategy({ hour: 0 }),
  "passes, with indicators": withTa(
    hourStrategy({ hour: 0, maxBars: 5, before: WITH_AVERAGE }).replace(RETURNED, "enterLong[210] = x > 0 ? 1 : 0; $&"),
  ),
  "fails in sample": hourStrategy({ hour: 12 }),
  "enters on every bar": hourStrategy({ hour: 0, maxBars: 3 })
    .replace(RETURNED, "return { enterLong: ta.gt(c.close, 0) };")
    .replace("{ strategy }", "{ strategy, ta }"),
};

const before = (code: string, hour = 0) => withTa(hourStrategy({ hour, before: code }));
const BAD: Record<string, string> = {
  throws: before("let x; x.y = 1;"),
  "throws on some coins": before("let x; if (c.close[9] > 100) x.y = 1;"),
  "never ends": before("while (true) {}"),
  "calls itself": before("const f = (n) => f(n + 1) + 1; f(0);"),
  "takes its time": before("let x = 0; for (let i = 0; i < c.length * 500; i++) x += Math.sin(i);", 12),
  "fills memory, within its budget": before(
    "const all = []; for (let i = 0; i < 90; i++) { const own = new Float64Array(c.length); own.fill(NaN); all.push(own); }",
    12,
  ),
  "fills memory beyond it": before("const all = []; while (true) all.push(new Float64Array(100000));"),
  "grows a string": before('let s = "x"; while (true) s = s + s;'),
  "overwrites indicators": before(
    `const ema = ta.ema(c.close, 20); for (let i = 0; i < ema.length; i++) ema[i] = NaN;
    const low = ta.lowest(ema, 200); low.fill(7); ta.gt(c.close, 0).fill(0);`,
  ),
  "overwrites candles": before(
    "const wipe = (col) => { for (let i = 0; i < col.length; i++) col[i] = NaN; }; wipe(c.close);",
  ),
  "answers with too little": hourStrategy({ hour: 0 }).replace(RETURNED, "return { enterLong: new Uint8Array(3) };"),
  "is refused": hourStrategy({ hour: 0, before: "process.exit(1);" }),
};

/** The gate that each fails, null for none; those that are not here have no signals. */
const GATES: Record<string, string | null> = {
  passes: null,
  "passes, with indicators": null,
  "fails in sample": "in-sample",
  "enters on every bar": "in-sample",
  "takes its time": "in-sample",
  "fills memory, within its budget": "in-sample",
  "overwrites indicators": null,
};
const gateOf = (bytes: string) => (JSON.parse(bytes) as Examination).failed?.gate ?? null;

/** All that an examination found, but for how long it took. */
function bytesOf(examination: Examination): string {
  return JSON.stringify(examination, (key, value: unknown) => (key === "elapsedMs" ? undefined : value));
}

/** Sends texts through a pool in this order, `size` at a time. */
async function examineAll(texts: readonly string[], size: number, jobsPerChild = 1000): Promise<string[]> {
  const pool = createBacktestPool({ size, jobsPerChild, memoryMb: MEMO_MB + 1024 });
  try {
    return await Promise.all(
      texts.map(async (text) => {
        const options = { timeoutMs: PATIENCE_MS, signal: new AbortController().signal };
        const outcome = await pool.run({ ...base, text }, options);
        if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
        if (outcome.result.kind !== "gates") throw errorOf(outcome.result);
        return bytesOf(outcome.result.examination);
      }),
    );
  } finally {
    await pool.close();
  }
}

const names = Object.keys(GOOD);
const good = Object.values(GOOD);
let alone: string[];

/** What a child of its own says of each good one. */
async function byThemselves(): Promise<string[]> {
  alone ??= await examineAll(good, 2, 1);
  return alone;
}

test(
  "backtest children: what a strategy does is nothing to those that come after it, in any order",
  async () => {
    const expected = await byThemselves();
    for (const [i, bytes] of expected.entries()) expect(gateOf(bytes), names[i]).toBe(GATES[names[i]!]!);
    const bad = Object.values(BAD);
    const orders = [[...bad, ...good], randomFrom("isolation").shuffle([...good, ...bad])];
    for (const [i, mixed] of orders.entries()) {
      const found = await examineAll(mixed, 1 + i);
      for (const [at, text] of mixed.entries()) {
        const which = good.indexOf(text);
        if (which >= 0) expect(found[at], `${names[which]} in order ${i}`).toBe(expected[which]!);
      }
      for (const [name, text] of Object.entries(BAD)) {
        expect(gateOf(found[mixed.indexOf(text)]!), name).toBe(GATES[name] === undefined ? "signals" : GATES[name]);
      }
    }
  },
  PATIENCE_MS,
);

test.each([1, 2, 4])(
  "backtest children: the same bytes again and again, with %d at a time",
  async (size) => {
    const expected = await byThemselves();
    const again = size === 1 ? [good, good] : [good];
    expect(await examineAll(again.flat(), size)).toEqual(again.flatMap(() => expected));
  },
  PATIENCE_MS,
);
