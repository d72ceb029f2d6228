import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Masks } from "../../core/kernel/candles.ts";
import type { Exits } from "../../core/kernel/rules.ts";

type MaskStrategy = {
  exits: Exits;
  /** Bars, counted from 0, on which each mask is 1. */
  masks: { [name in keyof Masks]?: number[] };
  direction?: "long" | "short" | "both";
  leverage?: number;
  timeframe?: string;
};

/** A strategy whose signals stand on the bars named, whatever the candles. */
export function maskStrategy({ exits, masks, leverage = 5, timeframe = "15m", ...rest }: MaskStrategy): string {
  const { direction = masks.enterShort ? (masks.enterLong ? "both" : "short") : "long" } = rest;
  const lines = Object.entries(masks).map(([name, bars]) => `${name}: on(${JSON.stringify(bars)}, c.length),`);
  return `import { strategy } from "sixbtc";

function on(bars, length) {
  const mask = new Uint8Array(length);
  for (const bar of bars) mask[bar] = 1;
  return mask;
}

export default strategy({
  name: "Strategy_MOM_test",
  timeframe: "${timeframe}",
  direction: "${direction}",
  exits: ${JSON.stringify(exits)},
  leverage: ${leverage},
  signals(c) {
    return { ${lines.join(" ")} };
  },
});
`;
}

export function writeStrategy(folder: string, text: string): string {
  const path = join(folder, `${crypto.randomUUID()}.ts`);
  writeFileSync(path, text);
  return path;
}
