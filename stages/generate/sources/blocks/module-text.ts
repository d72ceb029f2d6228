import type { Direction, Exits } from "../../../../core/kernel/rules.ts";
import type { Timeframe } from "../../../../core/timeframe.ts";
import type { Used } from "./draft.ts";

/** The longest line that a formatter leaves alone. */
const LINE_WIDTH = 120;

export type Mask = { key: "enterLong" | "enterShort" | "exitLong" | "exitShort"; conditions: string[] };

export type ModuleParts = {
  timeframe: Timeframe;
  direction: Direction;
  warmup: number;
  exits: Exits;
  leverage: number;
  used: Used;
  masks: Mask[];
};

/** The source text of a strategy called `name`, in the shape of STRATEGY.md 1. */
export function moduleText(name: string, parts: ModuleParts): string {
  const { used } = parts;
  return [
    `import { strategy, ta } from "sixbtc";`,
    "",
    ...used.levels.map((level) => `const ${level.name} = ${level.code};`),
    ...(used.levels.length > 0 ? [""] : []),
    "export default strategy({",
    `  name: "${name}",`,
    `  timeframe: "${parts.timeframe}",`,
    `  direction: "${parts.direction}",`,
    `  warmup: ${parts.warmup},`,
    "  exits: {",
    ...Object.entries(parts.exits).map(([key, value]) => `    ${key}: ${literal(value)},`),
    "  },",
    `  leverage: ${parts.leverage},`,
    "  signals(c) {",
    ...used.columns.map((column) => `    const ${column.name} = ${column.code};`),
    "    return {",
    ...parts.masks.map(({ key, conditions }) => maskLine(key, conditions)),
    "    };",
    "  },",
    "});",
    "",
  ].join("\n");
}

function maskLine(key: string, conditions: string[]): string {
  const line = `      ${key}: ${conditions.length === 1 ? conditions[0] : `ta.and(${conditions.join(", ")})`},`;
  if (line.length <= LINE_WIDTH) return line;
  return [`      ${key}: ta.and(`, ...conditions.map((condition) => `        ${condition},`), "      ),"].join("\n");
}

function literal(value: string | number | object): string {
  if (typeof value !== "object") return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, field]) => `${key}: ${literal(field as string | number)}`);
  return `{ ${fields.join(", ")} }`;
}
