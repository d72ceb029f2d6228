import { availableParallelism } from "node:os";
import type { Config } from "../core/config/schema.ts";
import { connect } from "../core/db/connect.ts";
import { checkPoolSizes } from "../core/db/pool-size.ts";
import { registerProcess } from "../core/db/processes.ts";
import { createQueue } from "../core/db/queue.ts";
import { unreachable } from "../core/db/unreachable.ts";
import { createWaker } from "../core/db/waker.ts";
import { messageOf } from "../core/errors.ts";
import { logFolder } from "../core/paths.ts";
import { createLog, type Log } from "../core/runtime/log.ts";
import { runLoop } from "../core/runtime/loop.ts";
import { tickAlone } from "./single.ts";
import { type Outcome, STAGE_NAMES, type StageCall, type StageContext, type StageEntry } from "./stage.ts";

type StageRun = {
  config: Config;
  /** Folder of the embedded database, the candle store and what else is generated. */
  home: string;
  /** In place of the database that the surroundings name. */
  databaseUrl?: string;
  call: StageCall;
  signal: AbortSignal;
  onOutcome(outcome: Outcome): void;
};

/** Verdicts that a person must look at. */
const ALARMING: ReadonlySet<string> = new Set(["failed", "faulted"]);
const MAX_CLOSE_MS = 2_000;

/** Runs one stage in this process: until nothing is left to do, or with `watch` until `signal` aborts. */
export async function runStage(entry: StageEntry, run: StageRun): Promise<void> {
  const log = openLog(entry, run);
  const cancelExit = exitInTime(entry, run.signal);
  try {
    const db = await connectUnlessStopped(entry, run);
    try {
      await runConnected(entry, run, { db, log });
    } catch (thrown) {
      const error = firstOf(thrown);
      const fault = unreachable(error, db.url);
      // Whoever asked for the stop got it; what is still claimed runs out by itself.
      if (fault === null || !run.signal.aborted) throw fault ?? error;
      log.warn("stage.cut-off", { error: messageOf(fault) });
    } finally {
      await closeInTime(db.close, entry, run.signal);
    }
  } catch (error) {
    // Whoever calls a stage by hand is told by the command that called it.
    if (run.call.watch && error !== run.signal.reason) log.error("stage.failed", { error: messageOf(error) });
    throw error;
  } finally {
    cancelExit();
    await log.close();
  }
}

/** A database that is slow to answer, or to start, does not keep a stage from stopping: nothing is claimed yet. */
async function connectUnlessStopped(entry: StageEntry, { config, home, databaseUrl, signal }: StageRun) {
  signal.throwIfAborted();
  const stopped = Promise.withResolvers<never>();
  const onAbort = () => stopped.reject(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  const connecting = connect({
    home,
    ...(databaseUrl !== undefined && { url: databaseUrl }),
    poolSize: config.database.poolSize,
    applicationName: `sixbtc ${entry.name}`,
  });
  try {
    return await Promise.race([connecting, stopped.promise]);
  } catch (error) {
    // A connection that comes too late is not left open; why it did not come is of no interest any more.
    if (signal.aborted) connecting.then((db) => db.close()).catch(() => undefined);
    throw error;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

async function runConnected(
  entry: StageEntry,
  { config, home, call, signal, onOutcome }: StageRun,
  { db, log }: Pick<StageContext, "db" | "log">,
): Promise<void> {
  if (call.watch) await checkPoolSizes(db, watchesOf(entry, config), config.database.poolSize);
  const onFault = (error: unknown) => log.warn("heartbeat.failed", { error: messageOf(error) });
  await using opened = new AsyncDisposableStack();
  opened.defer(() => log.info("stage.stopped"));
  const registered = await registerProcess(db, entry.name, onFault);
  opened.defer(() => closeInTime(registered.end, entry, signal));
  const actor = { stage: entry.name, process: registered.name };
  const queue = createQueue(db, { ...actor, leaseSec: config.processes.leaseSec, onFault });
  opened.defer(() => closeInTime(queue.close, entry, signal));
  const waker = await createWaker(db, entry.wakeOn);
  opened.defer(() => closeInTime(waker.close, entry, signal));
  const { openStage } = await entry.load();
  const stage = await openStage({ config, home, db, queue, actor, log }, call);
  opened.defer(() => stage.close?.());
  log.info("stage.started", { watch: call.watch });
  await runLoop({
    tick: entry.single ? tickAlone(db, entry, call, (alone) => stage.tick(alone)) : (inner) => stage.tick(inner),
    lanes: lanesOf(entry, config),
    watch: call.watch,
    pollMs: (entry.everySec(config) ?? config.processes.pollSec) * 1000,
    wake: waker.wake,
    signal,
    onOutcome(outcome) {
      log[ALARMING.has(outcome.verdict) ? "error" : "info"](`${entry.name}.${outcome.verdict}`, outcome);
      onOutcome(outcome);
    },
    log,
  });
}

/** Waits for `close`, but after a stop no longer than a database needs that is there. */
async function closeInTime(close: () => Promise<void>, { stopMs }: StageEntry, signal: AbortSignal): Promise<void> {
  const closing = close();
  await Promise.race(signal.aborted ? [closing, Bun.sleep(Math.min(MAX_CLOSE_MS, stopMs / 6))] : [closing]);
}

/** Processes that the configuration has running, this one among them in any case. */
function watchesOf({ name }: StageEntry, { processes }: Config): number {
  return STAGE_NAMES.filter((stage) => stage === name || processes[stage].enabled).length;
}

/** What went wrong first, where closing what was open went wrong too. */
function firstOf(error: unknown): unknown {
  return error instanceof SuppressedError ? firstOf(error.suppressed) : error;
}

/** As parallel as the config says; work that keeps a core busy never more than there are cores. */
function lanesOf({ name, lanes }: StageEntry, { processes }: Config): number {
  const { [name]: settings } = processes;
  const configured = "parallel" in settings ? settings.parallel : 1;
  if (lanes === "one") return 1;
  return lanes === "cores" ? Math.min(configured, availableParallelism()) : configured;
}

/** A stop that takes longer than the stage's stop time is cut short: what is claimed then runs out by itself. */
function exitInTime({ stopMs }: StageEntry, signal: AbortSignal): () => void {
  let timer: Timer | undefined;
  const onAbort = () => {
    timer = setTimeout(() => process.exit(1), stopMs - 500);
    timer.unref();
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener("abort", onAbort, { once: true });
  return () => {
    signal.removeEventListener("abort", onAbort);
    clearTimeout(timer);
  };
}

/**
 * A watch writes its log to a file. What stderr gets is for a person at a terminal, or for whoever redirected it; not
 * for pm2, which would only keep a second copy.
 */
function openLog(entry: StageEntry, { config, call }: StageRun): Log {
  const { folder, level, maxMb, keep } = config.logs;
  const isUnderPm2 = process.env["pm_id"] !== undefined;
  const toStderr = process.stderr.isTTY ? "pretty" : "json";
  return createLog({
    stage: entry.name,
    level: call.watch || level === "debug" ? level : "warn",
    file: call.watch ? { folder: logFolder(folder), maxMb, keep } : null,
    stderr: isUnderPm2 && call.watch ? "none" : toStderr,
  });
}
