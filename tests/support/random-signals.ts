import { type Random, randomFrom } from "../../core/kernel/random.ts";

type Kind = "number" | "text" | "list" | "object" | "column" | "call";
type Choices = readonly (() => string)[];

/** Declared anew in inner blocks, heads of loops and parameters, always for values of the same kind. */
const NAMES: Record<Kind, readonly string[]> = {
  number: ["x", "y", "z"],
  text: ["s", "t"],
  list: ["a", "b"],
  object: ["o", "w"],
  column: ["f", "u"],
  call: ["g", "h"],
};

const PRELUDE = `let fuel = 60; const seen = (v) => { ta.not(v); return v; };
let x = 1, y = -0, z = NaN, s = "a", t = "7", a = [1, 2, 3], b = [], f = new Float64Array([1, 2, 3]), u = new Uint8Array(3);
let o = { n: 1, s: "s", a: [4, 5], at: 6, q: undefined, k: (v) => v, fill: (v, x = seen(v)) => x };
let w = { n: 0, s: "", a: [6], q: o }; let g = (v, ...r) => v + r.length, h = g;`;

const LITERALS: Record<Kind, readonly string[]> = {
  number: ["0", "-0", "1", "2", "-1", "0.5", "3", "NaN", "300", "Infinity", "null"],
  text: ['""', '"ab"', '"7"', '"b"'],
  list: ["[]", "[5, 6, 7]", "[NaN, -0, undefined]"],
  object: ["{ n: 8, a: [1], q: { n: 9, a: [] } }", "{ n: 8, a: [1], q: null }"],
  column: ["new Float64Array(2)", "new Uint8Array([1, 2, 300])"],
  call: ["(() => 3)", "((v) => v)"],
};

const PARAMETERS = ["x", "y = seen(x)", "[z = x, ...a] = [1, 2]", "{ s: t = 5, ...w } = o", "...b"];

/**
 * Lines of a random `signals` that dwell on the language: what is evaluated when, and what each kind of place does with
 * what it is given. It tells `ta.not` of its values as it goes, most of all at its end, and most of the time it ends.
 */
export function randomSignals(seed: string): string {
  const random = randomFrom(`random signals ${seed}`);
  const write = writer(random);
  const lines = Array.from({ length: random.int(2, 6) }, () => write.statement(2));
  return `${PRELUDE}\n${lines.join("\n")}\nseen([x, y, z, s, t, a, b, o, w, f, u]);\nreturn {};`;
}

