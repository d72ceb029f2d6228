import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { SixbtcError } from "../../errors.ts";
import { type Account, runAs } from "./account.ts";
import { installBinaries } from "./binaries.ts";
import { fsyncSetting, initCluster, OWNER } from "./cluster.ts";
import { withFileLock } from "./file-lock.ts";
import { findPlace, giveTo, type Place, preparePlace, unusableHome } from "./place.ts";
import { clearStale, findAlive, findReady, isAlive, type Postmaster } from "./postmaster.ts";

/** What the pools of all configured processes must fit into (`checkPoolSizes`). */
const MAX_CONNECTIONS = 100;
/** Recovery after a crash may take a while; nothing else does. */
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 15_000;
const LOCK_TIMEOUT_MS = START_TIMEOUT_MS + 60_000;
const POLL_MS = 20;
const START_ATTEMPTS = 5;
const LOG_KEPT_BYTES = 5_000_000;

export type ServerStatus =
  | { state: "absent" }
  | { state: "stopped"; folder: string }
  | { state: "running"; folder: string; pid: number; port: number };

type ServerOptions = {
  /** False gives up what is written when the machine fails, for the speed of tests. */
  isDurable?: boolean;
};

/**
 * The address, password included, of the one PostgreSQL server of `home`, made and started if need be. Any number of
 * processes may call this at once; the server outlives them all, until `stopServer`.
 */
export async function ensureServer(home: string, { isDurable = true }: ServerOptions = {}): Promise<string> {
  const place = findPlace(home);
  const ready = place === null ? null : await findReady(place.data);
  if (place !== null && ready !== null) return addressOf(place, ready);

  return withFileLock(makeHome(home), LOCK_TIMEOUT_MS, async () => {
    const existing = findPlace(home);
    const started = existing === null ? null : await findReady(existing.data);
    if (existing !== null && started !== null) return addressOf(existing, started);
    const prepared = preparePlace(home);
    const native = installBinaries(prepared.place.folder, prepared.account.kind !== "user");
    if (!existsSync(prepared.place.data)) {
      await initCluster(prepared.place, prepared.account, native, isDurable);
    }
    return addressOf(prepared.place, await start(prepared.place, prepared.account, native, isDurable));
  });
}

/** Stops the server of `home`, cutting its connections; false when none was running. */
export async function stopServer(home: string): Promise<boolean> {
  const place = findPlace(home);
  if (place === null || findAlive(place.data) === null) return false;
  return withFileLock(makeHome(home), LOCK_TIMEOUT_MS, async () => {
    const alive = findAlive(place.data);
    if (alive === null) return false;
    for (const signal of ["SIGINT", "SIGQUIT"] as const) {
      process.kill(alive.pid, signal);
      if (await isOver(alive.pid)) return true;
    }
    throw new SixbtcError("database.stop-failed", `PostgreSQL (process ${alive.pid}) does not stop`, {
      hint: `Its log is ${place.log}.`,
    });
  });
}

export async function serverStatus(home: string): Promise<ServerStatus> {
  const place = findPlace(home);
  if (place === null || !existsSync(place.data)) return { state: "absent" };
  const ready = await findReady(place.data);
  return ready === null
    ? { state: "stopped", folder: place.folder }
    : { state: "running", folder: place.folder, ...ready };
}

/** Goes on until the server is ready, whoever started it: an earlier starter may have died since. */
async function start(place: Place, account: Account, native: string, isDurable: boolean): Promise<Postmaster> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  const logStart = rotateLog(place);
  let attempts = 0;
  let spawned: number | null = null;
  while (performance.now() < deadline) {
    const ready = await findReady(place.data);
    if (ready !== null) {
      keepPort(place, account, ready.port);
      return ready;
    }
    const isComing = findAlive(place.data) !== null || (spawned !== null && isAlive(spawned));
    if (!isComing && clearStale(place.data) === "cleared") {
      if (attempts === START_ATTEMPTS) break;
      spawned = await spawnServer(place, account, native, await choosePort(place, attempts === 0), isDurable);
      attempts += 1;
    }
    await Bun.sleep(POLL_MS);
  }
  const log = existsSync(place.log) ? readFileSync(place.log, "utf8").slice(logStart) : "";
  const fault = log.split("\n").findLast((line) => /FATAL|PANIC|error|could not/.test(line)) ?? "it left no reason";
  throw new SixbtcError("database.start-failed", `The embedded PostgreSQL does not start: ${fault}`, {
    hint: `Its log is ${place.log}.`,
    exitCode: 3,
  });
}

