import { SixbtcError } from "../errors.ts";
import { NATIVE_FUNCTIONS } from "./known-names.ts";
import { newColumn, newMask } from "./ta/column-memory.ts";

/**
 * What a run of `signals` may still spend: `work` in turns, calls and bars, `values` in numbers allocated. Rewritten
 * modules count both down themselves; a guard counts what one operation costs beyond that.
 */
export type Meter = {
  work: number;
  values: number;
  /** An array of this run has places without a value, over which the methods of arrays go without a call. */
  hasHoles: boolean;
};

const WORK_PER_BAR = 5_000;
const FREE_WORK = 1_000_000;
const COLUMNS_PER_BAR = 200;
const FREE_VALUES = 1_000_000;

/** What one call of `signals` over `bars` bars may spend (STRATEGY.md 4). */
export function budgetFor(bars: number): Meter {
  return { work: bars * WORK_PER_BAR + FREE_WORK, values: bars * COLUMNS_PER_BAR + FREE_VALUES, hasHoles: false };
}

/** Strings are for names and words; a longer one is memory in disguise. */
const MAX_STRING = 65_536;
/** Above this a number is no place in an array, but a name like any other. */
const LAST_PLACE = 2 ** 32 - 2;

/** Why a strategy was stopped while it ran. Strategies cannot catch it. */
function stopStrategy(code: StopCode, message: string, hint: string): never {
  throw new SixbtcError(`strategy.${code}`, message, { hint });
}

type StopCode = "work" | "allocation" | "shared-write" | "index" | "key" | "length" | "string" | "recursion";

/** A key that no object has. */
const NO_KEY = Symbol("no key");

type Column = Float64Array | Uint8Array;
type Own = Record<string | number, unknown>;

export type Guards = ReturnType<typeof createGuards>;

function isColumn(value: unknown): value is Column {
  return value instanceof Float64Array || value instanceof Uint8Array;
}

/**
 * The functions that a rewritten module calls where its text alone does not show that an operation is harmless. One
 * set for each strategy, so that what the JIT learns of one does not slow another. `isShared` knows what was handed in.
 */
export function createGuards(meter: Meter, isShared: (value: unknown) => boolean) {
  const outOfWork = (): never =>
    stopStrategy(
      "work",
      "the work budget is spent",
      "Do less a bar: 5,000 turns, calls and ta bars are allowed for each.",
    );
  const outOfValues = (): never =>
    stopStrategy(
      "allocation",
      "the memory budget is spent",
      "Reuse columns: 200 of them are allowed, and 1,000,000 values.",
    );
  const spend = (amount: number): void => {
    meter.work -= amount;
    if (meter.work < 0) outOfWork();
  };
  const take = (amount: number): void => {
    meter.values -= amount;
    if (meter.values < 0) outOfValues();
  };
  /** Charges for looking at every element. */
  const walk = (value: unknown): unknown => {
    if (isColumn(value) || Array.isArray(value) || typeof value === "string") spend(value.length);
    return value;
  };
  /** The holder of a method that calls back for every element, each call of which is counted; holes are not called. */
  const each = (value: unknown): unknown => {
    if (meter.hasHoles && Array.isArray(value)) spend(value.length);
    return value;
  };
  const grow = (value: unknown, key: number): number => {
    if (Array.isArray(value) && key > value.length) meter.hasHoles = true;
    return charged(value, key, take);
  };
  const own = (value: unknown): unknown => (isShared(value) ? refuseWrite() : value);
  const index = (key: unknown): number => (typeof key === "number" ? key : refuseIndex(key));

  return {
    outOfWork,
    outOfValues,
    walk,
    each,
    own,
    index,
    add: (a: unknown, b: unknown): unknown =>
      typeof a === "number" && typeof b === "number" ? a + b : added(a, b, take),
    text: (value: string): string => counted(value, take),
    first: (value: unknown): unknown => value,
    /** Charges for an array or object that spread or a rest pattern copies. */
    copied: (value: unknown): unknown => {
      const count = sizeOf(value);
      spend(count);
      take(count);
      return value;
    },
    /** Charges for the array that a method made. */
    made: (value: unknown): unknown => {
      if (isColumn(value) || Array.isArray(value) || typeof value === "string") {
        spend(value.length);
        take(value.length);
      }
      return value;
    },
    /** The holder of a key that arrays have from the language, if it is an object that has the key itself. */
    plain: (value: unknown, key: string): unknown =>
      value === undefined || value === null ? value : plain(value, key),
    /** Stands in a pattern as the key behind the one that gave `value`: nothing of the pattern runs in between. */
    notNative: (value: unknown): symbol => {
      if (NATIVE_FUNCTIONS.has(value) || value instanceof ArrayBuffer) {
        stopStrategy(
          "key",
          "a function or the memory of an array or a column was taken out of it",
          "Take it from an object.",
        );
      }
      return NO_KEY;
    },
    grow: (value: unknown, key: unknown): number => grow(value, index(key)),
    put(holder: Own, key: unknown, value: unknown): unknown {
      if (typeof key !== "number") return refuseIndex(key);
      if (isShared(holder)) refuseWrite();
      if (!isColumn(holder)) grow(holder, key);
      holder[key] = value;
      return value;
    },
    setLength(holder: Own, given: unknown): number {
      const length = index(given);
      own(holder);
      if (Array.isArray(holder)) {
        if (length > holder.length) {
          take(length - holder.length);
          meter.hasHoles = true;
        }
        holder.length = length;
      } else {
        holder["length"] = length;
      }
      return length;
    },
    push(holder: unknown, count: number): unknown {
      if (Array.isArray(holder)) take(count);
      return holder;
    },
    fill(holder: Column | unknown[], ...given: unknown[]): unknown {
      if (isColumn(holder) || Array.isArray(holder)) {
        own(holder);
        const [, from, to] = given;
        spend(rangeOf(holder.length, from, to));
      }
      return callNative(holder, "fill", given);
    },
    indexOf(holder: Column | unknown[] | string, ...given: unknown[]): unknown {
      const found = callNative(holder, "indexOf", given);
      spend(typeof found === "number" && found >= 0 ? found + 1 : sizeOf(holder));
      return found;
    },
    includes(holder: Column | unknown[] | string, ...given: unknown[]): unknown {
      const found = callNative(holder, "includes", given);
      // What is converted to be compared is converted once.
      const at = found === true && !given.some(isPlain) ? callNative(holder, "indexOf", given) : -1;
      spend(typeof at === "number" && at >= 0 ? at + 1 : sizeOf(holder));
      return found;
    },
    float64(given: unknown): Float64Array {
      const source = columnSource(given, spend, take);
      return typeof source === "number" ? newColumn(source) : new Float64Array(source);
    },
    uint8(given: unknown): Uint8Array {
      const source = columnSource(given, spend, take);
      return typeof source === "number" ? newMask(source) : new Uint8Array(source);
    },
    spend,
    take,
  };
}

