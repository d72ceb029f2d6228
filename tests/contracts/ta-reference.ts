import * as trading from "trading-signals";
import type { Candles } from "../../core/kernel/candles.ts";
import type { CandleColumn } from "../../core/strategy/ta/signature.ts";

/* trading-signals itself, fed bar by bar: what every indicator of `ta` is measured against. */

type Bar = Record<CandleColumn, number>;

type Indicator = {
  update(input: number | Bar, replace: boolean): unknown;
  readonly isStable: boolean;
  getResultOrThrow(): unknown;
};

type IndicatorClass = { readonly name: string; readonly prototype: object; new (...values: unknown[]): Indicator };

type Row = {
  of: string;
  /** The result's keys in the package, where the table calls them otherwise. */
  keys?: readonly string[];
  /** Where the numbers are not those of the class in its order. */
  make?: (first: number, second: number, third: number) => unknown;
};

const ema = (n: number): trading.EMA => new trading.EMA(n);

/** Functions of the table in STRATEGY.md 3 that do not follow the rule for the other indicators. */
const TABLE: Readonly<Record<string, Row>> = {
  willr: { of: "WilliamsR" },
  stochRsi: { of: "StochasticRSI", make: (n) => new trading.StochasticRSI(n) },
  macd: { of: "MACD", make: (short, long, signal) => new trading.MACD(ema(short), ema(long), ema(signal)) },
  stoch: {
    of: "StochasticOscillator",
    keys: ["stochK", "stochD"],
    make: (kPeriod, dPeriod, kSlowingPeriod) => new trading.StochasticOscillator({ kPeriod, dPeriod, kSlowingPeriod }),
  },
  dmi: { of: "DX", keys: ["pdi", "mdi"], make: (n) => movement(new trading.DX(n)) },
  aroon: { of: "Aroon", keys: ["aroonUp", "aroonDown"] },
  superTrend: { of: "SuperTrend", keys: ["supertrend"] },
  bbands: { of: "BollingerBands" },
  keltner: {
    of: "KeltnerChannels",
    make: (emaInterval, atrInterval, multiplier) =>
      new trading.KeltnerChannels({ emaInterval, atrInterval, multiplier }),
  },
  donchian: { of: "DonchianChannels" },
  obv: { of: "OBV", make: () => new trading.OBV(2) },
  vwma: { of: "VWMA", make: (n) => new trading.VWMA(n) },
  mean: { of: "SMA" },
  bollingerBandsWidth: {
    of: "BollingerBandsWidth",
    make: (n, k) => new trading.BollingerBandsWidth(new trading.BollingerBands(n, k)),
  },
};

/** The package keeps +DI and -DI beside the result of DX. */
function movement(dx: trading.DX) {
  return {
    update: (bar: Bar, replace: boolean) => dx.update(bar, replace),
    get isStable() {
      return dx.isStable;
    },
    getResultOrThrow: () => ({ pdi: dx.pdi, mdi: dx.mdi }),
  };
}

/** Every indicator that the package exports and that can be made: its abstract classes are left out. */
export const CLASSES: readonly IndicatorClass[] = Object.values(trading)
  .filter((exported) => typeof exported === "function" && exported.prototype instanceof trading.TechnicalIndicator)
  .map((exported) => exported as unknown as IndicatorClass)
  .filter(({ name }) => !/IndicatorSeries$|^TrendIndicator$|CrossSeries$|^MovingAverage$/.test(name));

/** The class behind a function of `ta`: the table's, or the one whose name it is. */
export function classOf(name: string): IndicatorClass | undefined {
  const wanted = (TABLE[name]?.of ?? name).toLowerCase();
  return CLASSES.find((candidate) => candidate.name.toLowerCase() === wanted);
}

export function followsTheRule(name: string): boolean {
  return TABLE[name]?.make === undefined;
}

