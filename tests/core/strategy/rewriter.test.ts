import { expect, test } from "bun:test";
import { SixbtcError } from "../../../core/errors.ts";
import { randomSignals } from "../../support/random-signals.ts";
import { metered, plain } from "./both-ways.ts";

const PROGRAMS = Number(process.env["SIXBTC_RANDOM_PROGRAMS"] ?? 150);
const MOST_SEEN = 300;

/** Values as text, of which a later write changes nothing; functions look alike, since their source is rewritten. */
function textOf(value: unknown, depth = 0): string {
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "function") return "function";
  if (typeof value !== "object" || value === null) return typeof value === "string" ? `"${value}"` : String(value);
  const entries = Object.entries(value).map(([key, part]) => `${key}:${depth > 3 ? "…" : textOf(part, depth + 1)}`);
  const kind = Array.isArray(value) ? `array of ${value.length} ` : ArrayBuffer.isView(value) ? "column " : "";
  return `${kind}{${entries.join()}}`;
}

type Run = { seen: string[]; end: "returned" | "threw" | "stopped" };

/** What a program told of itself. Of a fault only that there was one: its message names the code, which is another one. */
function runOf(run: (ta: object) => unknown): Run {
  const seen: string[] = [];
  const not = (value: unknown): void => {
    if (seen.length === MOST_SEEN) throw new RangeError("enough is seen");
    seen.push(textOf(value));
  };
  try {
    run({ not });
    return { seen, end: "returned" };
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    return { seen, end: error instanceof SixbtcError ? "stopped" : "threw" };
  }
}

test(`rewriter: ${PROGRAMS} random programs do the same as before`, () => {
  const ends = { returned: 0, threw: 0, stopped: 0 };
  for (let seed = 0; seed < PROGRAMS; seed++) {
    const lines = randomSignals(String(seed));
    const rewritten = runOf((ta) => metered(lines, "", false, ta));
    ends[rewritten.end] += 1;
    if (rewritten.end === "stopped") continue;
    const wanted = runOf((ta) => plain(lines, "", ta));
    for (const run of [rewritten, runOf((ta) => metered(lines, "", true, ta))]) {
      // A method of nothing fails before or after its arguments are evaluated: a strategy cannot tell.
      const both = wanted.end === "threw" ? Math.min(run.seen.length, wanted.seen.length) : MOST_SEEN;
      const seen = wanted.seen.slice(0, both);
      expect({ lines, ...run, seen: run.seen.slice(0, both) }).toEqual({ lines, ...wanted, seen });
    }
  }
  expect(ends.returned).toBeGreaterThan(PROGRAMS / 2);
}, 60_000);
