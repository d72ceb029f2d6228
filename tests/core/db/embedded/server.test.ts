import { afterAll, afterEach, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { isAlive } from "../../../../core/db/embedded/postmaster.ts";
import { ensureServer, serverStatus, stopServer } from "../../../../core/db/embedded/server.ts";
import { newHome } from "../../../support/test-run.ts";

const FIXTURE = join(import.meta.dir, "server-fixture.ts");
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const made: string[] = [];

/** One server that tests may stop, kill and start, to spare the making of one for each. */
let common = "";

setDefaultTimeout(60_000);
beforeAll(async () => {
  common = await newHome();
  await query(await ensureServer(common), "create table kept as select 42 as answer");
});
afterAll(() => discard(common));
afterEach(async () => {
  for (const home of made.splice(0)) await discard(home);
});

async function discard(home: string): Promise<void> {
  await stopServer(home);
  rmSync(home, { recursive: true, force: true });
}

async function freshHome(): Promise<string> {
  const home = await newHome();
  made.unshift(home);
  return home;
}

type SpawnExtras = { uid?: number; gid?: number; env?: Record<string, string | undefined> };

function startFixture(home: string, extras: SpawnExtras = {}, ...more: string[]) {
  const command = [process.execPath, FIXTURE, home, ...more];
  return Bun.spawn(command, { stdin: "ignore", stdout: "pipe", stderr: "pipe", ...extras });
}

async function ensureElsewhere(home: string, extras: SpawnExtras = {}): Promise<string> {
  const child = startFixture(home, extras);
  const [url, complaints, exitCode] = await Promise.all([child.stdout.text(), child.stderr.text(), child.exited]);
  expect({ exitCode, complaints }).toEqual({ exitCode: 0, complaints: "" });
  return url.trim();
}

async function query(url: string, statement: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, fetch_types: false });
  try {
    return [...(await sql.unsafe(statement))][0];
  } finally {
    // Without a limit postgres.js may wait for ever for a connection that the server broke off.
    await sql.end({ timeout: 1 });
  }
}

const keptAnswer = (url: string) => query(url, "select answer from kept");

async function runningPid(home: string): Promise<number> {
  const status = await serverStatus(home);
  if (status.state !== "running") throw new Error(`the server is ${status.state}`);
  return status.pid;
}

test("server: six processes racing the first start get one server, which outlives them", async () => {
  const home = await freshHome();
  const urls = await Promise.all(Array.from({ length: 6 }, () => ensureElsewhere(home)));
  expect(new Set(urls).size).toBe(1);
  expect(await query(urls[0]!, "select 1 as one")).toEqual({ one: 1 });
  expect(await ensureServer(home)).toBe(urls[0]!);
});

test("server: stop ends it, start brings back its data under the same address", async () => {
  const url = await ensureServer(common);
  expect(await stopServer(common)).toBe(true);
  expect((await serverStatus(common)).state).toBe("stopped");
  expect(await stopServer(common)).toBe(false);
  expect(await ensureServer(common)).toBe(url);
  expect(await keptAnswer(url)).toEqual({ answer: 42 });
});

test("server: SIGKILL of the server is recovered from, with what was committed just before", async () => {
  const url = await ensureServer(common);
  const busy = query(url, "select pg_sleep(60)").catch((error: unknown) => error);
  await query(url, "create table committed as select 43 as answer");
  const pid = await runningPid(common);
  process.kill(pid, "SIGKILL");
  while (isAlive(pid)) await Bun.sleep(1);
  const again = await Promise.all([ensureServer(common), ensureElsewhere(common), ensureElsewhere(common)]);
  expect(new Set(again).size).toBe(1);
  expect(await query(again[0], "select answer from committed")).toEqual({ answer: 43 });
  expect(await busy).toBeInstanceOf(Error);
});

