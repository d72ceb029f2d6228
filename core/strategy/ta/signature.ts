import type { Candles } from "../../kernel/candles.ts";
import type { Timeframe } from "../../timeframe.ts";
import type { Column, Mask } from "./column.ts";

export type CandleColumn = "time" | "open" | "high" | "low" | "close" | "volume";

/**
 * What one argument of a function is. `operand` is a column or any number. `period` counts bars, `shift` reaches back
 * by bars: whole numbers from `least`; a negative one would look ahead. `number` is any finite number. `example` is a
 * usual value, the package's own default where it has one; all examples of a function fit together.
 */
export type Parameter =
  | { readonly kind: "column" | "mask" | "operand"; readonly name: string }
  | { readonly kind: "candles"; readonly name: string; readonly reads: readonly CandleColumn[] }
  | {
      readonly kind: "period" | "shift";
      readonly name: string;
      readonly least: number;
      readonly example: number;
    }
  | { readonly kind: "number"; readonly name: string; readonly example: number }
  | { readonly kind: "timeframe"; readonly name: string };

export type NumberParameter = Extract<Parameter, { example: number }>;

export type ResultShape =
  | { readonly kind: "column" | "mask" | "candles" }
  | { readonly kind: "columns"; readonly keys: readonly string[] };

export type Signature = {
  readonly parameters: readonly Parameter[];
  /** The last parameter may be given again and again (`and`, `or`, `xor`). */
  readonly repeatsLast: boolean;
  readonly result: ResultShape;
  /** Computed bar by bar by the package, which takes a hundred times as long as a loop over a column. */
  readonly isFed?: true;
};

/** The arguments of one call after they were checked, by kind, each in the order of the parameters. */
export type Call = {
  readonly name: string;
  readonly length: number;
  /** The column parameters and, for candles, the columns that are read. */
  readonly columns: readonly Column[];
  readonly operands: readonly (Column | number)[];
  readonly masks: readonly Mask[];
  readonly numbers: readonly number[];
  readonly timeframe: Timeframe | undefined;
};

/** A function of `ta`: what it takes and gives, and how. Several columns come back in the order of the result's keys. */
export type TaFunction = Signature & {
  readonly compute: (call: Call) => Column | Mask | readonly Column[];
};

export type TaArgument = Column | Mask | Candles | number | string;
export type TaResult = Column | Mask | Candles | Readonly<Record<string, Column>>;

export const COLUMN: ResultShape = { kind: "column" };
export const MASK: ResultShape = { kind: "mask" };

export function keyed(...keys: string[]): ResultShape {
  return { kind: "columns", keys };
}

export function period(name: string, example: number): NumberParameter {
  return { kind: "period", name, least: 1, example };
}

export function shiftBy(name: string, least: number, example: number): NumberParameter {
  return { kind: "shift", name, least, example };
}

export function number(name: string, example: number): NumberParameter {
  return { kind: "number", name, example };
}

export function column(name: string): Parameter {
  return { kind: "column", name };
}

export function operand(name: string): Parameter {
  return { kind: "operand", name };
}

export function mask(name: string): Parameter {
  return { kind: "mask", name };
}

export function candles(...reads: CandleColumn[]): Parameter {
  return { kind: "candles", name: "c", reads };
}
