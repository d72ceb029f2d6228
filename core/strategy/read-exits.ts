import type { Exits, Stop, TakeProfit } from "../kernel/rules.ts";
import type { Fields } from "./read-fields.ts";

const MAX_LENGTH_BARS = 5_000;

/** Reads `exits` with the kinds and ranges of STRATEGY.md 2. Undefined after a finding. */
export function readExits(fields: Fields): Exits | undefined {
  fields.allow(["stop", "takeProfit", "maxBars", "breakEven"]);
  const stop = fields.has("stop") ? fields.object("stop") : fields.missing("stop");
  const exits: { -readonly [Key in keyof Exits]?: Exits[Key] | undefined } = {
    stop: stop && readStop(stop),
  };
  const takeProfit = fields.has("takeProfit") ? fields.object("takeProfit") : undefined;
  if (takeProfit) exits.takeProfit = readTakeProfit(takeProfit);
  if (fields.has("maxBars")) exits.maxBars = fields.whole("maxBars", 1, Number.MAX_SAFE_INTEGER);
  const breakEven = fields.has("breakEven") ? fields.object("breakEven") : undefined;
  if (breakEven) {
    breakEven.allow(["activateAt"]);
    const activateAt = breakEven.fraction("activateAt");
    exits.breakEven = activateAt === undefined ? undefined : { activateAt };
  }
  return Object.values(exits).every((part) => part !== undefined) ? (exits as Exits) : undefined;
}

function readStop(fields: Fields): Stop | undefined {
  const kind = fields.oneOf("kind", ["percent", "atr", "stddev", "swing", "trailing"]);
  switch (kind) {
    case "percent": {
      fields.allow(["kind", "value"]);
      const value = fields.fraction("value");
      return value === undefined ? undefined : { kind, value };
    }
    case "atr":
    case "stddev":
      return readMultiple(kind, fields);
    case "swing": {
      fields.allow(["kind", "lookback"]);
      const lookback = fields.whole("lookback", 1, MAX_LENGTH_BARS);
      return lookback === undefined ? undefined : { kind, lookback };
    }
    case "trailing": {
      fields.allow(["kind", "value", "activateAt"]);
      const value = fields.fraction("value");
      if (!fields.has("activateAt")) return value === undefined ? undefined : { kind, value };
      const activateAt = fields.fraction("activateAt");
      return value === undefined || activateAt === undefined ? undefined : { kind, value, activateAt };
    }
    default:
      return undefined;
  }
}

function readTakeProfit(fields: Fields): TakeProfit | undefined {
  const kind = fields.oneOf("kind", ["percent", "atr", "riskReward", "trailing"]);
  switch (kind) {
    case "percent": {
      fields.allow(["kind", "value"]);
      const value = fields.fraction("value");
      return value === undefined ? undefined : { kind, value };
    }
    case "atr":
      return readMultiple(kind, fields);
    case "riskReward": {
      fields.allow(["kind", "ratio"]);
      const ratio = fields.multiple("ratio");
      return ratio === undefined ? undefined : { kind, ratio };
    }
    case "trailing": {
      fields.allow(["kind", "activateAt", "value"]);
      const activateAt = fields.fraction("activateAt");
      const value = fields.fraction("value");
      return value === undefined || activateAt === undefined ? undefined : { kind, activateAt, value };
    }
    default:
      return undefined;
  }
}

function readMultiple<Kind extends "atr" | "stddev">(kind: Kind, fields: Fields) {
  fields.allow(["kind", "length", "multiple"]);
  const length = fields.whole("length", 1, MAX_LENGTH_BARS);
  const multiple = fields.multiple("multiple");
  return length === undefined || multiple === undefined ? undefined : { kind, length, multiple };
}
