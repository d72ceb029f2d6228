import { TA_SIGNATURES } from "./ta/toolbox.ts";

/** `Math` as strategies have it: everything but chance. */
export const MATH_NAMES: ReadonlySet<string> = new Set(
  Object.getOwnPropertyNames(Math).filter((name) => name !== "random"),
);

export const NUMBER_NAMES: ReadonlySet<string> = new Set(["isNaN", "isFinite"]);

export const TA_NAMES: ReadonlySet<string> = new Set(Object.keys(TA_SIGNATURES));

/** Names that may stand for a value anywhere. */
export const VALUE_NAMES: ReadonlySet<string> = new Set(["undefined", "NaN", "Infinity", "isNaN", "isFinite"]);

/** What `new` may make. */
export const COLUMN_TYPES: ReadonlySet<string> = new Set(["Float64Array", "Uint8Array"]);

export const ARRAY_METHODS: ReadonlySet<string> = new Set(
  "map filter slice reduce every some includes indexOf fill push".split(" "),
);

/** Keys through which an object leads to the language itself; refused as keys of every kind. */
export const NEVER_KEYS: ReadonlySet<string> = new Set(
  "constructor prototype __proto__ call apply bind __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__".split(
    " ",
  ),
);

/** What arrays, columns, strings, numbers and functions have from the language. */
const PROTOTYPES: object[] = [
  Object.prototype,
  Function.prototype,
  Array.prototype,
  Uint8Array.prototype,
  Float64Array.prototype,
  Object.getPrototypeOf(Uint8Array.prototype) as object,
  String.prototype,
  Number.prototype,
  Boolean.prototype,
];

/**
 * Keys of those. Allowed are those of ARRAY_METHODS and `length`; another one may be read where the module gives it to
 * objects of its own.
 */
export const BUILT_IN_KEYS: ReadonlySet<string> = new Set(
  PROTOTYPES.flatMap((prototype) => Object.getOwnPropertyNames(prototype)),
);

/** The functions under those keys, which write to whatever they are called on. */
export const NATIVE_FUNCTIONS: ReadonlySet<unknown> = new Set(
  PROTOTYPES.flatMap((prototype) => Object.values(Object.getOwnPropertyDescriptors(prototype)))
    .map((property): unknown => property.value)
    .filter((value) => typeof value === "function"),
);

/** The known name nearest to `name`, if one is near enough to be meant. */
export function nearestName(name: string, known: Iterable<string>): string | null {
  let nearest: string | null = null;
  let least = Math.max(2, Math.ceil(name.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
