import { join } from "node:path";
import { type ExitCode, SixbtcError } from "../../core/errors.ts";
import { type ChildPool, createChildPool } from "../../core/runtime/children.ts";
import type { Examination, GatesJob } from "./examine.ts";
import type { FileJob, FileRun } from "./file/job.ts";
import type { Retested, RetestJob } from "./retest/examine-again.ts";

export type BacktestJob = FileJob | GatesJob | RetestJob;

/** What a child says; an error that a person can act on crosses as its parts, since classes do not. */
export type BacktestAnswer =
  | { kind: "file"; run: FileRun }
  | { kind: "gates"; examination: Examination }
  | { kind: "retest"; retested: Retested }
  | { kind: "fault"; fault: Fault };

type Fault = { code: string; message: string; hint: string | undefined; exitCode: ExitCode };

export type BacktestPool = ChildPool<BacktestJob, BacktestAnswer>;

type PoolOptions = { size: number; jobsPerChild: number; memoryMb: number; keepsMemory?: boolean; hugePages?: boolean };

/** Children that alone execute the code of strategies (DESIGN 10). */
export function createBacktestPool(options: PoolOptions): BacktestPool {
  return createChildPool({ ...options, entry: join(import.meta.dir, "child.ts") });
}

/** The error of an answer that is not the one that was asked for. */
export function errorOf(answer: BacktestAnswer): Error {
  if (answer.kind !== "fault") return new TypeError(`a child answered with ${answer.kind}`);
  const { code, message, hint, exitCode } = answer.fault;
  return new SixbtcError(code, message, { exitCode, ...(hint !== undefined && { hint }) });
}
