import { type Finding, PHASES, type Phase } from "../../core/strategy/definition.ts";
import { checkExecution } from "./execution.ts";
import { checkLiveWindow } from "./live-window.ts";
import { checkLookahead, settleSuspicions } from "./lookahead.ts";
import { checkShuffle } from "./shuffle.ts";
import { checkSyntax } from "./syntax.ts";
import { createTrialRuns, FailedRun, found, type Toolboxes } from "./trial-runs.ts";
import type { Verdict } from "./verdict.ts";

/** `onlyRead`: stop before anything of the text runs; `liveBars`: bars that the desk can count on. */
export type JudgeJob = { text: string; onlyRead: boolean; liveBars: number };

/** Takes a text through the four phases until one fails. Runs strategy code: for child processes. */
export function judge({ text, onlyRead, liveBars }: JudgeJob, toolboxes: Toolboxes): Verdict {
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
  if (syntax.kind === "failed") return closed({ ...verdict, name: syntax.name }, syntax.findings);
  const { module } = syntax;
  verdict.name = module.definition.name;
  verdict.warmupBars = module.definition.warmup;
  const read = timed("lookahead", () => checkLookahead(module));
  if (onlyRead || read.findings.length > 0) return closed(verdict, read.findings);

  const findings: Finding[] = [];
  try {
    const runs = createTrialRuns(module, toolboxes);
    const { leak, warmupBars, ...shuffle } = timed("shuffle", () => checkShuffle(runs));
    verdict.warmupBars = warmupBars;
    const settled = settleSuspicions(module, read.suspicions, { leakLine: leak?.line, hasReached: runs.hasReached });
    findings.push(...settled, ...shuffle.findings, ...checkLiveWindow(warmupBars, liveBars));
    if (leak) {
      const line = leak.line ?? findings[0]?.line ?? null;
      return closed(verdict, [...findings, found("shuffle", "error", leak.words, line)]);
    }
    if (findings.some(({ severity }) => severity === "error")) return closed(verdict, findings);
    findings.push(...timed("execution", () => checkExecution(runs)));
  } catch (error) {
    if (!(error instanceof FailedRun)) throw error;
    findings.push(error.finding);
  }
  return closed(verdict, findings);
}

function closed(verdict: Verdict, findings: Finding[]): Verdict {
  const failed = findings.filter(({ severity }) => severity === "error").map(({ phase }) => phase);
  const phase = PHASES.find((candidate) => failed.includes(candidate)) ?? null;
  return { ...verdict, findings, phase, passed: phase === null };
}
