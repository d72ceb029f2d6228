import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Candles, Masks } from "../../../core/kernel/candles.ts";
import { randomFrom } from "../../../core/kernel/random.ts";
import { PROJECT_ROOT } from "../../../core/paths.ts";
import { admitModule } from "../../../core/strategy/admit.ts";
import { STRATEGY_TYPES } from "../../../core/strategy/definition.ts";
import { createMemo } from "../../../core/strategy/ta/memo.ts";
import { candlesForStrategy } from "../../../core/strategy/ta/shared.ts";
import type { TaArgument, TaResult } from "../../../core/strategy/ta/signature.ts";
import { createToolbox } from "../../../core/strategy/ta/toolbox.ts";
import { TIMEFRAMES, timeframeMs } from "../../../core/timeframe.ts";
import { type Invention, inventFromBlocks } from "../../../stages/generate/sources/blocks.ts";

const folder = mkdtempSync(join(tmpdir(), "sixbtc-blocks-"));
afterAll(() => rmSync(folder, { recursive: true }));

const BARS = 4_000;
const MIDDLE = 100;
const toolbox = createToolbox({ memo: createMemo(100_000_000) });

type Loaded = { warmup: number; signals(c: Candles): Partial<Masks> };

/** The object that a text hands to `strategy`. */
function load({ code }: Invention, ta: object = toolbox): Loaded {
  const body = code.replace(/^import .*\n/, "").replace("export default strategy(", "return (");
  return new Function("ta", body)(ta) as Loaded;
}

/** A market that is drawn back to MIDDLE, so that it looks much the same when it is turned upside down. */
function market(seed: string): Candles {
  const random = randomFrom(seed);
  const column = () => new Float64Array(BARS);
  const candles = { time: column(), open: column(), high: column(), low: column(), close: column(), volume: column() };
  let price = MIDDLE;
  for (let i = 0; i < BARS; i++) {
    const path = [price];
    for (let step = 0; step < 8; step++) {
      price *= 1 + random.normal() * 0.0012 - (price / MIDDLE - 1) * 0.0006;
      path.push(price);
    }
    candles.time[i] = i * timeframeMs("15m");
    candles.open[i] = path[0]!;
    candles.high[i] = Math.max(...path);
    candles.low[i] = Math.min(...path);
    candles.close[i] = price;
    candles.volume[i] = Math.exp(random.normal() * 0.6) * (1 + 3 * Math.abs(price - path[0]!));
  }
  return candlesForStrategy({ ...candles, length: BARS }, timeframeMs("15m"));
}

function upsideDown({ time, open, high, low, close, volume, length }: Candles): Candles {
  const turn = (prices: Float64Array) => prices.map((price) => 2 * MIDDLE - price);
  const turned = { time: time.slice(), open: turn(open), high: turn(low), low: turn(high), close: turn(close), volume };
  return candlesForStrategy({ ...turned, length }, timeframeMs("15m"));
}

function between({ time, open, high, low, close, volume }: Candles, from: number, to: number): Candles {
  const cut = (column: Float64Array) => column.slice(from, to);
  const prices = { open: cut(open), high: cut(high), low: cut(low), close: cut(close) };
  const part = { time: cut(time), ...prices, volume: cut(volume), length: to - from };
  return candlesForStrategy(part, timeframeMs("15m"));
}

const candles = market("texts");
const scope = { types: STRATEGY_TYPES, timeframes: ["15m"] } as const;
const inventions = Array.from({ length: 2_000 }, (_, index) => inventFromBlocks(3, index, scope));

test("texts: are admitted on every timeframe, as what they were meant to be", () => {
  for (let index = 0; index < 1_000; index++) {
    const invention = inventFromBlocks(8, index, { types: STRATEGY_TYPES, timeframes: TIMEFRAMES });
    const admission = admitModule(invention.code);
    if (admission.kind === "refused") throw new Error(`${admission.findings[0]?.message}\n${invention.code}`);
    const { name, type, timeframe, direction, warmup } = admission.module.definition;
    expect(invention).toMatchObject({ name, type, timeframe, direction, warmup });
  }
});

test("texts: all run, and most fire on 0.1 % to 5 % of the bars", () => {
  const rates = inventions.map((invention) => {
    const { warmup, signals } = load(invention);
    const masks = signals(candles);
    const counted = BARS - warmup;
    let fired = 0;
    for (let i = warmup; i < BARS; i++) if (masks.enterLong?.[i] || masks.enterShort?.[i]) fired++;
    return fired / counted;
  });
  const usual = rates.filter((rate) => rate >= 0.001 && rate <= 0.05);
  expect(usual.length / rates.length).toBeGreaterThan(0.8);
});

