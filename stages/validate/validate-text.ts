import { join } from "node:path";
import { SixbtcError } from "../../core/errors.ts";
import { type ChildPool, createChildPool } from "../../core/runtime/children.ts";
import type { Finding } from "../../core/strategy/definition.ts";
import { decodeText } from "../../core/strategy/text.ts";
import type { JudgeJob } from "./judge.ts";
import type { Verdict } from "./verdict.ts";

export type JudgePool = ChildPool<JudgeJob, Verdict>;

type Surroundings = {
  pool: JudgePool;
  signal: AbortSignal;
  /** Bars that the desk can count on. */
  liveBars: number;
};

/** Bars that the desk can count on where there is no configuration: `market.liveBars` as it is shipped. */
export const DEFAULT_LIVE_BARS = 5_000;

/** Far above what the work budget allows on any machine: only what no meter counts comes here. */
const TIME_LIMIT_MS = 60_000;
const MEMORY_LIMIT_MB = 768;
/** A child that something else killed says nothing about the strategy, until it happens again and again. */
const KILLS_BORNE = 2;

/** Child processes in which texts are judged, without environment, files or network of ours (DESIGN 10). */
export function createJudgePool(size: number): JudgePool {
  const entry = join(import.meta.dir, "child.ts");
  return createChildPool({ entry, size, jobsPerChild: 1_000, memoryMb: MEMORY_LIMIT_MB });
}

/**
 * Judges a text in a child process. A child that dies of the text, by time or memory, is a verdict; one that is killed
 * from outside again and again throws `validate.killed`. Aborting `signal` rejects with its reason.
 */
export async function validateText(text: string, surroundings: Surroundings): Promise<Verdict> {
  const { pool, signal, liveBars } = surroundings;
  let starved = 0;
  for (let kills = 0; ; ) {
    const outcome = await pool.run({ text, onlyRead: false, liveBars }, { timeoutMs: TIME_LIMIT_MS, signal });
    if (outcome.kind === "done") return outcome.result;
    if (outcome.kind === "threw") throw new SixbtcError("validate.broken", `the validator failed: ${outcome.message}`);
    if (outcome.reason === "timeout") return deathVerdict(text, TIME, surroundings);
    // A child may have been filled by those before; its successor is fresh.
    if (outcome.reason === "memory" && ++starved > 1) return deathVerdict(text, MEMORY, surroundings);
    if (outcome.reason === "memory") continue;
    kills += 1;
    if (kills > KILLS_BORNE) {
      throw new SixbtcError("validate.killed", `the child process was killed ${kills} times (${outcome.detail})`, {
        hint: "Look for a memory limit of the machine or the container.",
      });
    }
  }
}

/** Judges the bytes of a file, whatever they are. */
export async function validateBytes(bytes: Uint8Array, surroundings: Surroundings): Promise<Verdict> {
  const decoded = decodeText(bytes);
  return decoded.kind === "text" ? validateText(decoded.text, surroundings) : unread(decoded.findings);
}

function unread(findings: Finding[]): Verdict {
  return { name: null, passed: false, phase: "syntax", findings, warmupBars: null, elapsedMs: {} };
}

const TIME: Pick<Finding, "code" | "message" | "hint"> = {
  code: "time-limit",
  message: `judging it took more than ${TIME_LIMIT_MS / 1000} s and was stopped`,
  hint: "Do less in each step of a loop: long strings and large copies are not counted as work.",
};

const MEMORY: Pick<Finding, "code" | "message" | "hint"> = {
  code: "memory-limit",
  message: `it used more than ${MEMORY_LIMIT_MB} MB and was stopped`,
  hint: "Keep columns and numbers; do not build objects for each bar.",
};

/** The verdict on a text that ended its child: what it says of itself is read again, without running it. */
async function deathVerdict(
  text: string,
  reason: Pick<Finding, "code" | "message" | "hint">,
  { pool, signal, liveBars }: Surroundings,
): Promise<Verdict> {
  const read = await pool.run({ text, onlyRead: true, liveBars }, { timeoutMs: TIME_LIMIT_MS, signal });
  const finding = { severity: "error", line: null, column: null, ...reason } as const;
  if (read.kind !== "done") {
    return unread([{ phase: "syntax", ...finding }]);
  }
  const findings: Finding[] = [...read.result.findings, { phase: "execution", ...finding }];
  return { ...read.result, passed: false, phase: "execution", findings };
}
