import * as At from "./lane-layout.ts";
import {
  ACCUMULATORS,
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
  put64,
  put128,
  scaled,
  set,
  splat,
  v128,
  ZERO,
} from "./wat-words.ts";

/** Adds to accumulators a to d what each position gains from its entry to grid time `g`. */
const GAINS_OF_POSITIONS = `
  ${set("i", n(0))}
  (block $none (loop $position
    (br_if $none (i32.ge_s ${get("i")} ${get("held")}))
    ${set("slot", i32(At.HELD, scaled(get("i"), 2)))}
    ${set(
      "gain",
      splat(
        `(f64.sub ${f64(0, plus(i32(At.SLOT_VALUES, get("slot")), scaled(get("g"), 3)))}
                  ${f64(At.SLOT_BASIS, get("slot"))})`,
      ),
    )}
        ${pairs((offset, pair) => set(`a${pair}`, add(get(`a${pair}`), mul(v128(At.QUANTITY + offset, get("slot")), get("gain")))))}
    ${set("i", plus(get("i"), n(1)))}
    (br $position)))`;

const CLEAR = pairs((_, pair) => set(`a${pair}`, ZERO));

/** Equity of the lanes, and what the metrics of marks are made of. */
export const MARK_WAT = `
;; Marks of the grid times from g to before to, between which positions stay as they are, and their sums.
(func $mark (param $g i32) (param $to i32)
  (local $i i32) (local $held i32) (local $slot i32) (local $gain v128) ${ACCUMULATORS} (local $hit v128) (local $dayEnd i32)
  (if (global.get $isDaily) (then (call $markDaily ${get("g")} ${get("to")}) (return)))
  ${set("held", i32(At.HELD_COUNT))}
  (if (i32.eqz ${get("held")}) (then (call $markIdle ${get("g")} ${get("to")}) (return)))
  ${set("dayEnd", "(call $nextDayEnd)")}
  (block $done (loop $bar
    (br_if $done (i32.ge_s ${get("g")} ${get("to")}))
    ${CLEAR}
    ${GAINS_OF_POSITIONS}
    ${pairs((offset, pair) => set(`a${pair}`, add(v128(At.CASH + offset), get(`a${pair}`))))}
    ${set("hit", ZERO)}
    ${pairs(
      (offset, pair) => `
      ${put128(At.MARK + offset, get(`a${pair}`))}
      ${put128(At.MARK_SUM + offset, add(v128(At.MARK_SUM + offset), get(`a${pair}`)))}
      ${set(
        "hit",
        `(v128.or ${get("hit")} (v128.or (f64x2.ge ${get(`a${pair}`)} ${v128(At.PEAK + offset)})
                                                    (f64x2.lt ${get(`a${pair}`)} ${v128(At.FLOOR + offset)})))`,
      )}`,
    )}
    (if (v128.any_true ${get("hit")}) (then (call $extremes ${get("g")})))
    (if (i32.eq ${get("g")} ${get("dayEnd")}) (then
      ${pairs((offset) => put128(offset, v128(At.MARK + offset), "(call $dayRow)"))}
      ${put32(At.NEXT_DAY_END, plus(i32(At.NEXT_DAY_END), n(1)))}
      ${set("dayEnd", "(call $nextDayEnd)")}))
    ${set("g", plus(get("g"), n(1)))}
    (br $bar))))

;; The same where nothing is open: all marks are one.
(func $markIdle (param $g i32) (param $to i32)
  (local $lane i32) ${ACCUMULATORS}
  (if (i32.ge_s ${get("g")} ${get("to")}) (then (return)))
  ${pairs((offset) => put128(At.MARK + offset, v128(At.CASH + offset)))}
  (call $extremes ${get("g")})
  (loop $lanes
    (if (f64.ge ${f64(At.MARK, get("lane"))} ${f64(At.PEAK, get("lane"))})
      (then ${put64(At.PEAK_CLOSE, f64(0, plus(global("closeTime"), scaled(minus(get("to"), n(1)), 3))), get("lane"))}))
    ${set("lane", plus(get("lane"), n(8)))}
    (br_if $lanes (i32.lt_s ${get("lane")} ${n(At.LANES * 8)})))
  ${pairs((offset, pair) => set(`a${pair}`, v128(At.MARK_SUM + offset)))}
  (call $markDaily ${get("g")} ${get("to")})
  (loop $bar
    ${pairs((offset, pair) => set(`a${pair}`, add(get(`a${pair}`), v128(At.MARK + offset))))}
    ${set("g", plus(get("g"), n(1)))}
    (br_if $bar (i32.lt_s ${get("g")} ${get("to")})))
  ${pairs((offset, pair) => put128(At.MARK_SUM + offset, get(`a${pair}`)))})

;; Equity at grid time g into the column at out.
(func $markAt (param $g i32) (param $out i32)
  (local $i i32) (local $held i32) (local $slot i32) (local $gain v128) ${ACCUMULATORS}
  ${set("held", i32(At.HELD_COUNT))}
  ${CLEAR}
  ${GAINS_OF_POSITIONS}
  ${pairs((offset, pair) => put128(offset, add(v128(At.CASH + offset), get(`a${pair}`)), get("out")))})

(func $markDaily (param $g i32) (param $to i32)
  (block $done (loop $day
    ${set("g", "(call $nextDayEnd)")}
    (br_if $done (i32.ge_s ${get("g")} ${get("to")}))
    (call $markAt ${get("g")} (call $dayRow))
    ${put32(At.NEXT_DAY_END, plus(i32(At.NEXT_DAY_END), n(1)))}
    (br $day))))

;; Grid time of the next end of a day; beyond all where there is none.
(func $nextDayEnd (result i32)
  (if (result i32) (i32.lt_s ${i32(At.NEXT_DAY_END)} ${global("dayCount")})
    (then ${column32("dayEnd", i32(At.NEXT_DAY_END))})
    (else ${n(0x7fff_ffff)})))

(func $dayRow (result i32) ${plus(global("dayEquity"), scaled(i32(At.NEXT_DAY_END), 6))})

;; Lanes whose mark is a peak, or may be the deepest fall yet.
(func $extremes (param $g i32)
  (local $lane i32) (local $mark f64) (local $peak f64) (local $stretch f64) (local $fall f64)
  (loop $lanes
    ${set("mark", f64(At.MARK, get("lane")))}
    ${set("peak", f64(At.PEAK, get("lane")))}
    (if (f64.ge ${get("mark")} ${get("peak")})
      (then
        ;; Only here does a stretch below the old peak end: at the close of the bar before.
        (if (i32.gt_s ${get("g")} ${n(0)}) (then
          ${set("stretch", `(f64.sub ${f64(0, plus(global("closeTime"), scaled(minus(get("g"), n(1)), 3)))} ${f64(At.PEAK_CLOSE, get("lane"))})`)}
          (if (f64.gt ${get("stretch")} ${f64(At.UNDER_WATER, get("lane"))})
            (then ${put64(At.UNDER_WATER, get("stretch"), get("lane"))}))))
        ${put64(At.PEAK, get("mark"), get("lane"))}
        ${put64(At.PEAK_CLOSE, f64(0, plus(global("closeTime"), scaled(get("g"), 3))), get("lane"))}
        ;; Above any mark whose fall from this peak would be a new worst, so that all others are spared a division.
        ${put64(
          At.FLOOR,
          `(f64.mul (f64.mul ${get("mark")} (f64.sub (f64.const 1) ${f64(At.WORST, get("lane"))})) (f64.const 1.000000000001))`,
          get("lane"),
        )})
      (else (if (f64.lt ${get("mark")} ${f64(At.FLOOR, get("lane"))}) (then
        ${set("fall", `(f64.div (f64.sub ${get("peak")} ${get("mark")}) ${get("peak")})`)}
        (if (f64.gt ${get("fall")} ${f64(At.WORST, get("lane"))}) (then
          ${put64(At.WORST, get("fall"), get("lane"))}))
        ;; No mark above this one is worse while the peak stands.
        ${put64(At.FLOOR, get("mark"), get("lane"))}))))
    ${set("lane", plus(get("lane"), n(8)))}
    (br_if $lanes (i32.lt_s ${get("lane")} ${n(At.LANES * 8)}))))
`;
