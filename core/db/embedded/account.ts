import { statSync } from "node:fs";
import { SixbtcError } from "../../errors.ts";

/**
 * As whom the server runs, since PostgreSQL refuses to run as root: as this user, as another user, or, for root, in a
 * user namespace in which root is called nobody (so that it may stay in a folder that only root can enter).
 */
export type Account = { kind: "self" } | { kind: "user"; uid: number; gid: number } | { kind: "namespace" };

/** Its number is in every passwd, on which initdb insists. */
const NOBODY = 65534;

export const NOBODY_ACCOUNT: Account = { kind: "user", uid: NOBODY, gid: NOBODY };

const NAMESPACE = ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--"];

/** The account for a server in `folder`: that of the folder's owner. Null: root's, and namespaces are refused here. */
export function accountFor(folder: string): Account | null {
  const me = process.getuid?.() ?? 0;
  const { uid, gid } = statSync(folder);
  if (me === uid && me !== 0) return { kind: "self" };
  if (me !== 0) {
    throw new SixbtcError("database.foreign", `${folder} belongs to user ${uid}, this is user ${me}`, {
      hint: "Run as its owner, or name another folder in SIXBTC_HOME, or a database in DATABASE_URL.",
      exitCode: 3,
    });
  }
  if (uid !== 0) return { kind: "user", uid, gid };
  return namespaceWorks(folder) ? { kind: "namespace" } : null;
}

function namespaceWorks(folder: string): boolean {
  if (Bun.which(NAMESPACE[0] ?? "") === null) return false;
  const probe = ["sh", "-c", 'cd "$0" && test -w .', folder];
  return Bun.spawnSync([...NAMESPACE, ...probe], { stdout: "ignore", stderr: "ignore" }).success;
}

/** The command line and the spawn options that run `command` as `account`, away from this process's terminal. */
export function runAs(account: Account, command: string[]) {
  return {
    cmd: account.kind === "namespace" ? [...NAMESPACE, ...command] : command,
    // PG* variables of the user's shell must not steer the server.
    env: { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C" },
    detached: true,
    ...(account.kind === "user" ? { uid: account.uid, gid: account.gid } : {}),
  };
}
