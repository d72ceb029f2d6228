import { messageOf, SixbtcError } from "../errors.ts";
import type { Candles, Masks } from "../kernel/candles.ts";
import { timeframeMs } from "../timeframe.ts";
import { type AdmittedModule, admitModule } from "./admit.ts";
import type { Params, StrategyDefinition } from "./definition.ts";
import { budgetFor, createGuards, type Guards, type Meter } from "./guards.ts";
import { MATH_NAMES, NUMBER_NAMES } from "./known-names.ts";
import { GUARDS_NAME, METER_NAME, type MeteredModule, meterModule, OBSERVER_NAME } from "./meter.ts";
import { meteredToolbox } from "./metered-toolbox.ts";
import type { Observation, Observer } from "./observe.ts";
import { noSignals, readMasks } from "./read-masks.ts";
import { recycled } from "./ta/column-memory.ts";
import { candlesForStrategy } from "./ta/shared.ts";
import type { Toolbox } from "./ta/toolbox.ts";

/** What a call of `signals` came to; `line` is that of the strategy's text, where it is known. */
export type SignalsOutcome =
  | { kind: "masks"; masks: Masks; given: (keyof Masks)[]; work: number; values: number }
  | { kind: "failed"; code: string; message: string; hint: string; line: number | null };

export type CompiledStrategy = {
  definition: StrategyDefinition;
  /** Runs `signals` over the candles, which are those of the strategy's own timeframe. Nothing is kept between calls. */
  signals(candles: Candles): SignalsOutcome;
};

type Signals = (candles: Candles, params: Params) => unknown;

/**
 * Makes a strategy runnable in this process. Only for child processes (DESIGN 10): never where there is a key, a
 * database connection or an environment. Throws `strategy.refused` for a text that the validator would refuse.
 */
export function compileStrategy(text: string, toolbox: Toolbox): CompiledStrategy {
  const admission = admitModule(text);
  if (admission.kind === "admitted") return compileModule(prepareModule(admission.module), toolbox);
  const [first] = admission.findings;
  const place = first?.line ? `line ${first.line}: ` : "";
  throw new SixbtcError("strategy.refused", `${place}${first?.message ?? "the text is refused"}`, {
    hint: first?.hint ?? "See `sixbtc validate --file`.",
  });
}

/** A module that is rewritten and parsed: ready to be compiled with one toolbox or several. */
export type PreparedModule = { definition: StrategyDefinition; metered: MeteredModule; load: Load };

export function prepareModule(module: AdmittedModule, observation: Observation | null = null): PreparedModule {
  const metered = meterModule(module, observation);
  return { definition: module.definition, metered, load: loader(metered) };
}

/** Makes a module that was admitted already runnable. `observer` is told by one that was prepared for it. */
export function compileModule(
  { definition, metered, load }: PreparedModule,
  toolbox: Toolbox,
  observer: Observer | null = null,
): CompiledStrategy {
  const barMs = timeframeMs(definition.timeframe);
  const meter: Meter = budgetFor(0);
  let handedIn: readonly unknown[] = [];
  const guards = createGuards(meter, (value) =>
    typeof value === "function" ? functions.has(value) : handedIn.includes(value),
  );
  const ta = meteredToolbox(toolbox, guards, metered.writesTa);
  const math = meteredMath(guards);
  const functions = new Set<unknown>([math, STRATEGY_NUMBER, ta, GLOBALS].flatMap((holder) => Object.values(holder)));

  return {
    definition,
    signals(given) {
      const candles = candlesForStrategy(given, barMs);
      const params = Object.freeze({ ...definition.params });
      const { time, open, high, low, close, volume } = candles;
      handedIn = [candles, params, time, open, high, low, close, volume];
      const budget = budgetFor(candles.length);
      Object.assign(meter, budget);
      try {
        const masks = noSignals(candles.length);
        const read = recycled(() => {
          const signals = load(guards, meter, observer, ta, math, STRATEGY_NUMBER);
          return readMasks(signals(candles, params), masks, definition.direction);
        });
        if (read.kind === "failed") return { ...read, line: null };
        return { ...read, work: budget.work - meter.work, values: budget.values - meter.values };
      } catch (error) {
        return failure(error, metered.linesBefore);
      }
    },
  };
}

type Load = (
  guards: unknown,
  meter: Meter,
  observer: Observer | null,
  ta: Toolbox,
  math: object,
  number: object,
) => Signals;

const SOURCE_NAME = "sixbtc-strategy.ts";

/** Names that lead out of a strategy, hidden once more although no admitted text can use them. */
const HIDDEN =
  `globalThis self window global process Bun Function require module exports fetch WebSocket Worker XMLHttpRequest
  Date performance crypto console queueMicrotask setTimeout setInterval setImmediate Reflect Proxy Symbol WebAssembly
  Atomics SharedArrayBuffer ArrayBuffer DataView Promise navigator structuredClone postMessage`.split(/\s+/);

function loader({ code }: MeteredModule): Load {
  const names = [GUARDS_NAME, METER_NAME, OBSERVER_NAME, "ta", "Math", "Number", ...HIDDEN];
  try {
    // The one place where text becomes code; what is admitted and how it is rewritten is what makes it safe.
    return new Function(...names, `${code}\n//# sourceURL=${SOURCE_NAME}`) as Load;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The parser that reads texts and the engine that runs them may differ at the edges of the language.
    const hint = "Write it in a more usual way.";
    throw new SixbtcError("strategy.refused", `the text does not compile: ${error.message}`, { hint, cause: error });
  }
}

function only(from: object, names: Iterable<string>): object {
  const chosen: Record<string, unknown> = Object.create(null);
  for (const name of names) chosen[name] = Reflect.get(from, name);
  return Object.freeze(chosen);
}

/** `Math` with the one function that goes over a whole column by itself paid for. */
function meteredMath(guards: Guards): object {
  const sumPrecise: unknown = Reflect.get(STRATEGY_MATH, "sumPrecise");
  if (typeof sumPrecise !== "function") return STRATEGY_MATH;
  const metered = { sumPrecise: (values: unknown): unknown => sumPrecise(guards.walk(values)) };
  return Object.freeze(Object.assign(Object.create(null), STRATEGY_MATH, metered) as object);
}

const STRATEGY_MATH = only(Math, MATH_NAMES);
const STRATEGY_NUMBER = only(Number, NUMBER_NAMES);
const GLOBALS = only(globalThis, ["isNaN", "isFinite"]);

/** `new Function` puts two lines before its body. */
const FUNCTION_LINES = 2;

function failure(error: unknown, linesBefore: number): SignalsOutcome {
  // The process has no memory left: nothing that it says from here on can be relied on.
  if (error instanceof RangeError && /out of memory/i.test(error.message)) throw error;
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const found = new RegExp(`${SOURCE_NAME}:(\\d+)`).exec(stack)?.[1];
  const line = found ? Number(found) - FUNCTION_LINES - linesBefore : null;
  if (error instanceof SixbtcError) {
    const { code, message, hint = "" } = error;
    return { kind: "failed", code: code.replace(/^.*\./, ""), message, hint, line };
  }
  if (error instanceof RangeError && /call stack/i.test(error.message)) {
    const hint = "Use a loop, or fewer levels.";
    return { kind: "failed", code: "recursion", message: "functions call each other too deep", hint, line };
  }
  const hint = "Check that the value is there and of the right kind before using it.";
  return { kind: "failed", code: "threw", message: messageOf(error), hint, line };
}