function writer(random: Random) {
  const { pick, int } = random;
  const maybe = (likely: number, text: () => string): string => (random.next() < likely ? text() : "");
  const one = (choices: Choices): string => pick(choices)();
  const many = (most: number, text: () => string): string => Array.from({ length: int(0, most) }, text).join(", ");
  const name = (kind: Kind): string => pick(NAMES[kind]);

  const value = (kind: Kind, depth: number): string => {
    if (depth <= 0) return random.next() < 0.7 ? name(kind) : `(${pick(LITERALS[kind])})`;
    const made = `(${one(VALUES[kind](depth - 1))})`;
    return one([
      () => made,
      () => made,
      () => `seen(${made})`,
      () => `${made}!`,
      () => `${made}!`,
      () => `(${made} as any)`,
    ]);
  };
  const index = (depth: number): string =>
    random.next() < 0.3 ? `(${value("number", depth)} | 0)` : pick(["0", "1", "2", "-1", "0.5", "NaN", '"1"', "x | 0"]);
  const place = (depth: number): string =>
    one([
      () => name("number"),
      () => `${value("object", depth)}.${pick(["n", "at", "m"])}`,
      () => `${value("object", depth)}["${pick(["n", "0", "01"])}"]`,
      () => `${value(pick(["list", "column"]), depth)}[${index(depth)}]`,
      () => `${name("object")}.a[${index(depth)}]`,
    ]);
  const step = (depth: number): string =>
    `(${one([
      () =>
        `${place(depth)} ${pick(["=", "+=", "+=", "-=", "*=", "**=", ">>>=", "??=", "||=", "&&="])} ${value("number", depth)}`,
      () => pick(["++", "--"]) + place(depth),
      () => place(depth) + pick(["++", "--"]),
      () => `${name("text")} += ${value(pick(["text", "number"]), depth)}`,
      () => `${name("object")}.${pick(["s", "n"])} += ${value("text", depth)}`,
      () => `${name("list")}.length ${pick(["= 1", "%= 2", "++"])}`,
      () =>
        `[${place(depth)}, ${place(depth)} = ${value("number", depth)}, ...${name("list")}] = ${value("list", depth)}`,
      () => `{ n: ${place(depth)}, 0: ${place(depth)} = ${value("number", depth)}, ...w } = ${value("object", depth)}`,
      () => pick(["x = x", "a = b", "o = w", "w.q = o", "w.a ??= a", "(g = h, x)"]),
    ])})`;
  /** What follows an object, which may end the chain. */
  const chain = (depth: number): string => {
    const dot = () => pick(["?.", "?.", "?.", "?.", "."]);
    const links = Array.from({ length: int(0, 2) }, () => `${dot()}${pick(["q", 'q?.["q"]', "q!", "k?.(w)"])}`);
    const ends = ["n", "at", "a?.[1]", `a${dot()}length`, `a${dot()}map(h)[0]`, `a${dot()}slice(1)${dot()}length`];
    const calls = ["a.indexOf", "a?.fill?.", "fill", "k", "no?.", "a.push", `a?.filter(h).includes`];
    return links.join("") + dot() + one([() => pick(ends), () => `${pick(calls)}(${value("number", depth)})`]);
  };
  const parameters = (): string => PARAMETERS.filter(() => random.next() < 0.3).join(", ");
  const calling = (depth: number): string =>
    one([
      () => `(${pick(["x", "x, y", "x, y, b"])}) => ${value("number", depth)}`,
      () => `function (x) { ${statement(1)} return ${value("number", depth)}; }`,
    ]);

  const VALUES: Record<Kind, (depth: number) => Choices> = {
    number: (depth) => [
      () =>
        value("number", depth) + pick([" + ", " - ", " * ", " % ", " ** ", " < ", " === "]) + value("number", depth),
      () => value("number", depth) + pick([" && ", " || ", " ?? ", ", "]) + value("number", depth),
      () => `${value("number", depth)} ? ${value("number", depth)} : ${value("number", depth)}`,
      () => pick(["-", "+", "~", "!"]) + value("number", depth),
      () => step(depth),
      () => step(depth),
      () => name("object") + chain(depth),
      () => value("object", depth) + chain(depth),
      () => `${value(pick(["list", "column"]), depth)}[${index(depth)}]`,
      () => `${value(pick(["list", "column"]), depth)}.${pick(["some", "every"])}(${calling(depth)})`,
      () => `${value("list", depth)}.reduce(${calling(depth)}, ${value("number", depth)})`,
      () => `Math.max(${value("number", depth)}, ...${value("column", depth)})`,
      () =>
        `${value("call", depth)}(${many(3, () => value("number", depth))}, ...${value("list", depth)})`.replace(
          "(,",
          "(",
        ),
      () => `((${parameters()}) => ${value("number", depth)})(${many(2, () => value("number", depth))})`,
    ],
    text: (depth) => [
      () => `${value("text", depth)} + ${value(pick(["text", "number"]), depth)}`,
      () => `\`\${${value("number", depth)}}-\${${value("text", depth)}}\``,
      () => `${value("text", depth)}.slice(${index(depth)})`,
      () => `${name("object")}.s += ${value("text", depth)}`,
    ],
    list: (depth) => [
      () =>
        `[${value("number", depth)}, ...${value(pick(["list", "column", "text"]), depth)}, ${value("number", depth)}]`,
      () => `${value("list", depth)}.${pick(["map", "filter"])}(${calling(depth)})`,
      () => `${value("list", depth)}.${pick(["slice", "fill"])}(${index(depth)}, ${index(depth)})`,
      () => `${name("object")}.a ??= ${value("list", depth)}`,
    ],
    object: (depth) => [
      () =>
        `{ n: ${value("number", depth)}, q: ${value("object", depth)}, k(x) { return ${value("number", depth)}; } }`,
      () => `{ ...${value("object", depth)}, [${index(0)} | 0]: ${step(depth)}, x, a: ${value("list", depth)} }`,
      () => `${value("number", depth)} ? ${value("object", depth)} : ${value("object", depth)}`,
    ],
    column: (depth) => [
      () => `new ${pick(["Float64Array", "Uint8Array"])}(${value("list", depth)})`,
      () => `${value("column", depth)}.${pick(["map", "filter"])}(${calling(depth)})`,
      () => `${value("column", depth)}.${pick(["slice", "fill"])}(${index(depth)})`,
    ],
    call: (depth) => [
      () => calling(depth),
      () => `function g(${parameters()}) { return fuel-- > 0 ? g(x, y) + ${value("number", depth)} : 1; }`,
    ],
  };

  const block = (depth: number): string => {
    const kind = pick(Object.keys(NAMES) as Kind[]);
    const declared = maybe(0.4, () => `let ${name(kind)} = ${pick(LITERALS[kind])};`);
    return `{ ${declared} ${Array.from({ length: int(1, 3) }, () => statement(depth - 1)).join(" ")} }`;
  };
  const body = (depth: number): string =>
    one([
      () => block(depth),
      () => block(depth),
      () => `${step(1)}\n`,
      () => `{ if (${step(1)}) ${pick(["break", "continue"])}; ${step(1)} }`,
    ]);
  const statement = (depth: number): string => {
    if (depth <= 0) return `;${step(1)};`;
    return one([
      () => `;${step(depth)};`,
      () => `;${step(depth)}\n;`,
      () => `seen(${value(pick(Object.keys(NAMES) as Kind[]), depth)});`,
      () => `if (${value("number", 1)}) ${block(depth)} else ${block(depth)}`,
      () => `for (let x = ${int(0, 2)}, h = () => x; fuel-- > 0 && x < 4; x++, ${step(1)}) ${body(depth)}`,
      () => `for (let [y, ...b] = [0, ...o.a]; fuel-- > 0 && y < 3; y++) ${body(depth)}`,
      () => `for (let ${pick(["x", "[x = 5, ...b]", "{ n: x, length: y, ...w }"])} of [a, s, f, o.a]) ${body(depth)}`,
      () => `for (${pick([place(1), `[${place(1)}, ...a]`])} of [${value("list", 1)}, "ab"]) ${body(depth)}`,
      () => `while (fuel-- > 0 && ${value("number", 1)}) ${body(depth)}`,
      () => `do ${block(depth)} while (fuel-- > 0 && ${step(1)})\n`,
      () => `switch (${value("number", 1)}) { case ${step(1)}: ${block(1)} default: ${block(1)} case 1: ${step(1)} }`,
      () =>
        `{ let { n: x = ${value("text", 1)}, at, ...w } = o; seen([x, at, w]); function g() { return x++; } ${statement(depth - 1)} }`,
    ]);
  };
  return { statement };
}
