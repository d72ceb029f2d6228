import { lazy } from "../lazy.ts";
import { ownMemoryMb } from "./memory.ts";

/** What became of a job: the child's answer, the error that it threw, or how the child died over it. */
export type JobOutcome<Result> =
  | { kind: "done"; result: Result }
  | { kind: "threw"; message: string }
  | { kind: "died"; reason: DeathReason; detail: string };

type DeathReason = "timeout" | "memory" | "killed";

/** How far a job is: `done` of `of` in one of its steps. */
export type Progress = { step: string; done: number; of: number };

/** `tells`: somebody wants to know how far the job is. */
export type ChildRequest<Job> = { id: number; job: Job; tells: boolean };
/** Word of a job that goes on. */
export type ChildProgress = { id: number; progress: Progress };
/** `memoryMb`: what the child has by then. */
export type ChildAnswer<Result> = { id: number; memoryMb: number } & ({ result: Result } | { error: string });

export type OnProgress = (progress: Progress) => void;

export type Child<Job, Result> = {
  /** One job at a time. Aborting `signal` kills the child and rejects with the signal's reason. */
  run(job: Job, timeoutMs: number, signal: AbortSignal, onProgress?: OnProgress): Promise<JobOutcome<Result>>;
  jobsDone(): number;
  /** What it had after its last job. */
  memoryMb(): number;
  isAlive(): boolean;
  kill(): Promise<void>;
};

export type ChildOptions = {
  /** Absolute path of the module that calls `serveJobs`. */
  entry: string;
  /** An empty folder to run in. */
  folder: string;
  memoryMb: number;
  /** The child keeps memory for itself that a job let go of. */
  keepsMemory: boolean;
  /** The child takes its memory in large pages where the system has them. */
  hugePages: boolean;
};

const MEMORY_POLL_MS = 200;

/**
 * The tool with which the child bounds its memory when it has loaded what it needs, and the bound in MB. The child
 * forgets them, and the others below, before it serves anything.
 */
export const MEMORY_TOOL = "SIXBTC_PRLIMIT";
export const MEMORY_MB = "SIXBTC_MEMORY_MB";

/**
 * Left to itself the allocator gives pages of freed columns back at once and takes them anew for the next ones, which
 * with several children at work takes as long as the work.
 */
export const MEMORY_RETURN = "MIMALLOC_PURGE_DELAY";
const NEVER = "-1";

/**
 * On machines that make each page of 4 kB slowly (virtual ones above all), half of what it takes to load candles is to
 * be given the memory. In pages of 2 MB it takes a tenth of that, at the price of some that are never filled.
 */
export const HUGE_PAGES = "MIMALLOC_ALLOW_THP";

/** How Bun ends when an allocation fails; nobody sends these from outside. */
const CRASHES = new Set(["SIGSEGV", "SIGABRT", "SIGILL", "SIGTRAP", "SIGBUS"]);

/** What a child exits with when an allocation failed in a job: after that nothing in it can be relied on. */
export const OUT_OF_MEMORY = 86;

const STDERR_KEPT = 4_000;

/** Files cannot be written at all. */
const LIMITS = ["--fsize=0", "--core=0"];

/** Children that are alive: an exit in the middle of their work, which serves no message any more, ends them too. */
const alive = new Set<() => void>();
process.on("exit", () => {
  for (const kill of alive) kill();
});