/** The names of the numbers that a class or its options object takes, in its own order, read from its source text. */
export function constructorNumbers(indicator: IndicatorClass): { names: string[]; isObject: boolean } {
  const source = String(indicator);
  const text = /constructor\((.*?)\)\s*\{/s.exec(source)?.[1];
  if (text === undefined) return { names: takesInterval(indicator) ? ["interval"] : [], isObject: false };
  if (text === "config") return configNumbers(source);
  const plain = text.replace(/signalThresholds(?:: \{[^}]*\})? = \{\}|\{ (?:overbought|trending)[^}]*\} = \{\}/g, "");
  const names = [...plain.matchAll(/\b([a-z]\w*)(?: = [^,}]+)?(?=[,}\s]|$)/g)].map((match) => match[1] ?? "");
  return { names, isObject: plain.startsWith("{") };
}

/** Classes without a constructor of their own: an average still takes its interval. */
function takesInterval({ prototype }: IndicatorClass): boolean {
  return prototype instanceof trading.MovingAverage;
}

function configNumbers(source: string): { names: string[]; isObject: boolean } {
  const inner = CLASSES.find(({ name }) => source.includes(`new ${name}(config)`));
  if (inner) return constructorNumbers(inner);
  const read = [...source.matchAll(/config\.(\w+)\b(?! \?\?)/g)].map((match) => match[1] ?? "");
  return { names: [...new Set(read)], isObject: true };
}

/** Throws what the package throws for numbers that it refuses. */
function makeIndicator(name: string, numbers: readonly number[]): Indicator {
  const { make } = TABLE[name] ?? {};
  const [first = 0, second = 0, third = 0] = numbers;
  if (make) return make(first, second, third) as Indicator;
  const indicator = classOf(name);
  if (!indicator) throw new Error(`${name} is not of the package`);
  const { names, isObject } = constructorNumbers(indicator);
  return isObject
    ? new indicator(Object.fromEntries(names.map((key, i) => [key, numbers[i]])))
    : new indicator(...numbers);
}

/** The results bar by bar under the given keys ("" for a plain number), NaN until the indicator is stable. */
export function feed(
  name: string,
  numbers: readonly number[],
  input: Float64Array | Candles,
  keys: readonly string[],
): number[][] {
  const indicator = makeIndicator(name, numbers);
  const read = TABLE[name]?.keys ?? keys;
  const out: number[][] = keys.map(() => []);
  for (let bar = 0; bar < input.length; bar++) {
    const result = resultAfter(
      indicator,
      input instanceof Float64Array ? (input[bar] ?? Number.NaN) : barOf(input, bar),
    );
    read.forEach((key, i) => {
      out[i]?.push(asNumber(typeof result === "object" ? (result as Record<string, unknown>)[key] : result));
    });
  }
  return out;
}

function resultAfter(indicator: Indicator, input: number | Bar): unknown {
  try {
    indicator.update(input, false);
    return indicator.isStable ? indicator.getResultOrThrow() : Number.NaN;
  } catch (error) {
    if (error instanceof trading.NotEnoughDataError) return Number.NaN;
    throw error;
  }
}

function barOf(c: Candles, bar: number): Bar {
  const at = (column: Float64Array): number => column[bar] ?? Number.NaN;
  return {
    time: at(c.time),
    open: at(c.open),
    high: at(c.high),
    low: at(c.low),
    close: at(c.close),
    volume: at(c.volume),
  };
}

function asNumber(value: unknown): number {
  if (value === "BULLISH" || value === true) return 1;
  if (value === "BEARISH") return -1;
  return value === false ? 0 : Number(value);
}

/** What an indicator's `update` reads: "column" for a number, else the names of the candle's columns. */
export function readsOf(name: string, numbers: readonly number[]): string[] {
  // Some clone the candles that they keep before each value, which a Proxy does not allow.
  const indicator = Object.defineProperty(makeIndicator(name, numbers), "trackState", { value: () => undefined });
  const seen = new Set<string>();
  for (let bar = 0; bar < 150; bar++) {
    const price = 100 + 5 * Math.sin(bar);
    const values: Bar = {
      time: bar,
      open: price - 0.5,
      high: price + 1,
      low: price - 1,
      close: price,
      volume: 5 + (bar % 3),
    };
    const spy = new Proxy(values, {
      get(target, key) {
        if (key === Symbol.toPrimitive) return () => price;
        if (typeof key === "string" && key in target) seen.add(key);
        return Reflect.get(target, key) ?? (() => price);
      },
    });
    resultAfter(indicator, spy);
  }
  return seen.size === 0 ? ["column"] : [...seen].sort();
}
