import { admitModule } from "../../../core/strategy/admit.ts";
import { budgetFor, createGuards } from "../../../core/strategy/guards.ts";
import { GUARDS_NAME, METER_NAME, meterModule, OBSERVER_NAME } from "../../../core/strategy/meter.ts";
import { observationOf } from "../../../core/strategy/observe.ts";
import { moduleOf } from "./module-text.ts";

const close = new Float64Array([3, 1, 4, 1, 5, 9, 2, 6]);
const candles = { close, length: close.length };

const observer = {
  index: (_: number, value: unknown) => value,
  arm: () => undefined,
  mask: (_: number, value: unknown) => value,
  callback: (callee: unknown) => callee,
};

/** What the lines of `signals` return when they run rewritten, told to an observer or not. */
export function metered(lines: string, helpers = "", isObserved = false, ta: object = {}): unknown {
  const admission = admitModule(moduleOf(lines, helpers));
  if (admission.kind === "refused") throw new Error(JSON.stringify(admission.findings));
  const { code } = meterModule(admission.module, isObserved ? observationOf(admission.module) : null);
  const meter = budgetFor(0);
  const guards = createGuards(meter, (value) => value === close);
  return new Function(GUARDS_NAME, METER_NAME, OBSERVER_NAME, "ta", code)(guards, meter, observer, ta)(candles, {});
}

/** What they return as they stand. */
export function plain(lines: string, helpers = "", ta: object = {}): unknown {
  const code = new Bun.Transpiler({ loader: "ts" }).transformSync(`${helpers}\nfunction run(c, p) { ${lines} }`);
  return new Function("ta", `"use strict"; ${code}; return run;`)(ta)(candles, {});
}
