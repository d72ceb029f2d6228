import { expect, test } from "bun:test";
import { createToolbox, type TaName } from "../../../../core/strategy/ta/toolbox.ts";

type Bar = readonly [open: number, high: number, low: number, close: number];

const ta = createToolbox();

function candles(bars: readonly Bar[]) {
  const column = (i: 0 | 1 | 2 | 3): Float64Array => Float64Array.from(bars, (bar) => bar[i]);
  const [open, high, low, close] = [column(0), column(1), column(2), column(3)];
  return { time: open, open, high, low, close, volume: open, length: bars.length };
}

/** The pattern on the last bar holds, and mirrored in price it is the bearish one of its pair. */
const PAIRS: [bullish: TaName, bearish: TaName, holds: Bar[], fails: Bar[]][] = [
  [
    "engulfing",
    "bearishEngulfing",
    [
      [10, 11, 7, 8],
      [8, 11, 7, 10.5],
    ],
    [
      [10, 11, 7, 8],
      [8, 11, 7, 10],
    ],
  ],
  ["hammer", "shootingStar", [[9.5, 10, 6, 9.8]], [[9.5, 10.5, 6, 9.8]]],
  ["pinBar", "bearishPinBar", [[8, 9, 5, 7.7]], [[8, 9, 5, 7.6]]],
  ["marubozu", "bearishMarubozu", [[5, 10, 5, 9.8]], [[5, 10, 5, 9.7]]],
  [
    "morningStar",
    "eveningStar",
    [
      [10, 10.5, 5.5, 6],
      [6, 6.5, 5, 5.5],
      [5.5, 9, 5, 8.5],
    ],
    [
      [10, 10.5, 5.5, 6],
      [6, 6.5, 5, 5.5],
      [5.5, 9, 5, 8],
    ],
  ],
  [
    "threeSoldiers",
    "threeCrows",
    [
      [5, 6.2, 4.9, 6],
      [5.5, 7.2, 5.4, 7],
      [7, 8.1, 6.9, 8],
    ],
    [
      [5, 6.2, 4.9, 6],
      [5.5, 7.2, 5.4, 7],
      [7.1, 8.1, 6.9, 8],
    ],
  ],
];

test.each(PAIRS)("patterns: %s, and %s upside down", (bullish, bearish, holds, fails) => {
  const mirrored = (bars: readonly Bar[]): Bar[] =>
    bars.map(([open, high, low, close]) => [20 - open, 20 - low, 20 - high, 20 - close]);
  const lastOf = (name: TaName, bars: readonly Bar[]) => (ta[name](candles(bars)) as Uint8Array).at(-1);
  expect([lastOf(bullish, holds), lastOf(bullish, fails)]).toEqual([1, 0]);
  expect([lastOf(bearish, mirrored(holds)), lastOf(bearish, mirrored(fails))]).toEqual([1, 0]);
  expect([lastOf(bearish, holds), lastOf(bullish, mirrored(holds))]).toEqual([0, 0]);
});

test("patterns: doji, inside and outside bar", () => {
  const bars: Bar[] = [
    [5, 10, 0, 5.9],
    [5, 9, 1, 8],
    [5, 9, 1, 8],
    [6, 9.5, 0.5, 6.5],
  ];
  expect([...(ta.doji(candles(bars)) as Uint8Array)]).toEqual([1, 0, 0, 1]);
  expect([...(ta.insideBar(candles(bars)) as Uint8Array)]).toEqual([0, 1, 0, 0]);
  expect([...(ta.outsideBar(candles(bars)) as Uint8Array)]).toEqual([0, 0, 0, 1]);
});

test("patterns: a bar without range is none", () => {
  const flat = candles([
    [5, 5, 5, 5],
    [5, 5, 5, 5],
    [5, 5, 5, 5],
  ]);
  for (const name of [
    "doji",
    ...PAIRS.map(([bullish]) => bullish),
    ...PAIRS.map(([, bearish]) => bearish),
  ] as TaName[]) {
    expect([name, ...(ta[name](flat) as Uint8Array)]).toEqual([name, 0, 0, 0]);
  }
});
