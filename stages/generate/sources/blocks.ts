import { randomFrom } from "../../../core/kernel/random.ts";
import type { Direction } from "../../../core/kernel/rules.ts";
import { codeHash } from "../../../core/strategy/code-hash.ts";
import type { StrategyType } from "../../../core/strategy/definition.ts";
import { type Timeframe, timeframeMs } from "../../../core/timeframe.ts";
import { biasFilters } from "./blocks/bias-filters.ts";
import type { Block, Filter, Sides, Trigger } from "./blocks/block.ts";
import { candlestick } from "./blocks/candlestick.ts";
import { hasHigher } from "./blocks/columns.ts";
import { type Draft, openDraft } from "./blocks/draft.ts";
import { drawFrom } from "./blocks/draw.ts";
import { exitMasks } from "./blocks/exit-masks.ts";
import { drawExits } from "./blocks/exits.ts";
import { type Mask, moduleText } from "./blocks/module-text.ts";
import { momentum } from "./blocks/momentum.ts";
import { regimeFilters } from "./blocks/regime-filters.ts";
import { reversal } from "./blocks/reversal.ts";
import { trend } from "./blocks/trend.ts";
import { volume } from "./blocks/volume.ts";

const TRIGGERS: Record<StrategyType, readonly Trigger[]> = {
  TRD: trend,
  MOM: momentum,
  REV: reversal,
  VOL: volume,
  CDL: candlestick,
};

const FILTERS = [...biasFilters, ...regimeFilters];

/** Bars added to what the columns need: what conditions look back over, `within` and `heldFor` among them. */
const CONDITION_BARS = 20;

export type Scope = { types: readonly StrategyType[]; timeframes: readonly Timeframe[] };

export type Invention = {
  name: string;
  code: string;
  type: StrategyType;
  timeframe: Timeframe;
  direction: Direction;
  warmup: number;
  /** SHA-256 of the text with the name's value emptied, in hex. */
  codeHash: string;
  /** What it was built from, trigger first. */
  blocks: string[];
};

/**
 * Strategy number `index` of the endless series that `seed` begins. Each number has a stream of its own, so that any
 * of them can be made again alone, and by several processes at a time.
 */
export function inventFromBlocks(seed: number, index: number, scope: Scope): Invention {
  const draw = drawFrom(randomFrom(`${seed}/${index}`));
  const type = draw.pick(scope.types);
  const timeframe = draw.pick(scope.timeframes);
  const direction = draw.weighted<Direction>([
    ["both", 4],
    ["long", 3],
    ["short", 3],
  ]);
  const { draft, used } = openDraft(draw, timeframe);

  const trigger = draw.pick(TRIGGERS[type].filter((one) => suitsTimeframe(one, timeframe)));
  const entry = conditionsOf(trigger, draft);
  const filters = drawFilters(draft, trigger, type);
  const conditions = [...entry, ...filters.flatMap((filter) => conditionsOf(filter, draft))];
  const exit = draw.chance(0.3) ? drawExit(draft, trigger, entry, type) : null;

  const masks = masksOf(direction, conditions, exit?.sides ?? null);
  const parts = used(masks.flatMap((mask) => mask.conditions));
  const { exits, leverage } = drawExits(draw, type, timeframe, exit !== null);
  const warmup = Math.ceil((parts.bars + CONDITION_BARS) / 10) * 10;
  const text = (name: string) =>
    moduleText(name, { timeframe, direction, warmup, exits, leverage, used: parts, masks });
  const hash = codeHash(text(""));
  const name = `Strategy_${type}_${hash.slice(0, 8)}`;
  const blocks = [trigger.id, ...filters.map(({ id }) => id), ...(exit ? [`exit:${exit.id}`] : [])];
  return { name, code: text(name), type, timeframe, direction, warmup, codeHash: hash, blocks };
}

/** On short timeframes moves are small against costs, so that the choice is narrower there. */
function drawFilters({ draw, timeframe }: Draft, trigger: Trigger, type: StrategyType): Filter[] {
  const [least, most] = trigger.filters;
  const fewest = timeframeMs(timeframe) < timeframeMs("1h") ? Math.min(most, least + 1) : least;
  const suits = trigger.isAgainst ? "REV" : type;
  const wanted = draw.pick(Array.from({ length: most - fewest + 1 }, (_, more) => fewest + more));
  const chosen: Filter[] = [];
  while (chosen.length < wanted) {
    const taken = new Set([trigger.subject, ...chosen.map(({ subject }) => subject)]);
    // Two sides taken with the long move leave hardly a bar on which the price has gone too far against it.
    const hasSide = trigger.isAgainst && chosen.some((one) => biasFilters.includes(one));
    const fitting = (hasSide ? regimeFilters : FILTERS).filter((one) => one.fits.includes(suits));
    chosen.push(draw.pick(fitting.filter((one) => suitsTimeframe(one, timeframe) && !taken.has(one.subject))));
  }
  return chosen;
}

function suitsTimeframe(block: Block, timeframe: Timeframe): boolean {
  return !block.needsHigher || hasHigher(timeframe);
}

/** An exit of the type's own, or the trigger of the other side. */
function drawExit(draft: Draft, trigger: Trigger, entry: Sides[], type: StrategyType): { id: string; sides: Sides[] } {
  if (draft.draw.chance(0.25)) {
    return { id: "opposite", sides: entry.map(({ long, short }) => ({ long: short, short: long })) };
  }
  const open = exitMasks.filter(({ fits, subject }) => fits.includes(type) && subject !== trigger.subject);
  const block = draft.draw.pick(open);
  return { id: block.id, sides: conditionsOf(block, draft) };
}

function conditionsOf(block: Block, draft: Draft): Sides[] {
  return [block.write(draft)].flat();
}

function masksOf(direction: Direction, entry: Sides[], exit: Sides[] | null): Mask[] {
  const masks: Mask[] = [];
  if (direction !== "short") masks.push({ key: "enterLong", conditions: entry.map(({ long }) => long) });
  if (direction !== "long") masks.push({ key: "enterShort", conditions: entry.map(({ short }) => short) });
  if (exit && direction !== "short") masks.push({ key: "exitLong", conditions: exit.map(({ long }) => long) });
  if (exit && direction !== "long") masks.push({ key: "exitShort", conditions: exit.map(({ short }) => short) });
  return masks;
}
