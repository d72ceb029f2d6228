import { messageOf } from "../errors.ts";
import { type ChildAnswer, type ChildRequest, JIT_RESERVATION, OUT_OF_MEMORY } from "./child-process.ts";

/**
 * Growth between two jobs after which a child collects. Columns are few and large, and what is left to itself lets
 * several times what is kept pile up: half of the memory again, for no time saved.
 */
const GARBAGE_MB = 32;

/**
 * The other end of a `ChildPool`: answers each job with what `handle` returns or the message of what it throws, and
 * ends with the parent. The parent alone decides when a child stops, so the signals of a terminal or of pm2, which go
 * to the whole tree, are ignored here.
 */
export function serveJobs<Job, Result>(handle: (job: Job) => Result | Promise<Result>): void {
  for (const name of ["NODE_CHANNEL_FD", JIT_RESERVATION]) delete process.env[name];
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => undefined);
  process.on("disconnect", () => process.exit(0));
  let keptMb = residentMb();
  process.on("message", async ({ id, job }: ChildRequest<Job>) => {
    process.send?.(await answerTo(id, job, handle));
    if (residentMb() > keptMb + GARBAGE_MB) {
      Bun.gc(true);
      keptMb = residentMb();
    }
    keptMb = Math.min(keptMb, residentMb());
  });
}

function residentMb(): number {
  return process.memoryUsage.rss() / (1024 * 1024);
}

async function answerTo<Job, Result>(
  id: number,
  job: Job,
  handle: (job: Job) => Result | Promise<Result>,
): Promise<ChildAnswer<Result>> {
  try {
    return { id, result: await handle(job) };
  } catch (error) {
    if (error instanceof RangeError && /out of memory/i.test(error.message)) process.exit(OUT_OF_MEMORY);
    return { id, error: messageOf(error) };
  }
}
