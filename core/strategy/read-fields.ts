import { type Constant, foldConstant } from "./constants.ts";
import { nearestName } from "./known-names.ts";
import type { Names } from "./names.ts";
import type { Report } from "./position.ts";
import { type Node, staticKey } from "./tree.ts";

type Entry = Extract<Node, { type: "Property" }>;

/** The entries of an object literal, read one by one; whatever does not fit becomes a finding and undefined. */
export type Fields = {
  has(key: string): boolean;
  keys(): string[];
  /** Refuses keys that are not in the list. */
  allow(keys: readonly string[]): void;
  missing(key: string): undefined;
  constant(key: string): number | string | boolean | undefined;
  object(key: string): Fields | undefined;
  oneOf<Value extends string>(key: string, values: readonly Value[]): Value | undefined;
  /** Whole numbers from `least` to `most`. */
  whole(key: string, least: number, most: number): number | undefined;
  /** Above 0 and below 1. */
  fraction(key: string): number | undefined;
  /** Above 0 and at most 100. */
  multiple(key: string): number | undefined;
  refuse(key: string, code: string, message: string, hint: string): undefined;
};

export function readFields(entries: readonly Entry[], at: Node, path: string, names: Names, report: Report): Fields {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    const key = staticKey(entry, entry.key);
    const name = `${path}${key}`;
    if (key === null) report("computed-key", entry.start, "this key is not written out", "Write the key as a name.");
    else if (found.has(key)) report("repeated-key", entry.start, `\`${name}\` is given twice`, "Keep one of them.");
    else found.set(key, entry);
  }
  const offsetOf = (key: string): number => (found.get(key)?.value ?? at).start;
  const refuse: Fields["refuse"] = (key, code, message, hint) => {
    report(code, offsetOf(key), message, hint);
    return undefined;
  };
  const missing: Fields["missing"] = (key) =>
    refuse(key, "missing-key", `\`${path}${key}\` is missing`, "STRATEGY.md 1 and 2 say what a strategy needs.");
  const fold = (key: string): Constant | undefined => {
    const entry = found.get(key);
    return entry ? foldConstant(entry.value, names) : missing(key);
  };
  const constant: Fields["constant"] = (key) => {
    const folded = fold(key);
    if (folded === undefined) return undefined;
    if (folded.kind === "value" && folded.value !== null) return folded.value;
    return refuse(key, "not-constant", `\`${path}${key}\` is not a literal`, "Write the value, or name a constant.");
  };
  const number = (key: string, fits: (value: number) => boolean, range: string): number | undefined => {
    const value = constant(key);
    if (value === undefined || (typeof value === "number" && fits(value))) return value;
    const shown = typeof value === "number" ? String(value) : JSON.stringify(value);
    return refuse(key, "out-of-range", `\`${path}${key}\` is ${shown}`, `It must be ${range}.`);
  };

  return {
    has: (key) => found.has(key),
    keys: () => [...found.keys()],
    missing,
    constant,
    refuse,
    allow(keys) {
      for (const [key, entry] of found) {
        if (keys.includes(key)) continue;
        const near = nearestName(key, keys);
        const hint = near ? `Did you mean \`${near}\`?` : `Known here: ${keys.join(", ")}.`;
        report("unknown-key", entry.start, `\`${path}${key}\` is not known`, hint);
      }
    },
    object(key) {
      const folded = fold(key);
      if (folded?.kind === "object")
        return readFields(folded.entries, found.get(key)?.value ?? at, `${path}${key}.`, names, report);
      if (folded)
        refuse(key, "not-constant", `\`${path}${key}\` is not an object literal`, "Write it out between braces.");
      return undefined;
    },
    oneOf(key, values) {
      const value = constant(key);
      const known = values.find((one) => one === value);
      if (known !== undefined || value === undefined) return known;
      const message = `\`${path}${key}\` is ${JSON.stringify(value)}`;
      return refuse(key, "unknown-value", message, `It must be one of: ${values.join(", ")}.`);
    },
    whole: (key, least, most) => {
      const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
      return number(
        key,
        (value) => Number.isSafeInteger(value) && value >= least && value <= most,
        `a whole number, ${range}`,
      );
    },
    fraction: (key) => number(key, (value) => value > 0 && value < 1, "a fraction, above 0 and below 1"),
    multiple: (key) => number(key, (value) => value > 0 && value <= 100, "above 0 and at most 100"),
  };
}
