import { expect, test } from "bun:test";
import { admitModule } from "../../../core/strategy/admit.ts";

const stop = 'stop: { kind: "percent", value: 0.02 }';

function moduleOf(keys: Record<string, string | undefined>, signals = "signals(c) { return {}; }"): string {
  const all = {
    name: '"Strategy_TRD_a"',
    timeframe: '"1h"',
    direction: '"both"',
    exits: `{ ${stop}, maxBars: 5 }`,
    ...keys,
  };
  const lines = Object.entries(all).map(([key, value]) => (value === undefined ? "" : `${key}: ${value},`));
  return `import { strategy, ta } from "sixbtc";\nexport default strategy({ ${lines.join(" ")} ${signals} });`;
}

test("definition: defaults are filled in", () => {
  const admission = admitModule(moduleOf({}));
  expect(admission.kind === "admitted" && admission.module.definition).toEqual({
    name: "Strategy_TRD_a",
    type: "TRD",
    timeframe: "1h",
    direction: "both",
    warmup: 0,
    leverage: 1,
    exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 5 },
    params: {},
  });
});

const EXITS = [
  "stop: { kind: 'atr', length: 5000, multiple: 100 }, takeProfit: { kind: 'percent', value: 0.5 }",
  "stop: { kind: 'stddev', length: 1, multiple: 0.001 }, takeProfit: { kind: 'atr', length: 3, multiple: 2 }",
  "stop: { kind: 'swing', lookback: 20 }, takeProfit: { kind: 'riskReward', ratio: 1.5 }",
  "stop: { kind: 'trailing', value: 0.1 }, takeProfit: { kind: 'trailing', activateAt: 0.05, value: 0.01 }",
  "stop: { kind: 'trailing', value: 0.1, activateAt: 0.2 }, breakEven: { activateAt: 0.01 }, maxBars: 100000",
];

test.each(EXITS)("definition: exits %s are read as written", (exits) => {
  const admission = admitModule(moduleOf({ exits: `{ ${exits} }` }));
  expect(admission.kind === "admitted" && admission.module.definition.exits).toEqual(
    new Function(`return { ${exits} }`)(),
  );
});

test("definition: an exit mask is a way out", () => {
  const text = moduleOf({ exits: `{ ${stop} }` }, "signals(c) { return { exitLong: new Uint8Array(c.length) }; }");
  expect(admitModule(text).kind).toBe("admitted");
});

const REFUSED: [code: string, keys: Record<string, string | undefined>, signals?: string][] = [
  ...["name", "timeframe", "direction", "exits"].map((key): [string, Record<string, undefined>] => [
    "missing-key",
    { [key]: undefined },
  ]),
  ["missing-key", {}, ""],
  ["bad-name", { name: '"Strategy_ABC_x"' }],
  ["bad-name", { name: '"Strategy_MOM_"' }],
  ["bad-name", { name: `"Strategy_MOM_${"a".repeat(33)}"` }],
  ["bad-name", { name: '"Strategy_MOM_x\\n"' }],
  ["bad-name", { name: "5" }],
  ["unknown-value", { timeframe: '"3h"' }],
  ["unknown-value", { direction: '"up"' }],
  ["out-of-range", { warmup: "-1" }],
  ["out-of-range", { warmup: "5001" }],
  ["out-of-range", { warmup: "1.5" }],
  ["out-of-range", { warmup: '"5"' }],
  ["out-of-range", { leverage: "0" }],
  ["out-of-range", { leverage: "51" }],
  ["out-of-range", { leverage: "NaN" }],
  ["not-constant", { leverage: "Math.max(1, 2)" }],
  ["not-constant", { params: "{ a: [1] }" }],
  ["not-constant", { params: "{ a: null }" }],
  ["not-constant", { params: "5" }],
  ["unknown-key", { colour: "1" }],
  ["repeated-key", { warmup: "1, warmup: 2" }],
  ["computed-key", { "['war' + 'mup']": "1" }],
  ["not-constant", { "...{}": "1".slice(1) }],
  ["missing-key", { exits: "{ maxBars: 5 }" }],
  ["no-exit", { exits: `{ ${stop} }` }],
  ["unknown-key", { exits: `{ ${stop}, maxBar: 5 }` }],
  ["unknown-key", { exits: "{ stop: { kind: 'percent', value: 0.1, extra: 1 }, maxBars: 1 }" }],
  ["unknown-value", { exits: "{ stop: { kind: 'fixed', value: 0.1 }, maxBars: 1 }" }],
  ["unknown-value", { exits: `{ ${stop}, takeProfit: { kind: 'swing', lookback: 5 } }` }],
  ["out-of-range", { exits: "{ stop: { kind: 'percent', value: 1 }, maxBars: 1 }" }],
  ["out-of-range", { exits: "{ stop: { kind: 'percent', value: 0 }, maxBars: 1 }" }],
  ["out-of-range", { exits: "{ stop: { kind: 'atr', length: 5001, multiple: 1 }, maxBars: 1 }" }],
  ["out-of-range", { exits: "{ stop: { kind: 'atr', length: 5, multiple: 101 }, maxBars: 1 }" }],
  ["out-of-range", { exits: "{ stop: { kind: 'swing', lookback: 0 }, maxBars: 1 }" }],
  ["out-of-range", { exits: `{ ${stop}, maxBars: 0 }` }],
  ["out-of-range", { exits: `{ ${stop}, maxBars: 1, breakEven: { activateAt: 1 } }` }],
  ["missing-key", { exits: `{ ${stop}, maxBars: 1, breakEven: {} }` }],
  ["missing-key", { exits: `{ ${stop}, takeProfit: { kind: 'trailing', value: 0.1 } }` }],
];

test.each(REFUSED.map(([code, keys, signals]) => [code, { keys, signals }] as const))(
  "definition: %s for %j",
  (code, { keys, signals }) => {
    const text = moduleOf(keys, signals).replace("...{}: ,", "...{},");
    const admission = admitModule(text);
    expect(admission.kind === "refused" && admission.findings.map((finding) => finding.code)).toContain(code);
  },
);
