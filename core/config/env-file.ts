import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { SixbtcError } from "../errors.ts";
import { PROJECT_ROOT } from "../paths.ts";

/**
 * Adds to the environment what only the clone's `.env` says, wherever the command was typed. Bun itself would read
 * the `.env` of the working folder, which is somebody else's, and would expand `$` in passwords: `--no-env-file`
 * beside every start of `cli/main.ts` keeps it from that.
 */
export function addEnvFile(path: string = join(PROJECT_ROOT, ".env")): void {
  for (const [name, value] of Object.entries(parseEnv(readIfThere(path)))) process.env[name] ??= value;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return "";
    throw new SixbtcError("env.unreadable", `${path} cannot be read`, {
      hint: "Give yourself the right to read it, or remove it.",
      cause,
      exitCode: 3,
    });
  }
}
