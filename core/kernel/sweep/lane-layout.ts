/*
 * Where the lanes of a sweep keep what they work with: byte addresses in one block of memory that TypeScript sees as
 * typed arrays and the written-out loops of lanes-wat.ts as it is.
 *
 * Lanes are accounts that go through the same trades side by side, one a leverage: sizes differ with leverage, which
 * entries are made and when they end hardly does. A column of lanes has one number for each.
 */

/** Lanes beyond the leverages of a sweep repeat the last. */
export const LANES = 8;
const COLUMN = LANES * 8;
/** More coins, or more positions at a time, have no room. */
export const MAX_COINS = 1024;
export const MAX_SLOTS = 256;

/** Hands out addresses one after another, each at a multiple of 16. */
function allocator(start: number): { take(bytes: number): number; end(): number } {
  let next = start;
  return {
    take(bytes) {
      const at = next;
      next = Math.ceil((next + bytes) / 16) * 16;
      return at;
    },
    end: () => next,
  };
}

const state = allocator(0);

/** Columns of lanes. */
export const CASH = state.take(COLUMN);
/** Equity at an open, for all its entries, and the margin that is free for the next of them. */
export const EQUITY = state.take(COLUMN);
export const FREE = state.take(COLUMN);
/** Of the entry under way. */
export const NOTIONAL = state.take(COLUMN);
/** Equity at the last mark. */
export const MARK = state.take(COLUMN);
/** Sums over trades, in the order of entry; what liquidations change in those that all lanes share. */
export const GAINS = state.take(COLUMN);
export const LOSSES = state.take(COLUMN);
export const TRADED = state.take(COLUMN);
export const WINS_LOST = state.take(COLUMN);
export const RETURNS_LOST = state.take(COLUMN);
/** Sums over marks: the peak, the close of its bar, a bound below which a mark may be the deepest fall yet, and so on. */
export const PEAK = state.take(COLUMN);
export const PEAK_CLOSE = state.take(COLUMN);
export const FLOOR = state.take(COLUMN);
export const WORST = state.take(COLUMN);
export const UNDER_WATER = state.take(COLUMN);
export const MARK_SUM = state.take(COLUMN);

/** Numbers that all lanes share; `RETURNS`, `EXIT_FILL` and `EXIT_LEVEL` are floats, the others whole. */
export const RETURNS = state.take(8);
export const EXIT_FILL = state.take(8);
export const EXIT_LEVEL = state.take(8);
export const HELD_COUNT = state.take(4);
export const FREE_COUNT = state.take(4);
export const NEXT_EXIT = state.take(4);
export const TRADES = state.take(4);
export const WINS = state.take(4);
export const EXPOSED_BARS = state.take(4);
export const NEXT_DAY_END = state.take(4);
export const EXIT_MOMENT = state.take(4);
export const EXIT_ORDER = state.take(4);

/** By coin: the moment at which its last position ended or will end, and that position's side. */
export const COIN_EXIT = state.take(4 * MAX_COINS);
export const COIN_SIDE = state.take(4 * MAX_COINS);
/** Open positions in universe order, and slots that are free, each by the offset of its record. */
export const HELD = state.take(4 * MAX_SLOTS);
export const FREE_SLOTS = state.take(4 * MAX_SLOTS);

/** Records of positions, of which as many are used as may be open at a time. */
const SLOTS = state.take(0);
/** Whole numbers: the coin, the moment of the exit, bits of the lanes liquidated then, address of the coin's values. */
export const SLOT_COIN = SLOTS;
export const SLOT_EXIT = SLOTS + 4;
export const SLOT_LIQUIDATED = SLOTS + 8;
export const SLOT_VALUES = SLOTS + 12;
/** What the position's entry is among the coin's values, its price, and what a unit times its side adds to cash. */
export const SLOT_BASIS = SLOTS + 16;
export const SLOT_PRICE = SLOTS + 24;
export const SLOT_PROCEEDS = SLOTS + 32;
/** What a long of one unit has paid of funding by the entry (see `GridColumns`), and from there to the exit. */
export const SLOT_PAID_BEFORE = SLOTS + 40;
export const SLOT_PAID = SLOTS + 48;
/** By lane: quantity times side, and margin. */
export const QUANTITY = SLOTS + 64;
export const MARGIN = QUANTITY + COLUMN;
export const SLOT_BYTES = 64 + 2 * COLUMN;
state.take(SLOT_BYTES * MAX_SLOTS);

/** What a walk changes with so many slots lies before this address, so that a fork keeps it in one go. */
export function stateBytes(slots: number): number {
  return SLOTS + slots * SLOT_BYTES;
}

const settings = allocator(state.end());
/** By coin and lane: the leverage that the coin allows, and what a unit of margin takes from cash with its entry fee. */
export const LEVERAGE = settings.take(COLUMN * MAX_COINS);
export const AFTER_FEE = settings.take(COLUMN * MAX_COINS);
/** One over each of the two. */
export const PER_LEVERAGE = settings.take(COLUMN * MAX_COINS);
export const PER_AFTER_FEE = settings.take(COLUMN * MAX_COINS);
/** By lane: the leverage that a coin may cut. */
export const LANE_LEVERAGE = settings.take(COLUMN);
/** Bits of the lanes on the path that is walked; the first of them decides, the last is liquidated first. */
export const ACTIVE = settings.take(4);
export const FIRST_LANE = settings.take(4);
export const LAST_LANE = settings.take(4);

/** Where the columns of a market and the records of a sweep begin, as many as there are. */
export const HEAP = settings.end();

export const at32 = (address: number) => address >> 2;
export const at64 = (address: number) => address >> 3;
