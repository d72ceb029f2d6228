import { messageOf } from "../errors.ts";
import {
  type ChildAnswer,
  type ChildRequest,
  HUGE_PAGES,
  JIT_RESERVATION,
  MEMORY_RETURN,
  OUT_OF_MEMORY,
} from "./child-process.ts";
import { createCollector } from "./collector.ts";
import { ownMemoryMb } from "./memory.ts";

/** Growth after which a child collects between two jobs: a full collection every few strategies. */
const GARBAGE_MB = 32;

/**
 * The other end of a `ChildPool`: answers each job with what `handle` returns or the message of what it throws, and
 * ends with the parent. The parent alone decides when a child stops, so the signals of a terminal or of pm2, which go
 * to the whole tree, are ignored here.
 */
export function serveJobs<Job, Result>(handle: (job: Job) => Result | Promise<Result>): void {
  for (const name of ["NODE_CHANNEL_FD", JIT_RESERVATION, MEMORY_RETURN, HUGE_PAGES]) delete process.env[name];
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => undefined);
  process.on("disconnect", () => process.exit(0));
  const collect = createCollector(GARBAGE_MB);
  process.on("message", async ({ id, job }: ChildRequest<Job>) => {
    const answer = await answerTo(job, handle);
    const memoryMb = ownMemoryMb(process.pid);
    process.send?.({ id, memoryMb, ...answer } satisfies ChildAnswer<Result>);
    collect(memoryMb);
  });
}

async function answerTo<Job, Result>(
  job: Job,
  handle: (job: Job) => Result | Promise<Result>,
): Promise<{ result: Result } | { error: string }> {
  try {
    return { result: await handle(job) };
  } catch (error) {
    if (error instanceof RangeError && /out of memory/i.test(error.message)) process.exit(OUT_OF_MEMORY);
    return { error: messageOf(error) };
  }
}
