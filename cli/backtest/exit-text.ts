import type { Stop, TakeProfit } from "../../core/kernel/rules.ts";

/** What the size of a stop counts: the same along an axis of a sweep. */
export function stopKind(stop: Stop): string {
  if (stop.kind !== "trailing") return exitKind(stop);
  return stop.activateAt === undefined ? "trailing" : `trailing from ${shareText(stop.activateAt)}`;
}

/** The same of a target. One that trails begins to at a gain that grows with its distance. */
export function targetKind(target: TakeProfit): string {
  if (target.kind !== "trailing") return exitKind(target);
  return `trailing from ${shortText(target.activateAt / target.value)} times it`;
}

function exitKind(part: Exclude<Stop | TakeProfit, { kind: "trailing" }>): string {
  switch (part.kind) {
    case "percent":
      return "percent of the price";
    case "atr":
      return `ATR(${part.length}) times`;
    case "stddev":
      return `deviation(${part.length}) times`;
    case "swing":
      return "swing of bars";
    case "riskReward":
      return "stop distance times";
  }
}

/** `2%`, `2.5`; of what trails, its distance. */
export function exitSize(part: Stop | TakeProfit): string {
  switch (part.kind) {
    case "percent":
    case "trailing":
      return shareText(part.value);
    case "atr":
    case "stddev":
      return shortText(part.multiple);
    case "swing":
      return String(part.lookback);
    case "riskReward":
      return shortText(part.ratio);
  }
}

function shareText(fraction: number): string {
  return `${shortText(fraction * 100)}%`;
}

function shortText(value: number): string {
  return String(Number(value.toPrecision(3)));
}
