import type { Column, Mask } from "./column.ts";
import { keep, occupied, release } from "./column-memory.ts";
import type { TaResult } from "./signature.ts";

/**
 * Results of `ta` on shared columns, kept between strategies up to `maxBytes`; the least recently used go first. A
 * result that alone exceeds the bound is not kept.
 */
export type Memo = {
  get(key: string): TaResult | undefined;
  set(key: string, result: TaResult): void;
  /** Forgets everything, e.g. when the candles it was made for are put away. */
  clear(): void;
  readonly bytes: number;
};

export function createMemo(maxBytes: number): Memo {
  const kept = new Map<string, TaResult>();
  let bytes = 0;

  const forgetOldest = (): void => {
    for (const [key, result] of kept) {
      if (bytes <= maxBytes) return;
      kept.delete(key);
      forget(result);
    }
  };
  const forget = (result: TaResult): void => {
    for (const part of partsOf(result)) {
      bytes -= occupied(part);
      release(part);
    }
  };

  return {
    get(key) {
      const result = kept.get(key);
      if (result === undefined) return undefined;
      kept.delete(key);
      kept.set(key, result);
      return result;
    },
    set(key, result) {
      for (const part of partsOf(result)) {
        bytes += occupied(part);
        keep(part);
      }
      // Last: where a strategy's calls nest too deep for the above, no key may lead to memory that is taken back.
      kept.set(key, result);
      forgetOldest();
    },
    clear() {
      for (const result of kept.values()) forget(result);
      kept.clear();
    },
    get bytes() {
      return bytes;
    },
  };
}

function partsOf(result: TaResult): (Column | Mask)[] {
  if (ArrayBuffer.isView(result)) return [result];
  return Object.values(result).filter((part) => typeof part === "object");
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A number that no other object ever had or will have: what memo keys name a column by. */
export function identityOf(value: object): number {
  const known = identities.get(value);
  if (known !== undefined) return known;
  lastIdentity += 1;
  identities.set(value, lastIdentity);
  return lastIdentity;
}