test("server: SIGKILL of the process that makes the first database leaves nothing that stands in the way", async () => {
  const home = await freshHome();
  const starter = startFixture(home);
  const folder = join(home, "postgres");
  while (!existsSync(folder) || !readdirSync(folder).some((name) => name.startsWith("data-draft-"))) await Bun.sleep(2);
  starter.kill("SIGKILL");
  await starter.exited;
  expect(await query(await ensureServer(home, { isDurable: false }), "select 1 as one")).toEqual({ one: 1 });
});

test("server: SIGKILL of the process that waits for the start does not stop the next", async () => {
  await stopServer(common);
  const starter = startFixture(common);
  while (!existsSync(join(common, "postgres", "data", "postmaster.pid"))) await Bun.sleep(1);
  starter.kill("SIGKILL");
  expect(await keptAnswer(await ensureElsewhere(common))).toEqual({ answer: 42 });
});

test("server: a file left behind whose process number somebody else has now does not stop the start", async () => {
  const url = await ensureServer(common);
  const pidFile = join(common, "postgres", "data", "postmaster.pid");
  const lines = readFileSync(pidFile, "utf8").split("\n");
  await stopServer(common);
  writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join("\n"));
  expect((await serverStatus(common)).state).toBe("stopped");
  expect(await ensureServer(common)).toBe(url);
});

test("server: another port is taken when the last one is occupied", async () => {
  const { port } = new URL(await ensureServer(common));
  await stopServer(common);
  const occupant = Bun.listen({ hostname: "127.0.0.1", port: Number(port), socket: { data: () => undefined } });
  try {
    const moved = await ensureServer(common);
    expect(new URL(moved).port).not.toBe(port);
    expect(await keptAnswer(moved)).toEqual({ answer: 42 });
  } finally {
    occupant.stop(true);
  }
});

function placeOf(pid: number): { parent: number; session: number } {
  const [, parent, , session] = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ")
    .map(Number);
  return { parent: parent ?? 0, session: session ?? 0 };
}

test.skipIf(!existsSync("/proc/self"))(
  "server: it is in a session of its own, so that Ctrl-C and pm2 do not reach it through its starter",
  async () => {
    await stopServer(common);
    const starter = startFixture(common, {}, "stay");
    await starter.stdout.getReader().read();
    const server = placeOf(await runningPid(common));
    expect(server.parent).not.toBe(starter.pid);
    expect(server.session).not.toBe(placeOf(starter.pid).session);
    starter.kill("SIGKILL");
    await starter.exited;
  },
);

test("server: the password is in one file that others cannot read, and in no log", async () => {
  const url = await ensureServer(common);
  const { password } = new URL(url);
  const folder = join(common, "postgres");
  expect(password.length).toBe(48);
  expect(statSync(join(folder, "password")).mode & 0o777).toBe(0o600);
  await expect(keptAnswer(url.replace(password, "wrong"))).rejects.toThrow("password authentication failed");
  expect(readFileSync(join(folder, "postgres.log"), "utf8")).not.toContain(password);
});

test("server: it works in a closed folder whose name has spaces, quotes and accents", async () => {
  const home = join(await freshHome(), "my home's é");
  made.unshift(home);
  mkdirSync(home, { mode: 0o700 });
  expect(await serverStatus(home)).toEqual({ state: "absent" });
  expect(await query(await ensureServer(home, { isDurable: false }), "select 1 as one")).toEqual({ one: 1 });
});

test("server: a folder that PostgreSQL cannot live in is refused", async () => {
  const home = join(await freshHome(), "a$b");
  await expect(ensureServer(home)).rejects.toMatchObject({ code: "database.bad-path", exitCode: 3 });
});

test("server: a home folder that is a file is refused, whatever is asked about it", async () => {
  const home = join(await freshHome(), "file");
  writeFileSync(home, "");
  for (const path of [home, join(home, "below")]) {
    for (const ask of [serverStatus, stopServer, ensureServer]) {
      await expect(ask(path)).rejects.toMatchObject({ code: "database.home", exitCode: 3 });
    }
  }
});

