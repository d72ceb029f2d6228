import * as At from "./lane-layout.ts";
import * as Field from "./touches.ts";
import {
  ACCUMULATORS,
  add,
  column32,
  div,
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
  sub,
  v128,
  ZERO,
} from "./wat-words.ts";

/** Entries: what they are sized on, how large they are, and when they will end. */
export const ENTER_WAT = `
;; Step 2 of EXECUTION.md 2 at grid time g, from entry i on: entries in universe order, while there are slots.
(func $enter (param $g i32) (param $i i32) (param $isKnown i32) (param $hasLeft i32)
  (local $until i32) (local $coin i32) (local $exit i32)
  ${set("until", column32("firstEntry", plus(get("g"), n(1))))}
  (block $done (loop $entry
    (br_if $done (i32.ge_s ${get("i")} ${get("until")}))
    (br_if $done (i32.ge_s ${i32(At.HELD_COUNT)} ${global("slots")}))
    ${set("coin", column32("entryCoin", get("i")))}
    ${set("exit", i32(At.COIN_EXIT, scaled(get("coin"), 2)))}
    ;; Open at the close of the signal bar is what leaves at this open or later; of these only a turn may enter.
    (if (i32.or (i32.lt_s ${get("exit")} ${scaled(get("g"), 1)})
          (i32.and (i32.eq ${get("exit")} ${scaled(get("g"), 1)})
            (i32.and ${column32("entryTurn", get("i"))}
              (i32.ne ${i32(At.COIN_SIDE, scaled(get("coin"), 2))} ${column32("entrySide", get("i"))}))))
      (then
        (if (i32.eqz ${get("isKnown")}) (then
          (call $equity ${get("g")} ${get("hasLeft")})
          ${set("isKnown", n(1))}))
        (call $try ${get("g")} ${get("i")} ${get("coin")})))
    ${set("i", plus(get("i"), n(1)))}
    (br $entry))))

;; Equity at the open of grid time g, before its entries.
(func $equity (param $g i32) (param $hasLeft i32)
  (local $i i32) (local $slot i32) (local $due v128)
  (if (i32.eqz ${i32(At.HELD_COUNT)}) (then
    ${pairs((offset) => put128(At.EQUITY + offset, v128(At.CASH + offset)))}
    (return)))
  (if (i32.or ${get("hasLeft")} ${global("isDaily")})
    (then (call $markAt ${minus(get("g"), n(1))} ${n(At.EQUITY)}))
    (else ;; Nothing has changed since the last mark.
      ${pairs((offset) => put128(At.EQUITY + offset, v128(At.MARK + offset)))}))
  (if ${global("paidAtOpen")} (then
    (loop $position
      ${set("slot", i32(At.HELD, scaled(get("i"), 2)))}
            ${set("due", splat(f64(0, plus(minus(plus(i32(At.SLOT_VALUES, get("slot")), scaled(get("g"), 3)), global("value")), global("paidAtOpen")))))}
      ${pairs((offset) => put128(At.EQUITY + offset, sub(v128(At.EQUITY + offset), mul(v128(At.QUANTITY + offset, get("slot")), get("due")))))}
      ${set("i", plus(get("i"), n(1)))}
      (br_if $position (i32.lt_s ${get("i")} ${i32(At.HELD_COUNT)}))))))

;; Cash that no open position holds as margin. Funding is settled with the exit here; what a position has come to by
;; the open of grid time g counts as paid.
(func $free (param $g i32)
  (local $i i32) (local $held i32) (local $slot i32) (local $at i32) (local $due f64) (local $dues v128) ${ACCUMULATORS}
  ${set("held", i32(At.HELD_COUNT))}
  (block $done (loop $position
    (br_if $done (i32.ge_s ${get("i")} ${get("held")}))
    ${set("slot", i32(At.HELD, scaled(get("i"), 2)))}
        ${pairs((offset, pair) => set(`a${pair}`, add(get(`a${pair}`), v128(At.MARGIN + offset, get("slot")))))}
    ${set("i", plus(get("i"), n(1)))}
    (br_if $position (i32.eqz ${global("paid")}))
    ${set("at", minus(plus(i32(At.SLOT_VALUES, get("slot")), scaled(get("g"), 3)), global("value")))}
    ${set("due", f64(0, minus(plus(get("at"), global("paid")), n(8))))}
    (if ${global("paidAtOpen")} (then ${set("due", `(f64.add ${get("due")} ${f64(0, plus(get("at"), global("paidAtOpen")))})`)}))
    ${set("dues", splat(`(f64.sub ${get("due")} ${f64(At.SLOT_PAID_BEFORE, get("slot"))})`))}
    ${pairs((offset, pair) => set(`a${pair}`, add(get(`a${pair}`), mul(v128(At.QUANTITY + offset, get("slot")), get("dues")))))}
    (br $position)))
  ${pairs((offset, pair) => put128(At.FREE + offset, sub(v128(At.CASH + offset), get(`a${pair}`))))})

;; Margin and notional of each lane, as sizeEntry has them; bits of the lanes that enter. Products tell whether an equal
;; share of the equity is by far the least that a pair may have, as it mostly is: that spares three of four divisions.
(func $size (param $slot i32) (param $coin i32) (param $stopFrac f64) (result i32)
  (local $own v128) (local $least v128) (local $near v128) (local $worth v128) (local $c i32) (local $bits i32) (local $riskFactor v128)
  ${set("c", scaled(get("coin"), 6))}
  ${set("riskFactor", splat(`(f64.div ${global("risk")} ${get("stopFrac")})`))}
  ${pairs(
    (offset, pair) => `
    ${set("own", v128(At.EQUITY + offset))}
    ${set("least", div(get("own"), splat(global("maxPositions"))))}
    ${set("near", mul(get("least"), splat("(f64.const 1.000000000001)")))}
    (if (i32.eqz (i64x2.all_true (v128.and
          (f64x2.ge ${mul(get("own"), mul(get("riskFactor"), v128(At.PER_LEVERAGE + offset, get("c"))))} ${get("near")})
          (f64x2.ge ${mul(v128(At.FREE + offset), v128(At.PER_AFTER_FEE + offset, get("c")))} ${get("near")}))))
      (then
        ${set(
          "least",
          `(f64x2.pmin ${get("least")} ${div(div(mul(get("own"), splat(global("risk"))), splat(get("stopFrac"))), v128(At.LEVERAGE + offset, get("c")))})`,
        )}
        ${set("least", `(f64x2.pmin ${get("least")} ${div(v128(At.FREE + offset), v128(At.AFTER_FEE + offset, get("c")))})`)}))
    ${set("worth", mul(get("least"), v128(At.LEVERAGE + offset, get("c"))))}
    ${put128(At.MARGIN + offset, get("least"), get("slot"))}
    ${put128(At.NOTIONAL + offset, get("worth"))}
    ${set("bits", `(i32.or ${get("bits")} ${scaled(`(i64x2.bitmask (v128.and (f64x2.ge ${get("worth")} ${splat(global("minNotional"))}) (f64x2.gt ${get("worth")} ${ZERO})))`, pair * 2)})`)}`,
  )}
  ${get("bits")})

(func $try (param $g i32) (param $i i32) (param $coin i32)
  (local $stop i32) (local $target i32) (local $time i32) (local $slot i32) (local $stopFrac f64)
  (local $bits i32) (local $key f64) (local $fill f64) (local $level f64) (local $order i32) (local $moment i32)
  (local $liquidated i32) (local $price f64) (local $side f64) (local $at i32) (local $before f64) (local $paid f64)
  (if (i32.eqz (i32.load8_u ${plus(global("isScanned"), get("i"))})) (then (call $scan ${get("i")})))
  ${set("stop", plus(global("stopRecord"), scaled(get("i"), 5)))}
  ${set("target", plus(global("targetRecord"), scaled(get("i"), 4)))}
  ${set("time", plus(global("timeRecord"), scaled(get("i"), 4)))}
  ${set("stopFrac", f64(8 * Field.SIZE, get("stop")))}
  (if (i32.eqz (f64.ge ${get("stopFrac")} ${global("minStopFraction")})) (then (return)))
  (if (f64.eq ${f64(8 * Field.KEY, get("target"))} (f64.const ${Field.NO_TARGET})) (then (return)))
  ${set("slot", i32(At.FREE_SLOTS, scaled(minus(i32(At.FREE_COUNT), n(1)), 2)))}
  (call $free ${get("g")})
  ${set("bits", `(call $size ${get("slot")} ${get("coin")} ${get("stopFrac")})`)}
  ;; The first lane decides; those that decide otherwise leave its path.
  (if (i32.and (i32.shr_u ${get("bits")} ${i32(At.FIRST_LANE)}) ${n(1)})
    (then
      (if (i32.and ${i32(At.ACTIVE)} (i32.xor ${get("bits")} ${n(-1)})) (then (call $keep ${get("bits")} ${get("g")} ${get("i")}))))
    (else
      (if (i32.and ${i32(At.ACTIVE)} ${get("bits")}) (then (call $keep (i32.xor ${get("bits")} ${n(-1)}) ${get("g")} ${get("i")})))
      (return)))

  ;; The first of all that may end the position, but for liquidation.
  ${set("key", f64(8 * Field.KEY, get("time")))}
  ${set("fill", f64(8 * Field.FILL, get("time")))}
  ${set("level", "(f64.const -inf)")}
  (if (f64.lt ${f64(8 * Field.KEY, get("target"))} ${get("key")}) (then
    ${set("key", f64(8 * Field.KEY, get("target")))} ${set("fill", f64(8 * Field.FILL, get("target")))}))
  ${set("order", `(i32.and (i32.trunc_f64_s ${get("key")}) ${n(7)})`)}
  (if (i32.eq ${get("order")} ${n(Field.TRAILING_TARGET)}) (then ${set("level", f64(0, plus(global("targetLevel"), scaled(get("i"), 3))))}))
  (if (f64.lt ${f64(8 * Field.KEY, get("stop"))} ${get("key")}) (then
    ;; Met at the same time, the trailing target's level counts where it is the more favourable.
    (if (i32.eqz (i32.and
          (i32.and (i32.eq ${get("order")} ${n(Field.TRAILING_TARGET)})
                   (i32.eq (i32.shr_s (i32.trunc_f64_s ${f64(8 * Field.KEY, get("stop"))}) ${n(3)})
                           (i32.shr_s (i32.trunc_f64_s ${get("key")}) ${n(3)})))
          (f64.gt ${get("level")} ${f64(8 * Field.LEVEL, get("stop"))})))
      (then
        ${set("key", f64(8 * Field.KEY, get("stop")))} ${set("fill", f64(8 * Field.FILL, get("stop")))}
        ${set("level", f64(8 * Field.LEVEL, get("stop")))} ${set("order", n(Field.STOP))}))))
  ${set("moment", `(i32.shr_s (i32.trunc_f64_s ${get("key")}) ${n(3)})`)}

  ;; The highest leverage is liquidated first.
  (if (i32.le_s
        (i32.shr_s ${i32(0, plus(global("liquidationKey"), scaled(plus(`(i32.mul ${i32(At.LAST_LANE)} ${global("entries")})`, get("i")), 2)))} ${n(3)})
        ${get("moment")})
    (then
      ${put32(At.EXIT_MOMENT, get("moment"))} ${put32(At.EXIT_ORDER, get("order"))} ${put64(At.EXIT_LEVEL, get("level"))}
      ${set("liquidated", `(call $liquidate ${get("g")} ${get("i")} ${get("coin")})`)}
      ${set("moment", i32(At.EXIT_MOMENT))} ${set("order", i32(At.EXIT_ORDER))}))

  ${set("price", f64(0, plus(global("entryPrice"), scaled(get("i"), 3))))}
  ${set("side", `(f64.convert_i32_s ${column32("entrySide", get("i"))})`)}
  ${put32(At.FREE_COUNT, minus(i32(At.FREE_COUNT), n(1)))}
  ${put32(At.SLOT_COIN, get("coin"), get("slot"))}
  ${put32(At.SLOT_EXIT, get("moment"), get("slot"))}
  ${put32(At.SLOT_LIQUIDATED, get("liquidated"), get("slot"))}
  ${put32(At.COIN_EXIT, get("moment"), scaled(get("coin"), 2))}
  ${put32(At.COIN_SIDE, column32("entrySide", get("i")), scaled(get("coin"), 2))}
  ${set("at", `(i32.mul ${get("coin")} ${scaled(global("bars"), 3)})`)}
  ${put32(At.SLOT_VALUES, plus(global("value"), get("at")), get("slot"))}
  (if ${global("paid")} (then
    ${set("before", f64(0, plus(plus(global("paid"), get("at")), scaled(minus(get("g"), n(1)), 3))))}
    ${set("at", plus(get("at"), scaled(`(i32.shr_s ${get("moment")} ${n(1)})`, 3)))}
    ;; Who leaves at an open or within a bar has paid up to the open; the end of the candles is at a close.
    (if (i32.eq ${get("order")} ${n(Field.END)})
      (then ${set("paid", f64(0, plus(global("paid"), get("at"))))})
      (else
        ${set("paid", f64(0, minus(plus(global("paid"), get("at")), n(8))))}
        (if ${global("paidAtOpen")} (then ${set("paid", `(f64.add ${get("paid")} ${f64(0, plus(global("paidAtOpen"), get("at")))})`)}))))
    ${set("paid", `(f64.sub ${get("paid")} ${get("before")})`)}))
  ${put64(At.SLOT_PAID_BEFORE, get("before"), get("slot"))}
  ${put64(At.SLOT_PAID, get("paid"), get("slot"))}
  ${put64(At.SLOT_PRICE, get("price"), get("slot"))}
  ${put64(At.SLOT_BASIS, `(f64.sub ${get("price")} ${get("before")})`, get("slot"))}
  ${put64(
    At.SLOT_PROCEEDS,
    `(f64.sub (f64.sub (f64.sub ${get("fill")} ${get("price")}) (f64.mul (f64.mul ${get("side")} ${global("fee")}) ${get("fill")})) ${get("paid")})`,
    get("slot"),
  )}
  (call $fill ${get("slot")} ${get("side")} ${get("price")} ${get("fill")} ${get("paid")})
  (if ${get("liquidated")} (then
    ${put64(At.EXIT_FILL, get("fill"))}
    (call $correct ${get("slot")} ${get("coin")})))
  (call $insert ${get("slot")} ${get("coin")})
  (if (i32.lt_s ${get("moment")} ${i32(At.NEXT_EXIT)}) (then ${put32(At.NEXT_EXIT, get("moment"))})))

;; Books the entry in each lane, and in its sums what the trade will have come to, which is known already.
(func $fill (param $slot i32) (param $side f64) (param $price f64) (param $exit f64) (param $paid f64)
  (local $fills f64) (local $pnl f64) (local $sums i32) (local $per f64) (local $worth v128) (local $qty v128)
    ${set("per", `(f64.div (f64.const 1) ${get("price")})`)}
  ${set("fills", `(f64.add ${get("price")} ${get("exit")})`)}
  ${set(
    "pnl",
    `(f64.sub (f64.sub (f64.mul ${get("side")} (f64.sub ${get("exit")} ${get("price")})) (f64.mul ${global("fee")} ${get("fills")}))
              (f64.mul ${get("side")} ${get("paid")}))`,
  )}
  ${put32(At.TRADES, plus(i32(At.TRADES), n(1)))}
  ${put64(At.RETURNS, `(f64.add ${f64(At.RETURNS)} (f64.mul ${get("pnl")} ${get("per")}))`)}
  ${set("sums", n(At.LOSSES))}
  (if (f64.gt ${get("pnl")} (f64.const 0)) (then
    ${put32(At.WINS, plus(i32(At.WINS), n(1)))}
    ${set("sums", n(At.GAINS))}))
  ${pairs(
    (offset) => `
    ${set("worth", v128(At.NOTIONAL + offset))}
    ${set("qty", mul(get("worth"), splat(get("per"))))}
    ${put128(At.CASH + offset, sub(v128(At.CASH + offset), mul(splat(global("fee")), get("worth"))))}
    ${put128(At.QUANTITY + offset, mul(splat(get("side")), get("qty")), get("slot"))}
    ${put128(offset, add(v128(offset, get("sums")), mul(get("qty"), splat(`(f64.abs ${get("pnl")})`))), get("sums"))}
    ${put128(At.TRADED + offset, add(v128(At.TRADED + offset), mul(get("qty"), splat(get("fills")))))}`,
  )})

;; Into the open positions, in universe order.
(func $insert (param $slot i32) (param $coin i32)
  (local $at i32) (local $other i32)
  ${set("at", i32(At.HELD_COUNT))}
  ${put32(At.HELD_COUNT, plus(get("at"), n(1)))}
  (block $found (loop $shift
    (br_if $found (i32.eqz ${get("at")}))
    ${set("other", i32(At.HELD, scaled(minus(get("at"), n(1)), 2)))}
    (br_if $found (i32.lt_s ${i32(At.SLOT_COIN, get("other"))} ${get("coin")}))
    ${put32(At.HELD, get("other"), scaled(get("at"), 2))}
    ${set("at", minus(get("at"), n(1)))}
    (br $shift)))
  ${put32(At.HELD, get("slot"), scaled(get("at"), 2))})
`;
