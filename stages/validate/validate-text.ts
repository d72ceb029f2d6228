import { join } from "node:path";
import { SixbtcError } from "../../core/errors.ts";
import { type ChildPool, createChildPool } from "../../core/runtime/children.ts";
import type { Finding } from "../../core/strategy/definition.ts";
import { decodeText } from "../../core/strategy/text.ts";
import type { JudgeJob, Judgement } from "./judge.ts";
import type { Verdict } from "./verdict.ts";

/** Processes that judge, and others that run once more what passed: the same candles must give the same masks there. */
export type JudgePool = {
  judges: ChildPool<JudgeJob, Judgement>;
  witnesses: ChildPool<JudgeJob, Judgement>;
  close(): Promise<void>;
};

type Surroundings = {
  pool: JudgePool;
  signal: AbortSignal;
  /** Bars that the desk can count on. */
  liveBars: number;
  /** Awaited before a child takes the text. */
  begin?(): Promise<void>;
};

/** Bars that the desk can count on where there is no configuration: `market.liveBars` as it is shipped. */
export const DEFAULT_LIVE_BARS = 5_000;

/** Far above what the work budget allows on any machine: only what no meter counts comes here. */
const TIME_LIMIT_MS = 60_000;
const MEMORY_LIMIT_MB = 768;
const CHILD = { memoryMb: MEMORY_LIMIT_MB, keepsMemory: true };
/** A child that something else killed says nothing about the strategy, until it happens again and again. */
const KILLS_BORNE = 2;
/** A new process takes a hundred strategies until it is fast. */
const JOBS_PER_CHILD = 5_000;
const JOBS_PER_WITNESS = 1_000;

/** Child processes in which texts are judged, without environment, files or network of ours (DESIGN 10). */
export function createJudgePool(size: number): JudgePool {
  const entry = join(import.meta.dir, "child.ts");
  const judges = createChildPool<JudgeJob, Judgement>({ entry, size, jobsPerChild: JOBS_PER_CHILD, ...CHILD });
  const witnesses = createChildPool<JudgeJob, Judgement>({ entry, size: 1, jobsPerChild: JOBS_PER_WITNESS, ...CHILD });
  return { judges, witnesses, close: async () => void (await Promise.all([judges.close(), witnesses.close()])) };
}

/**
 * Judges a text in a child process, and what passes in a second one again. A child that dies of the text, by time or
 * memory, is a verdict; one that is killed from outside again and again throws `validate.killed`. Aborting `signal`
 * rejects with its reason.
 */
export async function validateText(text: string, surroundings: Surroundings): Promise<Verdict> {
  const { pool, liveBars } = surroundings;
  const judged = await ask(pool.judges, { text, task: "judge", liveBars }, surroundings);
  if (judged.kind === "deadly") return deathVerdict(text, judged.finding, surroundings);
  const { verdict, fingerprint } = judged.answer;
  if (!verdict.passed) return verdict;
  const repeated = await ask(pool.witnesses, { text, task: "repeat", liveBars }, surroundings);
  if (repeated.kind === "deadly") return deathVerdict(text, repeated.finding, surroundings);
  if (repeated.answer.fingerprint === fingerprint) return verdict;
  const finding = { phase: "shuffle", severity: "error", line: null, column: null, ...NOT_REPEATED } as const;
  return { ...verdict, passed: false, phase: "shuffle", findings: [...verdict.findings, finding] };
}

type Answered = { kind: "answered"; answer: Judgement } | { kind: "deadly"; finding: Reason };

/** Has a child do a job, another one where a child is killed, as long as that says nothing about the text. */
async function ask(children: JudgePool["judges"], job: JudgeJob, { signal, begin }: Surroundings): Promise<Answered> {
  let starved = 0;
  for (let kills = 0; ; ) {
    const outcome = await children.run(job, { timeoutMs: TIME_LIMIT_MS, signal, ...(begin && { begin }) });
    if (outcome.kind === "done") return { kind: "answered", answer: outcome.result };
    if (outcome.kind === "threw") throw new SixbtcError("validate.broken", `the validator failed: ${outcome.message}`);
    if (outcome.reason === "timeout") return { kind: "deadly", finding: TIME };
    // A child may have been filled by those before; its successor is fresh.
    if (outcome.reason === "memory" && ++starved > 1) return { kind: "deadly", finding: MEMORY };
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

type Reason = Pick<Finding, "code" | "message" | "hint">;

const NOT_REPEATED: Reason = {
  code: "not-deterministic",
  message: "the same candles gave other masks in another process",
  hint: "`signals` may use nothing but its candles and params.",
};

const TIME: Reason = {
  code: "time-limit",
  message: `judging it took more than ${TIME_LIMIT_MS / 1000} s and was stopped`,
  hint: "Do less in each step of a loop: long strings and large copies are not counted as work.",
};

const MEMORY: Reason = {
  code: "memory-limit",
  message: `it used more than ${MEMORY_LIMIT_MB} MB and was stopped`,
  hint: "Keep columns and numbers; do not build objects for each bar.",
};

/** The verdict on a text that ended its child: what it says of itself is read again, without running it. */
async function deathVerdict(text: string, reason: Reason, { pool, signal, liveBars }: Surroundings): Promise<Verdict> {
  const read = await pool.judges.run({ text, task: "read", liveBars }, { timeoutMs: TIME_LIMIT_MS, signal });
  const finding = { severity: "error", line: null, column: null, ...reason } as const;
  if (read.kind !== "done") {
    return unread([{ phase: "syntax", ...finding }]);
  }
  const { verdict } = read.result;
  const findings: Finding[] = [...verdict.findings, { phase: "execution", ...finding }];
  return { ...verdict, passed: false, phase: "execution", findings };
}
