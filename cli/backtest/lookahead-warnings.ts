/**
 * What the text alone shows of bars to come that decide a signal. A run on files has no gate, so it goes on, but its
 * numbers are not real. The parser loads only here, and nothing of the text is executed.
 */
export async function lookaheadWarnings(file: string, text: string): Promise<string[]> {
  const [{ admitModule }, { checkLookahead }] = await Promise.all([
    import("../../core/strategy/admit.ts"),
    import("../../stages/validate/lookahead.ts"),
  ]);
  const admission = admitModule(text);
  if (admission.kind !== "admitted") return [];
  const errors = checkLookahead(admission.module).filter(({ severity }) => severity === "error");
  return errors.map(
    ({ line, message }) =>
      `${file}${line === null ? "" : ` line ${line}`}: ${message}. It looks ahead, so the numbers of this run are not real; ` +
      "`sixbtc validate --file` refuses it.",
  );
}
