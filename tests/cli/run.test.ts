import { expect, test } from "bun:test";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../core/paths.ts";

test("run: a reader that has enough ends the command quietly, as SIGPIPE would", () => {
  const script = '{ "$0" "$1" config show; echo $? >&2; } | true';
  const shell = Bun.spawnSync(["sh", "-c", script, process.execPath, join(PROJECT_ROOT, "cli", "main.ts")]);
  expect(shell.stderr.toString()).toBe("141\n");
});
