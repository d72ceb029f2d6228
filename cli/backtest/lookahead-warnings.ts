/**
 * What the text alone shows of bars to come that decide a signal. A run on files has no gate, so it goes on, but its
 * numbers are not real. The parser loads only here, and nothing of the text is executed.
 */
export async function lookaheadWarnings(file: string, text: string): Promise<string[]> {
  const [{ admitModule }, { checkLookahead, readsDecidingMasks }] = await Promise.all([
    import("../../core/strategy/admit.ts"),
    import("../../stages/validate/lookahead.ts"),
  ]);
  const admission = admitModule(text);
  if (admission.kind !== "admitted") return [];
  const { module } = admission;
  const { findings, suspicions } = checkLookahead(module);
  return [...findings, ...readsDecidingMasks(module, suspicions)].map(
    ({ line, message }) =>
      `${file}${line === null ? "" : ` line ${line}`}: ${message}. If it looks ahead, the numbers of this run are not ` +
      "real: ask `sixbtc validate --file`.",
  );
}
