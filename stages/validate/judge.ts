import { type Finding, PHASES, type Phase } from "../../core/strategy/definition.ts";
import { checkExecution } from "./execution.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { checkLiveWindow } from "./live-window.ts";
import { checkLookahead, settleSuspicions } from "./lookahead.ts";
import { checkShuffle } from "./shuffle.ts";
import { checkSyntax } from "./syntax.ts";
import { createTrialRuns, FailedRun, found, type Toolboxes } from "./trial-runs.ts";
import type { Verdict } from "./verdict.ts";

/**
 * `judge` takes a text through all phases, `read` stops before anything of it runs, `repeat` only runs it once more for
 * its fingerprint. `liveBars`: bars that the desk can count on.
 */
export type JudgeJob = { text: string; task: "judge" | "read" | "repeat"; liveBars: number };

/** `fingerprint`: what its masks on a market come down to, in any process; null where it did not come to that. */
export type Judgement = { verdict: Verdict; fingerprint: string | null };

/** Takes a text through the four phases until one fails. Runs strategy code: for child processes. */
export function judge({ text, task, liveBars }: JudgeJob, toolboxes: Toolboxes): Judgement {
  const verdict: Verdict = { name: null, passed: false, phase: null, findings: [], warmupBars: null, elapsedMs: {} };
  function timed<Result>(phase: Phase, work: () => Result): Result {
    const start = performance.now();
    try {
      return work();
    } finally {
      verdict.elapsedMs[phase] = Math.round((performance.now() - start) * 10) / 10;
    }
  }

  const syntax = timed("syntax", () => checkSyntax(text));
  if (syntax.kind === "failed") return judged({ ...verdict, name: syntax.name }, syntax.findings);
  const { module } = syntax;
  if (task === "repeat") return { verdict, fingerprint: fingerprintOf(createTrialRuns(module, toolboxes)) };
  verdict.name = module.definition.name;
  verdict.warmupBars = module.definition.warmup;
  const read = timed("lookahead", () => checkLookahead(module));
  // What is suspected is told also where it does not come to the experiment, or that comes to no end.
  let findings = settleSuspicions(module, read.suspicions, { leakLine: undefined, hasReached: () => true });
  if (task === "read" || read.findings.length > 0) return judged(verdict, [...read.findings, ...findings]);

  let fingerprint: string | null = null;
  try {
    const runs = createTrialRuns(module, toolboxes);
    const { leak, warmupBars, ...shuffle } = timed("shuffle", () => checkShuffle(runs));
    verdict.warmupBars = warmupBars;
    const settled = settleSuspicions(module, read.suspicions, { leakLine: leak?.line, hasReached: runs.hasReached });
    findings = [...settled, ...shuffle.findings, ...checkLiveWindow(warmupBars, liveBars)];
    if (leak) {
      const line = leak.line ?? findings[0]?.line ?? null;
      return judged(verdict, [...findings, found("shuffle", "error", leak.words, line)]);
    }
    if (findings.some(({ severity }) => severity === "error")) return judged(verdict, findings);
    findings.push(...timed("execution", () => checkExecution(runs)));
    fingerprint = fingerprintOf(runs);
  } catch (error) {
    if (!(error instanceof FailedRun)) throw error;
    findings.push(error.finding);
  }
  return judged(verdict, findings, fingerprint);
}

function judged(verdict: Verdict, findings: Finding[], fingerprint: string | null = null): Judgement {
  const failed = findings.filter(({ severity }) => severity === "error").map(({ phase }) => phase);
  const phase = PHASES.find((candidate) => failed.includes(candidate)) ?? null;
  return { verdict: { ...verdict, findings, phase, passed: phase === null }, fingerprint };
}
