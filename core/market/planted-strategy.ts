import type { TradingRules } from "../kernel/rules.ts";
import { type Timeframe, timeframeMs } from "../timeframe.ts";
import type { Planting } from "./planted-market.ts";
import type { PlantedRule } from "./planted-rule.ts";

type Planted = Pick<Planting, "rule" | "side" | "bars">;

/** So wide that hardly a trade meets it: the rule is what is traded. */
const STOP_FRAC = 0.2;

/** How a planted rule is traded: in behind the condition, out when its drift is over. */
export function plantedTrading({ side, bars }: Planted, timeframe: Timeframe): TradingRules {
  return {
    direction: side > 0 ? "long" : "short",
    exits: { stop: { kind: "percent", value: STOP_FRAC }, maxBars: bars },
    leverage: 1,
    warmup: 0,
    timeframeMs: timeframeMs(timeframe),
  };
}

/** The text of the strategy (STRATEGY.md) that trades a planted rule as `plantedTrading` says. */
export function plantedStrategy(planted: Planted, timeframe: Timeframe): string {
  const { direction } = plantedTrading(planted, timeframe);
  const { type, title, lines } = wordsOf(planted.rule, timeframe);
  const side = direction === "long" ? "Long" : "Short";
  return [
    'import { strategy, ta } from "sixbtc";',
    "",
    "export default strategy({",
    `  name: "Strategy_${type}_${title.replaceAll(".", "p")}x${planted.bars}${side}${timeframe}",`,
    `  timeframe: "${timeframe}",`,
    `  direction: "${direction}",`,
    `  exits: { stop: { kind: "percent", value: ${STOP_FRAC} }, maxBars: ${planted.bars} },`,
    "  signals(c) {",
    ...lines.map((line) => `    ${line}`),
    `    return { enter${side}: entry };`,
    "  },",
    "});",
    "",
  ].join("\n");
}

function wordsOf(rule: PlantedRule, timeframe: Timeframe): { type: string; title: string; lines: string[] } {
  switch (rule.kind) {
    case "breakout":
      return {
        type: "MOM",
        title: `Breakout${rule.lookback}`,
        lines: [`const entry = ta.crossAbove(c.close, ta.shift(ta.highest(c.high, ${rule.lookback}), 1));`],
      };
    case "crossing":
      return {
        type: "TRD",
        title: `Crossing${rule.fast}o${rule.slow}`,
        lines: [`const entry = ta.crossAbove(ta.ema(c.close, ${rule.fast}), ta.ema(c.close, ${rule.slow}));`],
      };
    case "oversold":
      return {
        type: "REV",
        title: `Oversold${rule.length}b${rule.level}`,
        lines: [`const entry = ta.crossBelow(ta.rsi(c.close, ${rule.length}), ${rule.level});`],
      };
    case "hour":
      return {
        type: "MOM",
        title: `Hour${rule.hour}`,
        lines: [
          "const entry = new Uint8Array(c.length);",
          "for (let i = 0; i < c.length; i++) {",
          `  const closesAt = (c.time[i] + ${timeframeMs(timeframe)}) % 86400000;`,
          `  if (closesAt === ${rule.hour * 3_600_000}) entry[i] = 1;`,
          "}",
        ],
      };
  }
}
