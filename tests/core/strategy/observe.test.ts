import { expect, test } from "bun:test";
import { admitModule } from "../../../core/strategy/admit.ts";
import { compileModule, prepareModule } from "../../../core/strategy/evaluate.ts";
import { observationOf } from "../../../core/strategy/observe.ts";
import { createToolbox } from "../../../core/strategy/ta/toolbox.ts";
import { moduleOf } from "./module-text.ts";

const values = Float64Array.of(5, 3, 8, 1, 9);
const candles = { time: values, open: values, high: values, low: values, close: values, volume: values, length: 5 };

/** What a run tells, as `kind@line:what`, lines counted from the first of `signals`. */
function told(lines: string): string[] {
  const admission = admitModule(moduleOf(`\n${lines}`));
  if (admission.kind === "refused") throw new Error(JSON.stringify(admission.findings));
  const first = moduleOf("\n//HERE").split("\n").indexOf("//HERE");
  const observation = observationOf(admission.module);
  const found: string[] = [];
  const tell = (site: number, what: unknown): void => {
    const { kind, line } = observation.sites[site]!;
    found.push(`${kind}@${line - first}:${what}`);
  };
  const observer = {
    index: (site: number, index: unknown) => {
      tell(site, index);
      return index;
    },
    arm: (site: number) => tell(site, "taken"),
    mask: (site: number, mask: unknown) => {
      tell(site, (mask as Uint8Array).join(""));
      return mask;
    },
    callback: (callee: unknown, place: number) => {
      return (...given: unknown[]) => {
        found.push(`callback:${given[place]}`);
        return (callee as (...values: unknown[]) => unknown)(...given);
      };
    },
  };
  const outcome = compileModule(prepareModule(admission.module, observation), createToolbox(), observer).signals(
    candles,
  );
  expect(outcome.kind).toBe("masks");
  return found;
}

test("observe: reads, writes and arms are told in the order in which they happen", () => {
  const lines = `const m = new Uint8Array(c.length);
    for (let i = 1; i < 3; i++) {
      if (c.close[i + 1] > c.close[i])
        m[i] = 1;
    }
    return { enterLong: m };`;
  expect(told(lines)).toEqual(["read@3:2", "read@3:1", "arm@4:taken", "write@4:1", "read@3:3", "read@3:2"]);
});

test("observe: masks of ta and the ends of slices are told; guards that only leave are not", () => {
  const lines = `const high = ta.gt(c.close, 4);
    if (c.length < 2) return {};
    const tail = c.close.slice(1, c.length - 1);
    return { enterLong: tail.length > 9 ? ta.not(high) : high };`;
  expect(told(lines)).toEqual(["mask@1:10101", "read@3:1", "read@3:4", "arm@4:taken"]);
});

test("observe: the index of a compound write is told as a place that is written", () => {
  const lines = `const m = new Uint8Array(c.length);
    const counts = [0, 0];
    for (const k of [0, 1])
      counts[k] += c.close[k + 2] > 7 ? 1 : 0;
    return { enterLong: m.fill(counts[0]) };`;
  expect(new Set(told(lines))).toEqual(new Set(["write@4:0", "read@4:2", "arm@4:taken", "write@4:1", "read@4:3"]));
});
