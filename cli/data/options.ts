import { InvalidArgumentError } from "commander";
import { isTimeframe, TIMEFRAMES, type Timeframe } from "../../core/timeframe.ts";

export function list(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.some((name) => name === "")) throw new InvalidArgumentError("It must be a list such as BTC,ETH.");
  return names;
}

export function timeframes(text: string): Timeframe[] {
  return list(text).map((name) => {
    if (!isTimeframe(name)) throw new InvalidArgumentError(`Each must be one of ${TIMEFRAMES.join(" ")}.`);
    return name;
  });
}

export function days(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("It must be a whole number from 1.");
  return number;
}
