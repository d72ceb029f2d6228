import { type Timeframe, timeframeMs } from "../../../../core/timeframe.ts";
import type { Draw } from "./draw.ts";

type Declaration = { name: string; code: string; bars: number };

/** The module that is being written: what its conditions have named so far. */
export type Draft = {
  readonly draw: Draw;
  readonly timeframe: Timeframe;
  /** Size of a usual move against one of 15m: prices wander with the square root of time. */
  readonly scale: number;
  /** Names a module constant; the name that comes back may carry a number, and is the old one for an old value. */
  level(name: string, value: number): string;
  /** Names a column or mask inside `signals`. It needs `bars` bars more than the columns its code is made of. */
  column(name: string, code: string, bars?: number): string;
};

/** What of a draft the given conditions use, in the order in which it was named. */
export type Used = { levels: Declaration[]; columns: Declaration[]; bars: number };

export function openDraft(draw: Draw, timeframe: Timeframe): { draft: Draft; used(conditions: string[]): Used } {
  const levels: Declaration[] = [];
  const columns: Declaration[] = [];
  const declare = (into: Declaration[], name: string, code: string, bars: number): string => {
    const known = into.find((one) => one.code === code && (into === columns || one.name.startsWith(name)));
    if (known) return known.name;
    const separator = /\d$/.test(name) ? "_" : "";
    let unique = name;
    for (let count = 2; into.some((one) => one.name === unique); count++) unique = `${name}${separator}${count}`;
    const needed = columns.filter((column) => mentions(code, column.name)).map((column) => column.bars);
    into.push({ name: unique, code, bars: bars + Math.max(0, ...needed) });
    return unique;
  };
  return {
    draft: {
      draw,
      timeframe,
      scale: Math.sqrt(timeframeMs(timeframe) / timeframeMs("15m")),
      level: (name, value) => declare(levels, name, String(value), 0),
      column: (name, code, bars = 0) => declare(columns, name, code, bars),
    },
    used(conditions) {
      const texts = [...conditions];
      const usedColumns = columns.toReversed().filter(({ name, code }) => {
        const isUsed = texts.some((text) => mentions(text, name));
        if (isUsed) texts.push(code);
        return isUsed;
      });
      const usedLevels = levels.filter(({ name }) => texts.some((text) => mentions(text, name)));
      const bars = Math.max(0, ...usedColumns.map((column) => column.bars));
      return { levels: usedLevels, columns: usedColumns.toReversed(), bars };
    },
  };
}

function mentions(code: string, name: string): boolean {
  return new RegExp(`(?<![.\\w"])${name}\\b`).test(code);
}