test("server: a password that a failing machine left empty is made anew while there is no data", async () => {
  const home = await freshHome();
  mkdirSync(join(home, "postgres"), { mode: 0o700 });
  writeFileSync(join(home, "postgres", "password"), "");
  const url = await ensureServer(home, { isDurable: false });
  expect(new URL(url).password).toHaveLength(48);
  expect(await query(url, "select 1 as one")).toEqual({ one: 1 });
});

test("server: data that went missing is not taken for a new beginning", async () => {
  const home = await freshHome();
  symlinkSync(join(home, "nowhere"), join(home, "postgres"));
  await expect(ensureServer(home)).rejects.toMatchObject({ code: "database.missing", exitCode: 3 });
  rmSync(join(home, "postgres"));
});

/** Whether nobody may run this bun on these sources, which a clone under /root does not allow. */
const nobodyCanRun =
  isRoot &&
  Bun.spawnSync(["sh", "-c", `test -r "$1" && "$0" --version`, process.execPath, FIXTURE], {
    uid: NOBODY,
    gid: NOBODY,
  } as never).success;

test.skipIf(!nobodyCanRun)("server: the folder of another user is refused", async () => {
  const home = await freshHome();
  mkdirSync(join(home, "postgres"), { mode: 0o700 });
  for (const mode of [0o700, 0o755]) {
    chmodSync(home, mode);
    const child = startFixture(home, { uid: NOBODY, gid: NOBODY });
    const [complaints, exitCode] = await Promise.all([child.stderr.text(), child.exited]);
    expect({ complaints, exitCode }).toEqual({ complaints: expect.stringContaining("database.home"), exitCode: 1 });
  }
});

test.skipIf(!nobodyCanRun)("server: an ordinary user has one too, and root may use it", async () => {
  const home = await freshHome();
  chownSync(home, NOBODY, NOBODY);
  const url = await ensureElsewhere(home, { uid: NOBODY, gid: NOBODY });
  expect(statSync(join(home, "postgres", "data")).uid).toBe(NOBODY);
  expect(await ensureServer(home)).toBe(url);
  await stopServer(home);
  expect(await ensureServer(home, { isDurable: false })).toBe(url);
  await stopServer(home);
  expect(await ensureElsewhere(home, { uid: NOBODY, gid: NOBODY })).toBe(url);
});

/** The environment of a process to which namespaces are refused. */
async function withoutNamespaces(): Promise<SpawnExtras> {
  const bin = await freshHome();
  writeFileSync(join(bin, "unshare"), "#!/bin/sh\necho 'unshare failed: Operation not permitted' >&2\nexit 1\n");
  chmodSync(join(bin, "unshare"), 0o755);
  return { env: { ...process.env, PATH: `${bin}:${process.env["PATH"]}` } };
}

test.skipIf(!isRoot)(
  "server: root without namespaces runs it as nobody, in place where nobody gets there",
  async () => {
    const home = await freshHome();
    chmodSync(home, 0o755);
    const url = await ensureElsewhere(home, await withoutNamespaces());
    expect(statSync(join(home, "postgres", "data")).uid).toBe(NOBODY);
    expect(await query(url, "select 1 as one")).toEqual({ one: 1 });
    expect(await ensureServer(home)).toBe(url);
  },
);

test.skipIf(!isRoot)("server: root without namespaces moves it out of a closed folder, data and all", async () => {
  chmodSync(common, 0o700);
  await stopServer(common);
  const url = await ensureElsewhere(common, await withoutNamespaces());
  const status = await serverStatus(common);
  const outside = status.state === "running" ? status.folder : "";
  try {
    expect(outside).not.toContain(common);
    expect(statSync(outside).uid).toBe(NOBODY);
    expect(await keptAnswer(url)).toEqual({ answer: 42 });
  } finally {
    await stopServer(common);
    rmSync(outside, { recursive: true });
    rmSync(join(common, "postgres"));
  }
});
