/** A whole module around the lines of its `signals`, with helpers between the import and the export. */
export function moduleOf(signals: string, helpers = "", keys = ""): string {
  return `import { strategy, ta } from "sixbtc";
${helpers}
export default strategy({
  name: "Strategy_MOM_1f9c03ab",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 96 },${keys}
  signals(c, p) {
${signals}
  },
});
`;
}

/** The same around an expression, which becomes a mask of zeros or ones by its truth on the whole. */
export function moduleWith(expression: string, helpers = "", keys = ""): string {
  return moduleOf(
    `    const value = ${expression};
    return { enterLong: new Uint8Array(c.length).fill(value ? 1 : 0) };`,
    helpers,
    keys,
  );
}