function refuseWrite(): never {
  return stopStrategy(
    "shared-write",
    "the strategy writes to candles, params or functions that are handed in",
    "Others use them too: write to an own copy, e.g. one made with `.slice()`.",
  );
}

function refuseIndex(key: unknown): never {
  const what = typeof key === "string" ? JSON.stringify(key.slice(0, 40)) : typeof key;
  return stopStrategy(
    "index",
    `an index is ${what}, not a number`,
    "Name a key in the text (`o.key`), or compute a number.",
  );
}

function added(a: unknown, b: unknown, take: (amount: number) => void): unknown {
  const sum: unknown = (a as number) + (b as number);
  return typeof sum === "string" ? counted(sum, take) : sum;
}

function counted(text: string, take: (amount: number) => void): string {
  if (text.length > MAX_STRING) stopStrategy("string", "a string has become very long", "Strings are for names.");
  take(1 + (text.length >> 3));
  return text;
}

function sizeOf(value: unknown): number {
  if (isColumn(value) || Array.isArray(value) || typeof value === "string") return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
}

function isPlain(value: unknown): value is Own {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function plain(value: unknown, key: string): unknown {
  if (isPlain(value) && (Object.hasOwn(value, key) || !(key in value))) return value;
  return stopStrategy("key", `\`.${key}\` is read from what has no such key of its own`, "Give the key another name.");
}

/** Charges for what a write at `key` adds to its holder. */
function charged(holder: unknown, key: number, take: (amount: number) => void): number {
  if (!Array.isArray(holder)) take(isColumn(holder) ? 0 : 1);
  // Places that hold nothing are charged too: methods go over all of them.
  else if (key >= holder.length && key <= LAST_PLACE) take(key - holder.length + 1);
  else if (!(key >= 0 && key <= LAST_PLACE)) take(1);
  return key;
}

/** How many elements `fill(value, from, to)` writes. */
function rangeOf(length: number, from: unknown, to: unknown): number {
  const place = (given: unknown, otherwise: number): number => {
    if (typeof given !== "number") return otherwise;
    if (Number.isNaN(given)) return 0;
    return given < 0 ? Math.max(length + given, 0) : Math.min(given, length);
  };
  return Math.max(0, place(to, length) - place(from, 0));
}

/** Calls the method that the language gives to arrays, columns and strings: no object of the module has one of its own. */
function callNative(holder: unknown, method: "fill" | "indexOf" | "includes", given: unknown[]): unknown {
  return (holder as Record<typeof method, (...values: unknown[]) => unknown>)[method](...given);
}

/** A length, or the values to copy. */
function columnSource(
  given: unknown,
  spend: (amount: number) => void,
  take: (amount: number) => void,
): number | ArrayLike<number> {
  if ((typeof given === "object" && given !== null) || typeof given === "function") {
    if (!isColumn(given) && !Array.isArray(given)) {
      stopStrategy("length", "a column is made from a number, its length", "Write `new Float64Array(c.length)`.");
    }
    spend(given.length);
    take(given.length);
    return given;
  }
  const length = Math.trunc(Number(given));
  if (length < 0 || length > Number.MAX_SAFE_INTEGER) {
    stopStrategy("length", `a column cannot have ${String(given)} values`, "Its length is a number from 0.");
  }
  take(Number.isNaN(length) ? 0 : length);
  return Number.isNaN(length) ? 0 : length;
}