/**
 * Starts the server as a grandchild in a session of its own, so that neither a terminal's Ctrl-C nor pm2, which stops
 * a process with all that descends from it, reaches the server through the process that happened to need it first.
 */
async function spawnServer(
  place: Place,
  account: Account,
  native: string,
  port: number,
  isDurable: boolean,
): Promise<number> {
  const settings = [`max_connections=${MAX_CONNECTIONS}`, "listen_addresses=127.0.0.1", "unix_socket_directories="];
  // Statements hold what strategies say, and are not for a log.
  settings.push("log_min_error_statement=panic", "timezone=UTC", "log_timezone=UTC", "jit=off");
  const server = [join(native, "bin", "postgres"), "-D", place.data, "-p", String(port), ...fsyncSetting(isDurable)];
  const command = runAs(account, [...server, ...settings.flatMap((setting) => ["-c", setting])]);
  const script = 'log=$0; "$@" </dev/null >>"$log" 2>&1 & echo $!';
  const shell = Bun.spawn({
    ...command,
    cmd: ["sh", "-c", script, place.log, ...command.cmd],
    cwd: place.folder,
    stdin: "ignore",
    stdout: "pipe",
    stderr: "ignore",
  });
  return Number(await shell.stdout.text());
}

/** The port of the last time, by which clients that wait for the server find it again, or another that is free. */
async function choosePort(place: Place, preferLast: boolean): Promise<number> {
  const last = preferLast && existsSync(place.port) ? Number(readFileSync(place.port, "utf8")) : 0;
  return (await tryPort(last)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  const listener = createServer();
  listener.once("error", () => resolve(null));
  listener.listen({ host: "127.0.0.1", port }, () => {
    const address = listener.address();
    listener.close(() => resolve(typeof address === "object" && address !== null ? address.port : null));
  });
  return promise;
}

function keepPort(place: Place, account: Account, port: number): void {
  const draft = `${place.port}-draft`;
  writeFileSync(draft, String(port), { mode: 0o600 });
  giveTo(account, draft);
  renameSync(draft, place.port);
}

function addressOf(place: Place, { port }: Postmaster): string {
  if (!existsSync(place.password)) {
    throw new SixbtcError("database.no-password", `${place.password} is missing`, {
      hint: "Bring the file back; without it nobody gets into this database.",
      exitCode: 3,
    });
  }
  return `postgres://${OWNER}:${readFileSync(place.password, "utf8")}@127.0.0.1:${port}/${OWNER}`;
}

/** The home folder and the lock in it; what root makes there belongs to the folder's owner. */
function makeHome(home: string): string {
  const lock = join(home, "postgres.lock");
  try {
    mkdirSync(home, { recursive: true });
    closeSync(openSync(lock, "a"));
    const { uid, gid } = statSync(home);
    if (process.getuid?.() === 0) chownSync(lock, uid, gid);
    return lock;
  } catch (cause) {
    throw unusableHome(home, cause);
  }
}

/** Where in its log the next start begins. */
function rotateLog({ log }: Place): number {
  const bytes = existsSync(log) ? statSync(log).size : 0;
  if (bytes <= LOG_KEPT_BYTES) return bytes;
  renameSync(log, `${log}.1`);
  return 0;
}

async function isOver(pid: number): Promise<boolean> {
  const deadline = performance.now() + STOP_TIMEOUT_MS;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await Bun.sleep(POLL_MS);
  }
  return true;
}
