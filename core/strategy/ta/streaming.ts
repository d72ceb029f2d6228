import { NotEnoughDataError, TradingSignal } from "trading-signals";
import { messageOf, SixbtcError } from "../../errors.ts";
import { type Column, unknownColumn } from "./column.ts";
import { indicator } from "./indicator.ts";
import {
  type Call,
  type CandleColumn,
  COLUMN,
  candles,
  column,
  type NumberParameter,
  type ResultShape,
  type TaFunction,
} from "./signature.ts";

/** What all indicators of trading-signals have in common. */
export type StreamingIndicator<Input> = {
  update(input: Input, replace: boolean): unknown;
  readonly isStable: boolean;
  getResultOrThrow(): unknown;
};

/** An indicator of the package that is fed numbers, bar by bar. */
export function fedColumn(
  numbers: readonly NumberParameter[],
  create: (...numbers: number[]) => StreamingIndicator<number>,
  result: ResultShape = COLUMN,
): TaFunction {
  const made = indicator(column("col"), numbers, result, ([values], call) =>
    feed(call, create, result, values!.length, (bar) => values![bar]!),
  );
  return { ...made, isFed: true };
}

/** An indicator of the package that is fed candles, bar by bar, with the columns that its `update` reads. */
export function fedCandles<const Read extends CandleColumn>(
  reads: readonly Read[],
  numbers: readonly NumberParameter[],
  create: (...numbers: number[]) => StreamingIndicator<Record<Read, number>>,
  result: ResultShape = COLUMN,
): TaFunction {
  const made = indicator(candles(...reads), numbers, result, (columns, call) => {
    // Each bar is an object of its own: many indicators keep the last ones they were given.
    const candleAt = (bar: number): Record<Read, number> =>
      Object.fromEntries(reads.map((read, i) => [read, columns[i]![bar]!])) as Record<Read, number>;
    return feed(call, create, result, columns[0]!.length, candleAt);
  });
  return { ...made, isFed: true };
}

function feed<Input>(
  { name, numbers }: Call,
  create: (...numbers: number[]) => StreamingIndicator<Input>,
  result: ResultShape,
  length: number,
  inputAt: (bar: number) => Input,
): readonly Column[] {
  const keys = result.kind === "columns" ? result.keys : [];
  const columns = Array.from({ length: Math.max(keys.length, 1) }, () => unknownColumn(length));
  try {
    const fed = withoutSnapshots(create(...numbers));
    for (let bar = 0; bar < length; bar++) {
      const latest = resultAfter(fed, inputAt(bar));
      if (latest !== undefined) write(columns, keys, bar, latest);
    }
  } catch (error) {
    throw new SixbtcError("ta.argument", `ta.${name}: trading-signals refuses ${numbers.join(", ")}`, {
      hint: messageOf(error),
      cause: error,
    });
  }
  return columns;
}

function write(columns: readonly Column[], keys: readonly string[], bar: number, result: unknown): void {
  if (keys.length === 0) {
    columns[0]![bar] = asNumber(result);
    return;
  }
  const values = result as Readonly<Record<string, unknown>>;
  for (let i = 0; i < keys.length; i++) columns[i]![bar] = asNumber(values[keys[i]!]);
}

/** The result as it stands after this bar, also where the bar itself gave none; undefined while it is not stable. */
function resultAfter<Input>(fed: StreamingIndicator<Input>, input: Input): unknown {
  try {
    fed.update(input, false);
    return fed.isStable ? fed.getResultOrThrow() : undefined;
  } catch (error) {
    // Of two averages the shorter is taken to be stable first; given the other way round, the package throws this.
    if (error instanceof NotEnoughDataError) return undefined;
    throw error;
  }
}

/**
 * The package clones its state before each value, so that the last one could be replaced. Nothing here is ever
 * replaced, and the clone is most of the work of these indicators (5 µs a bar).
 */
function withoutSnapshots<Indicator extends object>(fed: Indicator): Indicator {
  return Object.defineProperty(fed, "trackState", { value: () => undefined });
}

/** Results hold numbers, yes or no, and the direction of a trend: 1 and 0, 1 and -1. */
function asNumber(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  return value === TradingSignal.BULLISH ? 1 : -1;
}
