import { describe, expect, test } from "bun:test";
import { SixbtcError } from "../../core/errors.ts";
import { createMemo } from "../../core/strategy/ta/memo.ts";
import { candlesForStrategy, isShared } from "../../core/strategy/ta/shared.ts";
import type { Signature, TaArgument } from "../../core/strategy/ta/signature.ts";
import { createToolbox, TA_SIGNATURES, type TaName } from "../../core/strategy/ta/toolbox.ts";
import { argumentsFor, BAR_MS, firstDifference, isCandles, mapColumns, market, parts, randomFrom } from "./ta-cases.ts";
import { CLASSES, classOf, constructorNumbers, feed, followsTheRule, readsOf } from "./ta-reference.ts";

const ta = createToolbox();
const FUNCTIONS = Object.entries(TA_SIGNATURES) as [TaName, Signature][];
const LENGTHS = [0, 1, 2, 5, 50, 500];

/** Functions of single bars: they count bars as they stand, NaN included (known-bars.ts). */
const OF_BARS = new Set<string>(
  "add sub mul div neg abs log pctChange shift gt gte lt lte eq between crossAbove crossBelow rising falling".split(
    " ",
  ),
);
const INDICATORS = FUNCTIONS.filter(
  ([name, { parameters, result }]) =>
    !OF_BARS.has(name) && parameters[0]?.kind !== "mask" && result.kind !== "mask" && result.kind !== "candles",
);
/** The table of STRATEGY.md 3, word by word. */
const TABLE = new Set<string>(
  `sma ema wma dema tema hma rma kama rsi cci mom roc willr mfi cmo stochRsi macd stoch adx dmi aroon psar superTrend
   atr natr tr bbands keltner donchian obv ad cmf vwap vwma mean stddev zscore rank slope highest lowest
   add sub mul div neg abs log pctChange shift gt gte lt lte eq between crossAbove crossBelow rising falling
   and or xor not heldFor within barsSince resample engulfing hammer pinBar marubozu morningStar threeSoldiers
   bearishEngulfing shootingStar bearishPinBar bearishMarubozu eveningStar threeCrows doji insideBar outsideBar`.split(
    /\s+/,
  ),
);
const OF_PACKAGE = INDICATORS.filter(([name]) => classOf(name) !== undefined);

/** Own sums instead of the package's: equal to a part of the largest value of the result; all others to the bit. */
const ROUNDED = new Set<string>("sma mean wma hma kama cmo mfi cmf vwma stoch bbands rei".split(" "));
const ROUNDING = 1e-12;

function candles(seed: number, length: number, scale?: number) {
  return candlesForStrategy(market(seed, length, scale), BAR_MS);
}

/** The examples, all periods 1, all 2, and some small random ones; numbers that are no periods stay. */
function numberSets({ parameters }: Signature): number[][] {
  const random = randomFrom(7);
  const numbers = parameters.flatMap((parameter) => ("example" in parameter ? [parameter] : []));
  const periods = (choose: () => number) =>
    numbers.map(({ kind, example }) => (kind === "number" ? example : choose()));
  return [
    numbers.map(({ example }) => example),
    periods(() => 1),
    periods(() => 2),
    periods(() => 1 + Math.floor(random() * 30)),
    periods(() => 2 + 2 * Math.floor(random() * 10)),
  ];
}

function refusedBy(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}

function withNumbers(signature: Signature, c: ReturnType<typeof candles>, numbers: readonly number[]): TaArgument[] {
  let next = 0;
  return argumentsFor(signature, c, () => numbers[next++] ?? Number.NaN);
}

