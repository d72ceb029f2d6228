import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { messageOf, SixbtcError } from "../../errors.ts";
import { type Account, accountFor, NOBODY_ACCOUNT } from "./account.ts";

/** Where the server of a home folder keeps its files. */
export type Place = {
  folder: string;
  data: string;
  password: string;
  port: string;
  log: string;
};

/** The place of `home`, if there is one. A link that leads nowhere is data that went missing, not a new beginning. */
export function findPlace(home: string): Place | null {
  const entry = join(home, "postgres");
  const kind = kindOf(home, entry);
  if (kind === "absent") return null;
  // Asked after the kind: another process may be making the folder, or moving it, at this instant.
  if (!existsSync(entry)) {
    if (kind === "folder") return null;
    throw new SixbtcError("database.missing", `The database that ${entry} leads to is gone`, {
      hint: `Bring its folder back, or remove ${entry} to begin with an empty database.`,
      exitCode: 3,
    });
  }
  const folder = enterable(home, realpathSync(entry));
  return {
    folder,
    data: join(folder, "data"),
    password: join(folder, "password"),
    port: join(folder, "port"),
    log: join(folder, "postgres.log"),
  };
}

/** What to say of a home folder that this process cannot use. */
export function unusableHome(home: string, cause: unknown): SixbtcError {
  return new SixbtcError("database.home", `The folder ${home} cannot be used: ${messageOf(cause)}`, {
    hint: "Name a folder that you may write to in SIXBTC_HOME, or a PostgreSQL database in DATABASE_URL.",
    cause,
    exitCode: 3,
  });
}

/** A file in place of the folder, or a folder of another user, is not a beginning. */
function kindOf(home: string, entry: string): "absent" | "folder" | "link" {
  try {
    if (statSync(home, { throwIfNoEntry: false })?.isDirectory() === false) throw new Error("it is a file");
    const found = lstatSync(entry, { throwIfNoEntry: false });
    if (found === undefined) return "absent";
    return found.isSymbolicLink() ? "link" : "folder";
  } catch (cause) {
    throw unusableHome(home, cause);
  }
}

function enterable(home: string, folder: string): string {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return folder;
  } catch (cause) {
    throw unusableHome(home, cause);
  }
}

/** The place of `home`, made if need be, and the account that its server runs as. */
export function preparePlace(home: string): { place: Place; account: Account } {
  const place = findPlace(home) ?? makePlace(home);
  const account = accountFor(place.folder);
  if (account !== null) return { place, account };
  handOver(home, place);
  return { place: findPlace(home) ?? place, account: NOBODY_ACCOUNT };
}

/** Gives a file that this process wrote to the user that the server runs as. */
export function giveTo(account: Account, path: string): void {
  if (account.kind === "user") run(["chown", "-R", `${account.uid}:${account.gid}`, path]);
}

function makePlace(home: string): Place {
  const folder = join(realpathSync(home), "postgres");
  // initdb hands its own path to a shell, between double quotes.
  if (/["$`\\\n]/.test(folder)) {
    throw new SixbtcError("database.bad-path", `PostgreSQL cannot live in ${folder}: its path has one of " $ \` \\`, {
      hint: "Name another folder in SIXBTC_HOME, or a PostgreSQL database in DATABASE_URL.",
      exitCode: 3,
    });
  }
  mkdirSync(folder, { mode: 0o700 });
  const { uid, gid } = statSync(home);
  if (process.getuid?.() === 0 && uid !== 0) run(["chown", `${uid}:${gid}`, folder]);
  const place = findPlace(home);
  if (place === null) throw new SixbtcError("database.missing", `${folder} vanished while it was made`);
  return place;
}

/**
 * The last way for root, where the system refuses namespaces: the server runs as nobody, on files that belong to
 * nobody. Where nobody cannot reach the home folder they move out of it, and a link is left in their place.
 */
function handOver(home: string, { folder }: Place): void {
  // Programs that are hard links share their owner with the package they came from; they are installed anew as copies.
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith("native-"))) {
    rmSync(join(folder, name), { recursive: true });
  }
  if (isOpenTo(dirname(folder))) {
    giveTo(NOBODY_ACCOUNT, folder);
    return;
  }
  const parent = ["/var/lib", tmpdir()].find((candidate) => existsSync(candidate) && isOpenTo(candidate));
  if (parent === undefined) {
    throw new SixbtcError("database.no-account", `PostgreSQL does not run as root, and nobody else reaches ${folder}`, {
      hint: "Run as an ordinary user, or name a PostgreSQL database in DATABASE_URL.",
      exitCode: 3,
    });
  }
  const outside = mkdtempSync(join(parent, "sixbtc-"));
  cpSync(folder, outside, { recursive: true, verbatimSymlinks: true });
  giveTo(NOBODY_ACCOUNT, outside);
  rmSync(folder, { recursive: true });
  symlinkSync(outside, join(home, "postgres"));
}

function isOpenTo(folder: string): boolean {
  const path = realpathSync(folder);
  const open = (statSync(path).mode & 0o001) !== 0;
  return open && (path === dirname(path) || isOpenTo(dirname(path)));
}

function run(command: string[]): void {
  const result = Bun.spawnSync(command, { stdout: "ignore", stderr: "pipe" });
  if (!result.success) {
    throw new SixbtcError("database.no-account", `${command.join(" ")} failed: ${result.stderr.toString().trim()}`, {
      hint: "Run as an ordinary user, or name a PostgreSQL database in DATABASE_URL.",
      exitCode: 3,
    });
  }
}
