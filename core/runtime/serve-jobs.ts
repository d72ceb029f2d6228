import { messageOf } from "../errors.ts";
import { boundMemory } from "./bound-memory.ts";
import {
  type ChildAnswer,
  type ChildProgress,
  type ChildRequest,
  HUGE_PAGES,
  MEMORY_MB,
  MEMORY_RETURN,
  MEMORY_TOOL,
  type OnProgress,
  OUT_OF_MEMORY,
} from "./child-process.ts";
import { createCollector } from "./collector.ts";
import { ownMemoryMb } from "./memory.ts";

/** Growth after which a child collects between two jobs: a full collection every few strategies. */
const GARBAGE_MB = 32;
/** Time between two words of the same step: nobody reads faster. */
const PROGRESS_MS = 100;

/** Does a job; `tell` says how far it is, and may be called as often as it likes. */
type Handle<Job, Result> = (job: Job, tell: OnProgress) => Result | Promise<Result>;

/**
 * The other end of a `ChildPool`: answers each job with what `handle` returns or the message of what it throws, and
 * ends with the parent. The parent alone decides when a child stops, so the signals of a terminal or of pm2, which go
 * to the whole tree, are ignored here. `load`, where there is one, loads what the first job and those like it need;
 * after it the memory is bounded.
 */
export function serveJobs<Job, Result>(
  handle: Handle<Job, Result>,
  load: (first: Job) => Promise<unknown> = async () => undefined,
): void {
  const { [MEMORY_TOOL]: prlimit, [MEMORY_MB]: memoryMb } = process.env;
  for (const name of ["NODE_CHANNEL_FD", MEMORY_TOOL, MEMORY_MB, MEMORY_RETURN, HUGE_PAGES]) delete process.env[name];
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => undefined);
  process.on("disconnect", () => process.exit(0));
  const collect = createCollector(GARBAGE_MB);
  let loaded: Promise<void> | null = null;
  const ready = async (first: Job): Promise<void> => {
    await load(first);
    if (prlimit !== undefined) boundMemory(prlimit, Number(memoryMb));
  };
  process.on("message", async ({ id, job, tells }: ChildRequest<Job>) => {
    const answer = await answerTo(async () => {
      loaded ??= ready(job);
      await loaded;
      return handle(job, tells ? teller(id) : () => undefined);
    });
    const memoryMb = ownMemoryMb(process.pid);
    process.send?.({ id, memoryMb, ...answer } satisfies ChildAnswer<Result>);
    collect(memoryMb);
  });
}

/** Passes on the first word of each step, and of the others what comes long enough after the one before. */
function teller(id: number): OnProgress {
  let step: string | null = null;
  let toldMs = 0;
  return (progress) => {
    const nowMs = performance.now();
    if (progress.step === step && nowMs - toldMs < PROGRESS_MS) return;
    step = progress.step;
    toldMs = nowMs;
    process.send?.({ id, progress } satisfies ChildProgress);
  };
}

async function answerTo<Result>(work: () => Result | Promise<Result>): Promise<{ result: Result } | { error: string }> {
  try {
    return { result: await work() };
  } catch (error) {
    if (error instanceof RangeError && /out of memory/i.test(error.message)) process.exit(OUT_OF_MEMORY);
    return { error: messageOf(error) };
  }
}
