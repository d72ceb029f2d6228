import { ENTER_WAT } from "./enter-wat.ts";
import * as At from "./lane-layout.ts";
import { MARK_WAT } from "./mark-wat.ts";
import {
  add,
  column32,
  f64,
  get,
  global,
  i32,
  minus,
  mul,
  n,
  pairs,
  plus,
  put32,
  put128,
  scaled,
  set,
  splat,
  v128,
} from "./wat-words.ts";

/*
 * The hot loops of a sweep, in WebAssembly text: two lanes go through each instruction, and no check stands before an
 * access. Everything rare (a first look at an entry, lanes that part, liquidations) is a call back into TypeScript.
 * Arithmetic is that of the simulation, operation by operation, so that marks come out the same to the last digit.
 */

/** Names of the numbers that TypeScript sets before a sweep or a group: counts, and where columns and records begin. */
export const GLOBALS_I32 = [
  "bars",
  "entries",
  "slots",
  "isDaily",
  "firstEntry",
  "entryGrid",
  "entryCoin",
  "entrySide",
  "entryTurn",
  "isScanned",
  "entryPrice",
  "stopRecord",
  "targetRecord",
  "targetLevel",
  "timeRecord",
  "liquidationKey",
  "value",
  "paid",
  "paidAtOpen",
  "closeTime",
  "dayEnd",
  "dayCount",
  "dayEquity",
] as const;
export const GLOBALS_F64 = ["risk", "maxPositions", "fee", "minNotional", "minStopFraction"] as const;

const LEAVE = `
;; Closes the positions that end at moment, in universe order.
(func $leave (param $moment i32)
  (local $i i32) (local $kept i32) (local $held i32) (local $next i32) (local $slot i32) (local $exit i32)
  ${set("held", i32(At.HELD_COUNT))}
  ${set("next", n(0x7fff_ffff))}
  (block $done (loop $position
    (br_if $done (i32.ge_s ${get("i")} ${get("held")}))
    ${set("slot", i32(At.HELD, scaled(get("i"), 2)))}
    ${set("exit", i32(At.SLOT_EXIT, get("slot")))}
    ${set("i", plus(get("i"), n(1)))}
    (if (i32.eq ${get("exit")} ${get("moment")})
      (then (call $settle ${get("slot")}))
      (else
        ${put32(At.HELD, get("slot"), scaled(get("kept"), 2))}
        ${set("kept", plus(get("kept"), n(1)))}
        (if (i32.lt_s ${get("exit")} ${get("next")}) (then ${set("next", get("exit"))}))))
    (br $position)))
  ${put32(At.HELD_COUNT, get("kept"))}
  ${put32(At.NEXT_EXIT, get("next"))})

(func $settle (param $slot i32)
  (local $proceeds v128)
  ${put32(At.FREE_SLOTS, get("slot"), scaled(i32(At.FREE_COUNT), 2))}
  ${put32(At.FREE_COUNT, plus(i32(At.FREE_COUNT), n(1)))}
  (if ${i32(At.SLOT_LIQUIDATED, get("slot"))} (then (call $settleLiquidated ${get("slot")}) (return)))
    ${set("proceeds", splat(f64(At.SLOT_PROCEEDS, get("slot"))))}
  ${pairs((offset) => put128(At.CASH + offset, add(v128(At.CASH + offset), mul(v128(At.QUANTITY + offset, get("slot")), get("proceeds")))))})
`;

