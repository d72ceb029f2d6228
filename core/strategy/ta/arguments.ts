import { SixbtcError } from "../../errors.ts";
import { isTimeframe, type Timeframe } from "../../timeframe.ts";
import type { Column, Mask } from "./column.ts";
import type { Call, NumberParameter, Parameter, Signature } from "./signature.ts";

type Collected = {
  columns: Column[];
  operands: (Column | number)[];
  masks: Mask[];
  numbers: number[];
  timeframe: Timeframe | undefined;
  length: number | undefined;
};

/** The arguments of a call of `ta.<name>`, sorted by kind; throws `ta.argument` for the first that does not fit. */
export function checkArguments(name: string, signature: Signature, values: readonly unknown[]): Call {
  const { parameters, repeatsLast } = signature;
  if (values.length > parameters.length && !repeatsLast) {
    throw wrong(name, signature, `it takes ${parameters.length} arguments, not ${values.length}`);
  }
  const collected: Collected = {
    columns: [],
    operands: [],
    masks: [],
    numbers: [],
    timeframe: undefined,
    length: undefined,
  };
  for (let i = 0; i < Math.max(values.length, parameters.length); i++) {
    const parameter = parameters[Math.min(i, parameters.length - 1)];
    const problem = parameter && take(collected, parameter, values[i]);
    if (problem) throw wrong(name, signature, `${parameter.name} ${problem}`);
  }
  return { ...collected, name, length: collected.length ?? 0 };
}

/** Adds the value to what was collected, or says what is wrong with it. */
function take(collected: Collected, parameter: Parameter, value: unknown): string | undefined {
  switch (parameter.kind) {
    case "column":
      return takeColumn(collected, collected.columns, value);
    case "operand":
      if (typeof value === "number") {
        collected.operands.push(value);
        return undefined;
      }
      return takeColumn(collected, collected.operands, value, "a column or a number");
    case "mask":
      if (!(value instanceof Uint8Array)) return `is ${described(value)}, not a mask (Uint8Array)`;
      collected.masks.push(value);
      return sameLength(collected, value);
    case "candles":
      return takeCandles(collected, parameter.reads, value);
    case "timeframe":
      if (typeof value !== "string" || !isTimeframe(value)) return `is ${described(value)}, not a timeframe like "1h"`;
      collected.timeframe = value;
      return undefined;
    default:
      return takeNumber(collected, parameter, value);
  }
}

function takeColumn(
  collected: Collected,
  into: (Column | number)[],
  value: unknown,
  expected = "a column (Float64Array)",
): string | undefined {
  if (!(value instanceof Float64Array)) return `is ${described(value)}, not ${expected}`;
  into.push(value);
  return sameLength(collected, value);
}

function takeCandles(collected: Collected, reads: readonly string[], value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) {
    return `is ${described(value)}, not candles`;
  }
  const columns = value as Readonly<Record<string, unknown>>;
  for (const read of reads) {
    const problem = takeColumn(collected, collected.columns, columns[read]);
    if (problem) return `has a column ${read} that ${problem}`;
  }
  return undefined;
}

function takeNumber(collected: Collected, parameter: NumberParameter, value: unknown): string | undefined {
  if (parameter.kind === "number") {
    if (typeof value !== "number" || !Number.isFinite(value)) return `is ${described(value)}, not a finite number`;
  } else if (typeof value !== "number" || !Number.isSafeInteger(value) || value < parameter.least) {
    return `is ${described(value)}, not a whole number from ${parameter.least}`;
  }
  collected.numbers.push(value);
  return undefined;
}

function sameLength(collected: Collected, value: Column | Mask): string | undefined {
  collected.length ??= value.length;
  if (value.length === collected.length) return undefined;
  return `has ${value.length} values where the argument before it has ${collected.length}`;
}

function described(value: unknown): string {
  if (value instanceof Float64Array) return `a column of ${value.length}`;
  if (value instanceof Uint8Array) return `a mask of ${value.length}`;
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

function wrong(name: string, signature: Signature, problem: string): SixbtcError {
  return new SixbtcError("ta.argument", `ta.${name}: ${problem}`, { hint: `Call it as ${usage(name, signature)}.` });
}

function usage(name: string, { parameters, repeatsLast }: Signature): string {
  return `ta.${name}(${parameters.map((parameter) => parameter.name).join(", ")}${repeatsLast ? ", …" : ""})`;
}
