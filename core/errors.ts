/** What a fault means for the process: 1 the work failed, 2 the call was wrong, 3 the surroundings are not ready. */
export type ExitCode = 1 | 2 | 3;

type ErrorDetails = { hint?: string; cause?: unknown; exitCode?: ExitCode };

/**
 * An operating fault that a person can act on. `code` is stable and dotted (`config.invalid`, `claim.lost`),
 * the message names the thing and its value, `hint` says what to do. `cli/main.ts` prints both and exits with
 * `exitCode` (1 unless said otherwise).
 */
export class SixbtcError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly exitCode: ExitCode;

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "SixbtcError";
    this.code = code;
    this.hint = details.hint;
    this.exitCode = details.exitCode ?? 1;
  }
}

/** The call itself was wrong: a bad option, argument or combination of them. */
export function usageError(message: string, hint: string): SixbtcError {
  return new SixbtcError("usage.invalid", message, { hint, exitCode: 2 });
}

/**
 * The text of anything that was thrown, for a reason or a log field. Of a statement that failed, what the database
 * said: the statement itself is long, and its parameters may be whole strategies.
 */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "query" in error && error.cause instanceof Error ? messageOf(error.cause) : error.message;
}