/** Starts a child with an empty environment in an empty folder, its memory bounded, its output thrown away. */
export function startChild<Job, Result>(options: ChildOptions): Child<Job, Result> {
  const { entry, folder, memoryMb, keepsMemory, hugePages } = options;
  let settle: ((outcome: JobOutcome<Result>) => void) | null = null;
  let listener: OnProgress | null = null;
  let jobs = 0;
  let memory = 0;
  let death: DeathReason = "killed";
  let stderr = "";

  const prlimit = Bun.which("prlimit");
  const limits = prlimit === null ? [] : [prlimit, ...LIMITS, "--"];
  const child = Bun.spawn([...dyingWithParent(), ...limits, process.execPath, "--no-env-file", entry], {
    cwd: folder,
    env: {
      ...(prlimit !== null && { [MEMORY_TOOL]: prlimit, [MEMORY_MB]: String(memoryMb) }),
      ...(keepsMemory && { [MEMORY_RETURN]: NEVER }),
      ...(hugePages && { [HUGE_PAGES]: "1" }),
    },
    stdin: "ignore",
    stdout: "ignore",
    stderr: "pipe",
    serialization: "advanced",
    ipc(answer: ChildAnswer<Result> | ChildProgress) {
      if (answer.id !== jobs) return;
      if ("progress" in answer) {
        listener?.(answer.progress);
        return;
      }
      memory = answer.memoryMb;
      settle?.("error" in answer ? { kind: "threw", message: answer.error } : { kind: "done", result: answer.result });
    },
  });
  const drained = keepTail(child.stderr, (tail) => {
    stderr = tail;
  });
  const ended = Promise.all([child.exited, drained]).then(() => {
    const starved = CRASHES.has(String(child.signalCode)) || child.exitCode === OUT_OF_MEMORY;
    const reason = death === "killed" && starved ? "memory" : death;
    const detail = `exit code ${child.exitCode ?? "none"}, signal ${child.signalCode ?? "none"}${lastLine(stderr)}`;
    settle?.({ kind: "died", reason, detail });
  });

  const killNow = () => child.kill("SIGKILL");
  alive.add(killNow);
  child.exited.finally(() => alive.delete(killNow));
  const kill = (reason: DeathReason) => {
    death = reason;
    killNow();
  };
  const deliver = (request: ChildRequest<Job>) => {
    try {
      child.send(request);
    } catch (error) {
      // A child that died between two jobs has closed its end; what is left to tell is how it ended.
      if (child.exitCode === null && child.signalCode === null) throw error;
    }
  };
  return {
    isAlive: () => child.exitCode === null && child.signalCode === null && !child.killed,
    jobsDone: () => jobs,
    memoryMb: () => memory,
    async kill() {
      kill("killed");
      await ended;
    },
    async run(job, timeoutMs, signal, onProgress) {
      const { promise, resolve } = Promise.withResolvers<JobOutcome<Result>>();
      settle = resolve;
      listener = onProgress ?? null;
      jobs += 1;
      const timer = setTimeout(() => kill("timeout"), timeoutMs);
      const watch = setInterval(() => {
        if (ownMemoryMb(child.pid) > memoryMb) kill("memory");
      }, MEMORY_POLL_MS);
      const onAbort = () => kill("killed");
      signal.addEventListener("abort", onAbort, { once: true });
      try {
        deliver({ id: jobs, job, tells: listener !== null });
        const outcome = await promise;
        signal.throwIfAborted();
        return outcome;
      } finally {
        settle = null;
        listener = null;
        clearTimeout(timer);
        clearInterval(watch);
        signal.removeEventListener("abort", onAbort);
      }
    },
  };
}

/**
 * A parent that is killed takes its children with it, where the system can (Linux): one that works would else go on for
 * as long as its job does, watched by nobody. A setpriv that does not know the option is none.
 */
const dyingWithParent = lazy((): string[] => {
  const setpriv = Bun.which("setpriv");
  if (setpriv === null) return [];
  const command = [setpriv, "--pdeathsig", "KILL", "--"];
  const probe = Bun.spawnSync([...command, setpriv, "--version"], { stdout: "ignore", stderr: "ignore" });
  return probe.success ? command : [];
});

async function keepTail(stream: ReadableStream<Uint8Array>, keep: (tail: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  let tail = "";
  for await (const chunk of stream) {
    tail = (tail + decoder.decode(chunk, { stream: true })).slice(-STDERR_KEPT);
    keep(tail);
  }
}

function lastLine(text: string): string {
  const line = text.trim().split("\n").at(-1) ?? "";
  return line === "" ? "" : `: ${line.slice(0, 200)}`;
}
