import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { SixbtcError } from "../../errors.ts";
import { type Account, runAs } from "./account.ts";
import { giveTo, type Place } from "./place.ts";

/** The user and the database that an embedded server is made with. */
export const OWNER = "sixbtc";

/**
 * Makes the data folder, whole or not at all: everything happens in a draft that is renamed at the end, so that a
 * process killed here leaves nothing that a later one could take for a database.
 */
export async function initCluster(place: Place, account: Account, native: string, isDurable: boolean): Promise<void> {
  for (const name of readdirSync(place.folder).filter((entry) => entry.startsWith("data-draft-"))) {
    rmSync(join(place.folder, name), { recursive: true, force: true });
  }
  // An empty one was left by a machine that failed in the middle of this; no data was made with it.
  if (!existsSync(place.password) || readFileSync(place.password, "utf8") === "") makePassword(place, account);
  const draft = join(place.folder, `data-draft-${process.pid}`);
  const sync = isDurable ? [] : ["--no-sync"];
  await runTool(place, account, [
    ...[join(native, "bin", "initdb"), "-D", draft, "-U", OWNER, "--pwfile", place.password],
    ...["-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-instructions", ...sync],
  ]);
  const single = [join(native, "bin", "postgres"), "--single", "-D", draft, ...fsyncSetting(isDurable), "postgres"];
  await runTool(place, account, single, `create database ${OWNER};\n`);
  renameSync(draft, place.data);
  if (isDurable) syncPath(place.folder);
}

/** Whole and on disk before it has its name: without it nobody gets into what is made with it. */
function makePassword({ password }: Place, account: Account): void {
  const draft = `${password}-draft`;
  writeFileSync(draft, randomBytes(24).toString("hex"), { mode: 0o600 });
  syncPath(draft);
  giveTo(account, draft);
  renameSync(draft, password);
}

export function fsyncSetting(isDurable: boolean): string[] {
  return isDurable ? [] : ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];
}

/** Runs one of PostgreSQL's own programs to its end; what it complains about becomes the error. */
async function runTool(place: Place, account: Account, command: string[], input = ""): Promise<void> {
  const tool = Bun.spawn({
    ...runAs(account, command),
    cwd: place.folder,
    stdin: new TextEncoder().encode(input),
    stdout: "ignore",
    stderr: "pipe",
  });
  const [exitCode, complaints] = await Promise.all([tool.exited, tool.stderr.text()]);
  const fault = complaints.split("\n").find((line) => /error|fatal|cannot|could not|denied/i.test(line));
  if (exitCode !== 0 || fault !== undefined) {
    const reason = fault ?? complaints.trim().split("\n").at(-1) ?? "";
    throw new SixbtcError("database.init-failed", `The embedded PostgreSQL could not be made: ${reason.trim()}`, {
      hint: `Look at ${place.folder} and its free space, or name a PostgreSQL database in DATABASE_URL.`,
      exitCode: 3,
    });
  }
}

/** A rename is on disk only when its folder is. */
function syncPath(path: string): void {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}