describe("ta and trading-signals", () => {
  test("ta: every indicator class of the package has a function", () => {
    const covered = new Set(OF_PACKAGE.map(([name]) => classOf(name)?.name));
    expect(CLASSES.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([]);
  });

  test("ta: the table of STRATEGY.md 3 is there", () => {
    expect([...TABLE].filter((name) => !Object.hasOwn(TA_SIGNATURES, name))).toEqual([]);
  });

  test("ta: the other indicators take the numbers of their class, in its order and by its names", () => {
    for (const [name, { parameters }] of OF_PACKAGE) {
      const indicator = classOf(name);
      if (TABLE.has(name) || !indicator || !followsTheRule(name)) continue;
      const numbers = parameters.slice(1).map((parameter) => parameter.name);
      expect([name, ...numbers]).toEqual([name, ...constructorNumbers(indicator).names]);
    }
  });

  test("ta: an indicator takes the column or the candles that its class is fed, and reads the same of them", () => {
    for (const [name, { parameters }] of OF_PACKAGE) {
      const examples = parameters.flatMap((parameter) => ("example" in parameter ? [parameter.example] : []));
      const reads = parameters[0]?.kind === "candles" ? [...parameters[0].reads].sort() : ["column"];
      expect([name, ...readsOf(name, examples)]).toEqual([name, ...reads]);
    }
  });

  test.each(OF_PACKAGE)("ta.%s: equal to the package fed bar by bar", (name, signature) => {
    for (const [scale, length] of [
      [100, 400],
      [1e-8, 150],
      [1e9, 150],
    ] as const) {
      const c = candles(11, length, scale);
      for (const numbers of numberSets(signature)) {
        const values = withNumbers(signature, c, numbers);
        const input = isCandles(values[0] ?? 0) ? c : c.close;
        const keys = signature.result.kind === "columns" ? signature.result.keys : [""];
        if (refusedBy(() => feed(name, numbers, input, keys))) {
          expect(() => ta[name](...values)).toThrow(SixbtcError);
          continue;
        }
        const wanted = feed(name, numbers, input, keys);
        parts(ta[name](...values)).forEach(([key, got], i) => {
          const column = wanted[i] ?? [];
          const largest = Math.max(0, ...column.filter(Number.isFinite).map(Math.abs));
          const tolerance = ROUNDED.has(name) ? ROUNDING * largest : 0;
          expect([numbers, key, firstDifference(got, column, tolerance)]).toEqual([numbers, key, undefined]);
        });
      }
    }
  });
});

describe("ta: the laws of every function", () => {
  test.each(FUNCTIONS)("ta.%s: a new column or mask as long as its input, which stays as it was", (name, signature) => {
    for (const length of LENGTHS) {
      const values = argumentsFor(signature, candles(3, length));
      const before = mapColumns(values, (column) => column.slice() as typeof column);
      for (const [, part] of parts(ta[name](...values))) {
        expect(part.length).toBe(length);
        expect(part instanceof Uint8Array).toBe(signature.result.kind === "mask");
        if (part instanceof Uint8Array) expect(part.every((value) => value === 0 || value === 1)).toBe(true);
        expect(values.includes(part)).toBe(false);
      }
      expect(mapColumns(values, (column) => column)).toEqual(before);
    }
  });

  test.each(FUNCTIONS)("ta.%s: no bar depends on a later one (any prefix gives the same values)", (name, signature) => {
    const random = randomFrom(5);
    const whole = argumentsFor(signature, candles(4, 300));
    const full = parts(ta[name](...whole));
    for (let i = 0; i < 6; i++) {
      const cut = Math.floor(random() * 300);
      const prefix = mapColumns(whole, (column) => column.slice(0, cut) as typeof column);
      parts(ta[name](...prefix)).forEach(([key, part], k) => {
        expect([cut, key, firstDifference(part, full[k]?.[1].subarray(0, cut) ?? [])]).toEqual([cut, key, undefined]);
      });
    }
  });

  test.each(FUNCTIONS)("ta.%s: NaN only while warming up", (name, signature) => {
    for (const [key, part] of parts(ta[name](...argumentsFor(signature, candles(6, 500))))) {
      const first = part.findIndex((value) => !Number.isNaN(value));
      expect([key, first >= 0, part.subarray(first).every((value) => !Number.isNaN(value))]).toEqual([key, true, true]);
    }
  });

  const shifting = FUNCTIONS.filter(([name, { parameters }]) => name !== "resample" && parameters[0]?.kind !== "mask");
  test.each(shifting)("ta.%s: leading NaN only move the result", (name, signature) => {
    const values = argumentsFor(signature, candles(8, 200));
    const plain = parts(ta[name](...values));
    for (const lead of [1, 7, 40]) {
      const padded = mapColumns(values, (column) => {
        const made = new Float64Array(column.length + lead).fill(Number.NaN);
        made.set(column, lead);
        return made as typeof column;
      });
      parts(ta[name](...padded)).forEach(([key, part], k) => {
        const filler = part instanceof Uint8Array ? 0 : Number.NaN;
        const wanted = [...new Array<number>(lead).fill(filler), ...(plain[k]?.[1] ?? [])];
        expect([lead, key, firstDifference(part, wanted)]).toEqual([lead, key, undefined]);
      });
    }
  });

  test.each(INDICATORS)(
    "ta.%s: a NaN between known bars is left out, as if the bar was not there",
    (name, signature) => {
      const values = argumentsFor(signature, candles(9, 200));
      const plain = parts(ta[name](...values));
      const holes = [3, 4, 77, 150, 202];
      const holed = mapColumns(values, (column) => withHoles(column, holes) as typeof column);
      parts(ta[name](...holed)).forEach(([key, part], k) => {
        const wanted = withHoles(plain[k]?.[1] ?? new Float64Array(0), holes);
        expect([key, firstDifference(part, wanted)]).toEqual([key, undefined]);
      });
    },
  );

  test.each(FUNCTIONS)(
    "ta.%s: a memo changes no value, keeps results of shared columns and never of own ones",
    (name, signature) => {
      const remembering = createToolbox({ memo: createMemo(1e7) });
      const values = argumentsFor(signature, candles(10, 60));
      const kept = remembering[name](...values);
      expect(parts(kept).map(([, part]) => [...part])).toEqual(parts(ta[name](...values)).map(([, part]) => [...part]));
      const isOfShared = !signature.parameters.some(({ kind }) => kind === "mask") && !usesOwnColumn(signature);
      expect(remembering[name](...values) === kept).toBe(isOfShared);
      expect(parts(kept).every(([, part]) => isShared(part))).toBe(isOfShared);
      if (name === "resample") return;
      const ofOwn = parts(remembering[name](...values.map(ownCopy)));
      expect(ofOwn.some(([, part]) => isShared(part))).toBe(false);
    },
  );
});

function ownCopy(value: TaArgument): TaArgument {
  if (!isCandles(value)) return ArrayBuffer.isView(value) ? value.slice() : value;
  const copies = Object.entries(value).map(([key, part]) => [key, typeof part === "number" ? part : part.slice()]);
  return Object.fromEntries(copies);
}

/** The third column that `argumentsFor` hands out is one of its own. */
function usesOwnColumn({ parameters }: Signature): boolean {
  return parameters.filter(({ kind }) => kind === "column" || kind === "operand").length > 2;
}

function withHoles(column: ArrayLike<number>, holes: readonly number[]): Float64Array {
  const out = new Float64Array(column.length + holes.length);
  let from = 0;
  for (let bar = 0; bar < out.length; bar++) out[bar] = holes.includes(bar) ? Number.NaN : (column[from++] ?? 0);
  return out;
}
