import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { findStrategy } from "../../core/db/strategy-lookup.ts";
import { messageOf, SixbtcError } from "../../core/errors.ts";
import type { CommandContext } from "../command.ts";
import { withDatabase } from "../with-database.ts";
import { unknownStrategy } from "./unknown-strategy.ts";

export function defineExport(command: Command, { output }: CommandContext): void {
  command
    .command("export")
    .argument("<name>", "name of the strategy")
    .description("Write a strategy's text to stdout or to a file")
    .option("--out <file>", "file to write instead of stdout")
    .option("--force", "write over a file that is there")
    .action((name: string, { out, force }: { out?: string; force?: true }) =>
      withDatabase("strategy", async ({ db }) => {
        const strategy = await findStrategy(db, name);
        if (strategy === null) throw unknownStrategy(name);
        if (out === undefined) return output.raw(strategy.code);
        await writeNew(out, strategy.code, force ?? false);
        output.note(`${name} is written to ${out}.`);
      }),
    );
}

async function writeNew(path: string, text: string, overwrite: boolean): Promise<void> {
  try {
    await writeFile(path, text, { flag: overwrite ? "w" : "wx" });
  } catch (cause) {
    const isThere = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    throw new SixbtcError("file.unwritable", isThere ? `${path} is there already` : messageOf(cause), {
      hint: isThere ? "Name another file, or add --force to write over it." : "Name a file that can be written.",
      cause,
    });
  }
}
