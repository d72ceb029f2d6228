import { createInterface } from "node:readline/promises";
import { usageError } from "../core/errors.ts";

/** Asks on the terminal before something that cannot be undone; without a terminal the call must say `--yes`. */
export async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw usageError("There is no terminal to ask on", "Add --yes if you mean it.");
  }
  // The terminal stays as it is, so that Ctrl-C is a signal here as everywhere.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  try {
    const answer = await lines.question(`${question} [y/N] `, { signal });
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}
