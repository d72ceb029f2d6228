import { TIMEFRAMES } from "../timeframe.ts";
import { type Params, STRATEGY_TYPES, type StrategyDefinition, type StrategyType } from "./definition.ts";
import type { DefinitionNode } from "./module-shape.ts";
import type { Names } from "./names.ts";
import type { Report } from "./position.ts";
import { readExits } from "./read-exits.ts";
import { type Fields, readFields } from "./read-fields.ts";

const NAME = new RegExp(`^Strategy_(${STRATEGY_TYPES.join("|")})_[A-Za-z0-9]{1,32}$`);
const MAX_WARMUP_BARS = 5_000;
const MAX_LEVERAGE = 50;
const KEYS = ["name", "timeframe", "direction", "warmup", "exits", "leverage", "params", "signals"];

export type ReadDefinition = { name: string | null; definition: StrategyDefinition | null };

/** Reads what stands between `strategy({` and `})` without running it; `definition` is null after a finding. */
export function readDefinition(node: DefinitionNode, names: Names, report: Report): ReadDefinition {
  const entries = node.properties.filter((property) => property.type === "Property");
  for (const property of node.properties) {
    if (property.type === "Property") continue;
    report("not-constant", property.start, "a definition cannot be spread", "Write every key out.");
  }
  const fields = readFields(entries, node, "", names, report);
  fields.allow(KEYS);
  const name = readName(fields);
  const timeframe = fields.oneOf("timeframe", TIMEFRAMES);
  const direction = fields.oneOf("direction", ["long", "short", "both"]);
  const warmup = fields.has("warmup") ? fields.whole("warmup", 0, MAX_WARMUP_BARS) : 0;
  const leverage = fields.has("leverage") ? fields.whole("leverage", 1, MAX_LEVERAGE) : 1;
  const params = fields.has("params") ? readParams(fields) : {};
  const exitFields = fields.object("exits");
  const exits = exitFields && readExits(exitFields);
  if (!fields.has("signals")) fields.missing("signals");
  const unread: ReadDefinition = { name: name?.name ?? null, definition: null };
  if (name === undefined || timeframe === undefined || direction === undefined || exits === undefined) return unread;
  if (warmup === undefined || leverage === undefined || params === undefined) return unread;
  const definition = { ...name, timeframe, direction, warmup, leverage, exits, params };
  return { name: name.name, definition };
}

function readName(fields: Fields): { name: string; type: StrategyType } | undefined {
  const name = fields.constant("name");
  if (name === undefined) return undefined;
  const type = STRATEGY_TYPES.find((known) => known === NAME.exec(String(name))?.[1]);
  if (typeof name === "string" && type !== undefined) return { name, type };
  const hint = `Name it Strategy_TYPE_word: TYPE one of ${STRATEGY_TYPES.join(", ")}, word of 1 to 32 letters and digits.`;
  return fields.refuse("name", "bad-name", `${JSON.stringify(name)} is not a strategy's name`, hint);
}

function readParams(fields: Fields): Params | undefined {
  const own = fields.object("params");
  if (own === undefined) return undefined;
  const values = own.keys().map((key) => [key, own.constant(key)] as const);
  const params: Params = {};
  for (const [key, value] of values) {
    if (value === undefined) return undefined;
    params[key] = value;
  }
  return params;
}
