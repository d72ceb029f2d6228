import { createInterface } from "node:readline/promises";
import { usageError } from "../core/errors.ts";

/** True when a person on the terminal types `yes`; the end of the input is no. Without a terminal, a wrong call. */
export async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw usageError("There is no terminal to ask on for a confirmation", "Add --yes if you mean it.");
  }
  // Not as a terminal of its own, which would keep Ctrl-C from the process.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  const ended = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
  try {
    const answer = lines.question(`${question} Type yes: `, { signal });
    return (await Promise.race([answer, ended])).trim() === "yes";
  } finally {
    lines.close();
  }
}