const WALK = `
;; Grid time of entry i; the end of the grid where there is none.
(func $gridOf (param $i i32) (result i32)
  (if (result i32) (i32.lt_s ${get("i")} ${global("entries")})
    (then ${column32("entryGrid", get("i"))})
    (else ${global("bars")})))

;; Whether no lane, with nothing open, has enough left for the smallest notional: a share of its equity at its leverage
;; is the most that an entry may have.
(func $isLost (result i32)
  (local $lost i32)
  ${pairs((offset, pair) =>
    set(
      "lost",
      `(i32.or ${get("lost")} ${scaled(
        `(i64x2.bitmask (f64x2.lt ${mul(v128(At.CASH + offset), v128(At.LANE_LEVERAGE + offset))} ${splat(`(f64.mul (f64.mul ${global("minNotional")} ${global("maxPositions")}) (f64.const 0.999999999))`)}))`,
        pair * 2,
      )})`,
    ),
  )}
  (i32.eqz (i32.and ${i32(At.ACTIVE)} (i32.xor ${get("lost")} ${n(-1)}))))

;; Takes the lanes through the grid times from g on; where entry is not negative, from that entry on at g.
(func $walk (param $g i32) (param $entry i32)
  (local $until i32) (local $hasLeft i32) (local $isExposed i32)
  (block $end (loop $time
    (br_if $end (i32.ge_s ${get("g")} ${global("bars")}))
    (if (i32.ge_s ${get("entry")} ${n(0)})
      (then
        (call $enter ${get("g")} ${get("entry")} ${n(1)} ${n(0)})
        ${set("entry", n(-1))})
      (else
        (if (i32.eqz ${i32(At.HELD_COUNT)}) (then
          ${set("until", `(call $gridOf ${column32("firstEntry", get("g"))})`)}
          (if (call $isLost) (then ${set("until", global("bars"))}))
          (call $mark ${get("g")} ${get("until")})
          ${set("g", get("until"))}
          (br_if $end (i32.ge_s ${get("g")} ${global("bars")}))))
        ${set("hasLeft", `(i32.eq ${i32(At.NEXT_EXIT)} ${scaled(get("g"), 1)})`)}
        (if ${get("hasLeft")} (then (call $leave ${scaled(get("g"), 1)})))
        (if (i32.and (i32.lt_s ${i32(At.HELD_COUNT)} ${global("slots")})
                     (i32.lt_s ${column32("firstEntry", get("g"))} ${column32("firstEntry", plus(get("g"), n(1)))}))
          (then (call $enter ${get("g")} ${column32("firstEntry", get("g"))} ${n(0)} ${get("hasLeft")})))))
    ${set("isExposed", `(i32.gt_s ${i32(At.HELD_COUNT)} ${n(0)})`)}
    (if (i32.eq ${i32(At.NEXT_EXIT)} ${plus(scaled(get("g"), 1), n(1))}) (then (call $leave ${plus(scaled(get("g"), 1), n(1))})))
    ;; Until something ends, or an entry finds a slot, nothing changes but the marks.
    ${set("until", plus(get("g"), n(1)))}
    (if ${i32(At.HELD_COUNT)} (then
      (if (i32.lt_s ${i32(At.HELD_COUNT)} ${global("slots")})
        (then
          ${set("until", `(call $gridOf ${column32("firstEntry", get("until"))})`)}
          (if (i32.lt_s (i32.shr_s ${i32(At.NEXT_EXIT)} ${n(1)}) ${get("until")})
            (then ${set("until", `(i32.shr_s ${i32(At.NEXT_EXIT)} ${n(1)})`)})))
        (else ${set("until", `(i32.shr_s ${i32(At.NEXT_EXIT)} ${n(1)})`)}))))
    (call $mark ${get("g")} ${get("until")})
    (if ${get("isExposed")} (then ${put32(At.EXPOSED_BARS, plus(i32(At.EXPOSED_BARS), minus(get("until"), get("g"))))}))
    ${set("g", get("until"))}
    (br $time))))
`;

export const LANES_WAT = `(module
(import "sweep" "memory" (memory 1 65536))
(import "sweep" "scan" (func $scan (param i32)))
(import "sweep" "keep" (func $keep (param i32 i32 i32)))
(import "sweep" "liquidate" (func $liquidate (param i32 i32 i32) (result i32)))
(import "sweep" "correct" (func $correct (param i32 i32)))
(import "sweep" "settleLiquidated" (func $settleLiquidated (param i32)))
${GLOBALS_I32.map((name) => `(global $${name} (export "${name}") (mut i32) (i32.const 0))`).join("\n")}
${GLOBALS_F64.map((name) => `(global $${name} (export "${name}") (mut f64) (f64.const 0))`).join("\n")}
${MARK_WAT}
${LEAVE}
${ENTER_WAT}
${WALK}
(export "walk" (func $walk))
)`;