test("texts: no column is still warming up when signals begin to count", () => {
  for (const invention of inventions.slice(0, 1_000)) {
    const unknown: string[] = [];
    const watched = Object.entries(toolbox).map(([name, callee]) => {
      const call = (...values: TaArgument[]): TaResult => {
        const result = callee(...values);
        const columns = ArrayBuffer.isView(result) ? [result] : Object.values(result);
        // Bars since something that has not happened yet are unknown for another reason.
        if (
          name !== "barsSince" &&
          columns.some((column) => typeof column !== "number" && Number.isNaN(column[warmup]))
        )
          unknown.push(name);
        return result;
      };
      return [name, call];
    });
    const { warmup, signals } = load(invention, Object.fromEntries(watched));
    signals(candles);
    expect(unknown, invention.code).toEqual([]);
  }
});

test("texts: signals hardly depend on where the candles begin, so that a desk with fewer of them agrees", () => {
  const start = 1_000;
  const fewer = between(candles, start, BARS);
  const others = inventions.slice(0, 1_000).filter((invention) => {
    const { warmup, signals } = load(invention);
    const whole = signals(candles);
    const part = signals(fewer);
    return (Object.keys(whole) as (keyof Masks)[]).some((key) =>
      whole[key]?.subarray(start + warmup).some((value, i) => value !== part[key]?.[warmup + i]),
    );
  });
  expect(others.length).toBeLessThan(20);
});

test("texts: signals of some bars do not change when more follow", () => {
  for (const length of [0, 1, 37, 2_500]) {
    const first = between(candles, 0, length);
    for (const invention of inventions.slice(0, 500)) {
      const { warmup, signals } = load(invention);
      const whole = signals(candles);
      for (const [key, mask] of Object.entries(signals(first)) as [keyof Masks, Uint8Array][]) {
        expect(mask.length).toBe(length);
        expect(mask.subarray(warmup)).toEqual(whole[key]!.subarray(0, length).subarray(warmup));
      }
    }
  }
});

test("texts: shorts mirror longs: a market turned upside down asks for the other side", () => {
  const turned = upsideDown(candles);
  const agreed = new Map<string, { both: number; either: number }>();
  const count = (ids: string[], one: Uint8Array | undefined, other: Uint8Array | undefined, from: number) => {
    for (let i = from; i < BARS; i++) {
      if (!one?.[i] && !other?.[i]) continue;
      for (const id of ids) {
        const tally = agreed.get(id) ?? { both: 0, either: 0 };
        tally.either++;
        if (one?.[i] && other?.[i]) tally.both++;
        agreed.set(id, tally);
      }
    }
  };
  for (const invention of inventions.filter(({ direction }) => direction === "both")) {
    const { warmup, signals } = load(invention);
    const upright = signals(candles);
    const mirrored = signals(turned);
    const entries = invention.blocks.filter((id) => !id.startsWith("exit:"));
    const exits = invention.blocks.filter((id) => id.startsWith("exit:"));
    count(["entries", ...entries], upright.enterLong, mirrored.enterShort, warmup);
    count(["entries", ...entries], upright.enterShort, mirrored.enterLong, warmup);
    count(["exits", ...exits], upright.exitLong, mirrored.exitShort, warmup);
    count(["exits", ...exits], upright.exitShort, mirrored.exitLong, warmup);
  }
  const share = (id: string) => agreed.get(id)!.both / agreed.get(id)!.either;
  expect(share("entries")).toBeGreaterThan(0.9);
  expect(share("exits")).toBeGreaterThan(0.9);
  // Fractions of the price and ranks of few bars are only about the same upside down; a wrong side agrees on none.
  expect([...agreed.keys()].filter((id) => share(id) < 0.3)).toEqual([]);
});

test("texts: stand as the formatter would write them", async () => {
  for (const { name, code } of inventions.slice(0, 500)) await Bun.write(join(folder, `${name}.ts`), code);
  await Bun.write(join(folder, "biome.json"), Bun.file(join(PROJECT_ROOT, "biome.json")));
  const biome = [process.execPath, join(PROJECT_ROOT, "node_modules/@biomejs/biome/bin/biome"), "format", folder];
  const { exitCode, stdout, stderr } = Bun.spawnSync(biome, { cwd: folder });
  expect(exitCode, `${stdout}${stderr}`).toBe(0);
});
