import type { Masks } from "../kernel/candles.ts";
import type { Direction } from "../kernel/rules.ts";
import { excludedMasks, isMaskKey, MASK_KEYS, type MaskKey } from "./returned-masks.ts";
import { newMask } from "./ta/column-memory.ts";

type ReadMasks =
  | { kind: "masks"; masks: Masks; given: MaskKey[] }
  | { kind: "failed"; code: string; message: string; hint: string };

/** Masks of `length` bars on which nothing is asked for. */
export function noSignals(length: number): Masks {
  return {
    enterLong: newMask(length),
    enterShort: newMask(length),
    exitLong: newMask(length),
    exitShort: newMask(length),
  };
}

/** Copies the masks that `signals` returned into `masks`, where those left out stay as they are, or says what is wrong. */
export function readMasks(returned: unknown, masks: Masks, direction: Direction): ReadMasks {
  if (typeof returned !== "object" || returned === null || Object.getPrototypeOf(returned) !== Object.prototype) {
    return refuse("bad-masks", `\`signals\` returned ${nameOf(returned)}, not an object of masks`);
  }
  const excluded = excludedMasks(direction);
  const { length } = masks.enterLong;
  const given: MaskKey[] = [];
  for (const [key, mask] of Object.entries(returned)) {
    if (!isMaskKey(key))
      return refuse("unknown-mask", `\`signals\` returned \`${key.slice(0, 40)}\`, which is no mask`);
    if (excluded.includes(key)) {
      return refuse("excluded-mask", `\`${key}\` was returned although the direction is "${direction}"`);
    }
    if (!(mask instanceof Uint8Array)) return refuse("bad-masks", `\`${key}\` is ${nameOf(mask)}, not a Uint8Array`);
    if (mask.length !== length) {
      return refuse("mask-length", `\`${key}\` has ${mask.length} values for ${length} bars`);
    }
    const wrong = firstAboveOne(mask);
    if (wrong >= 0) return refuse("mask-values", `\`${key}\` is ${mask[wrong]} at bar ${wrong}, not 0 or 1`);
    masks[key].set(mask);
    given.push(key);
  }
  return { kind: "masks", masks, given };
}

function firstAboveOne(mask: Uint8Array): number {
  for (let bar = 0; bar < mask.length; bar++) if ((mask[bar] ?? 0) > 1) return bar;
  return -1;
}

function refuse(code: string, message: string): ReadMasks {
  const hint = `Return some of ${MASK_KEYS.join(", ")}: a Uint8Array each, c.length long, of 0 and 1.`;
  return { kind: "failed", code, message, hint };
}

function nameOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (ArrayBuffer.isView(value)) return "a column";
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}
