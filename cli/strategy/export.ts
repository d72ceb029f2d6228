import { stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { findStrategy } from "../../core/db/strategy-lookup.ts";
import { messageOf, SixbtcError } from "../../core/errors.ts";
import { type CommandContext, withExamples } from "../command.ts";
import { named } from "../named.ts";
import { withDatabase } from "../with-database.ts";
import { unknownStrategy } from "./unknown-strategy.ts";

export function defineExport(command: Command, { output }: CommandContext): void {
  const exporting = command
    .command("export")
    .argument("<name>", "name of the strategy", named)
    .description("Write a strategy's text to stdout or to a file")
    .option("--out <file>", "file to write instead of stdout", named)
    .option("--force", "write over a file that is there")
    .action((name: string, { out, force }: { out?: string; force?: true }) =>
      withDatabase("strategy", async ({ db }) => {
        const strategy = await findStrategy(db, name);
        if (strategy === null) throw await unknownStrategy(db, name);
        if (out === undefined) return output.raw(strategy.code);
        await writeNew(out, strategy.code, force ?? false);
        output.note(`${name} is written to ${out}.`);
      }),
    );
  withExamples(exporting, [
    ["sixbtc strategy export Strategy_MOM_1f9c03ab", "its text on stdout"],
    ["sixbtc strategy export Strategy_MOM_1f9c03ab --out mine.ts", "as a file, over none that is there"],
  ]);
}

async function writeNew(path: string, text: string, overwrite: boolean): Promise<void> {
  try {
    await writeFile(path, text, { flag: overwrite ? "w" : "wx" });
  } catch (cause) {
    throw unwritable(path, cause, await isFolder(path));
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ?? false;
}

function unwritable(path: string, cause: unknown, isFolder: boolean): SixbtcError {
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  if (isFolder) {
    const hint = `Name a file in it, such as --out ${join(path, "mine.ts")}.`;
    return new SixbtcError("file.unwritable", `${path} is a folder`, { hint, cause, exitCode: 3 });
  }
  if (code === "ENOENT") {
    const hint = "Make the folder first, or name a file in one that is there.";
    return new SixbtcError("file.unwritable", `There is no folder ${dirname(path)}`, { hint, cause, exitCode: 3 });
  }
  const isThere = code === "EEXIST";
  return new SixbtcError("file.unwritable", isThere ? `${path} is there already` : messageOf(cause), {
    hint: isThere ? "Name another file, or add --force to write over it." : "Name a file that can be written.",
    cause,
  });
}
