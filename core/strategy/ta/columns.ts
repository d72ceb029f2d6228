import { type Column, mapInto, unknownColumn } from "./column.ts";
import { newColumn } from "./column-memory.ts";
import { COLUMN, column, operand, shiftBy, type TaFunction } from "./signature.ts";

/* Arithmetic bar by bar: NaN where an argument is NaN, infinities as IEEE 754 has them. */

function ofTwo(name: string, compute: (a: number, b: number) => number): TaFunction {
  return {
    parameters: [column("col"), operand(name)],
    repeatsLast: false,
    result: COLUMN,
    compute({ columns: [a], operands: [b] }) {
      const out = newColumn(a!.length);
      if (typeof b === "number") return mapInto(out, a!, (value) => compute(value, b));
      return mapInto(out, a!, (value, bar) => compute(value, b![bar]!));
    },
  };
}

function ofOne(compute: (value: number) => number): TaFunction {
  return {
    parameters: [column("col")],
    repeatsLast: false,
    result: COLUMN,
    compute: ({ columns: [input] }) => mapInto(newColumn(input!.length), input!, compute),
  };
}

function lagged(least: number, example: number, compute: (now: number, before: number) => number): TaFunction {
  return {
    parameters: [column("col"), shiftBy("n", least, example)],
    repeatsLast: false,
    result: COLUMN,
    compute({ columns: [input], numbers: [n] }): Column {
      const out = unknownColumn(input!.length);
      for (let bar = n!; bar < out.length; bar++) out[bar] = compute(input![bar]!, input![bar - n!]!);
      return out;
    },
  };
}

export const COLUMNS = {
  add: ofTwo("other", (a, b) => a + b),
  sub: ofTwo("other", (a, b) => a - b),
  mul: ofTwo("other", (a, b) => a * b),
  div: ofTwo("other", (a, b) => a / b),
  neg: ofOne((value) => -value),
  abs: ofOne(Math.abs),
  log: ofOne(Math.log),
  pctChange: lagged(1, 1, (now, before) => now / before - 1),
  shift: lagged(0, 1, (_now, before) => before),
};
