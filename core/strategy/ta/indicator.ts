import type { Column } from "./column.ts";
import { overKnownBars } from "./known-bars.ts";
import {
  type Call,
  type CandleColumn,
  COLUMN,
  candles,
  column,
  type NumberParameter,
  type Parameter,
  type ResultShape,
  type TaFunction,
} from "./signature.ts";

type ColumnsOf<Reads extends readonly CandleColumn[]> = { [I in keyof Reads]: Column };

/** Known values of one column and the numbers in, one column out or several in the order of the result's keys. */
type ColumnKernel = (column: Column, ...numbers: number[]) => Column | readonly Column[];

type CandleKernel<Reads extends readonly CandleColumn[]> = (
  ...inputs: [...ColumnsOf<Reads>, ...number[]]
) => Column | readonly Column[];

/** An indicator of one column. */
export function ofColumn(
  numbers: readonly NumberParameter[],
  kernel: ColumnKernel,
  result: ResultShape = COLUMN,
): TaFunction {
  return indicator(column("col"), numbers, result, ([input], { numbers: values }) => kernel(input!, ...values));
}

/** An indicator of candles that reads the named columns of `c`. */
export function ofCandles<const Reads extends readonly CandleColumn[]>(
  reads: Reads,
  numbers: readonly NumberParameter[],
  kernel: CandleKernel<Reads>,
  result: ResultShape = COLUMN,
): TaFunction {
  return indicator(candles(...reads), numbers, result, (inputs, { numbers: values }) =>
    kernel(...([...inputs, ...values] as [...ColumnsOf<Reads>, ...number[]])),
  );
}

/** An indicator or statistic of known values; several columns come back in the order of the result's keys. */
export function indicator(
  input: Parameter,
  numbers: readonly NumberParameter[],
  result: ResultShape,
  kernel: (inputs: readonly Column[], call: Call) => Column | readonly Column[],
): TaFunction {
  const compute = (call: Call): Column | readonly Column[] => {
    const outputs = overKnownBars(call.columns, (inputs) => {
      const made = kernel(inputs, call);
      return made instanceof Float64Array ? [made] : made;
    });
    return result.kind === "columns" ? outputs : outputs[0]!;
  };
  return { parameters: [input, ...numbers], repeatsLast: false, result, compute };
}
