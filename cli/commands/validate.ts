import { closeSync, openSync, readSync } from "node:fs";
import { availableParallelism } from "node:os";
import { messageOf, SixbtcError, usageError } from "../../core/errors.ts";
import { MAX_TEXT_BYTES } from "../../core/strategy/text.ts";
import type { StageEntry } from "../../stages/stage.ts";
import type { Verdict } from "../../stages/validate/verdict.ts";
import type { CommandContext, CommandModule } from "../command.ts";
import { namedAgain } from "../named.ts";
import { printVerdict } from "../print-verdict.ts";
import { addStageOptions, runFromOptions, type StageOptions } from "./stage.ts";

type Options = StageOptions & { file?: string[] };

/** The stage, and beside it `--file`, which needs neither database nor config. */
export function validateCommand(entry: StageEntry): CommandModule {
  return {
    define(command, context) {
      addStageOptions(command, entry, [
        ["sixbtc validate --file mine.ts", "judge a file of your own"],
        ["sixbtc validate --file a.ts --file b.ts --json", "one JSON object a file; exit code 0 only if all passed"],
      ]);
      command.option("--file <path>", "judge this file instead; may be given again", namedAgain);
      command.action(async (options: Options) => {
        if (options.file === undefined) return runFromOptions(entry, options, context);
        if (options.watch) throw usageError("--file and --watch do not go together", "Leave one of them out.");
        await judgeFiles(options.file, context);
      });
    },
  };
}

async function judgeFiles(paths: readonly string[], { output, signal }: CommandContext): Promise<void> {
  const { files, unread } = readFiles(paths);
  if (files.length > 0) for (const { message } of unread) output.note(message);
  const validator = await import("../../stages/validate/validate-text.ts");
  const { createJudgePool, validateBytes, DEFAULT_LIVE_BARS: liveBars } = validator;
  const pool = createJudgePool(Math.min(Math.max(files.length, 1), availableParallelism()));
  try {
    const verdicts = files.map(({ bytes }) => validateBytes(bytes, { pool, signal, liveBars }));
    // One that fails is awaited in its turn; until then it is no error of its own.
    for (const verdict of verdicts) verdict.catch(() => undefined);
    for (const [i, { path, bytes }] of files.entries()) {
      const verdict = (await verdicts[i]) as Verdict;
      output.object({ ...verdict, file: path });
      if (!output.json) printVerdict(output, path, new TextDecoder().decode(bytes), verdict);
      if (!verdict.passed) process.exitCode = 1;
    }
  } finally {
    await pool.close();
  }
  const [first] = unread;
  if (first === undefined) return;
  if (paths.length === 1) throw first;
  throw usageError(`${unread.length} of ${paths.length} files cannot be read`, "The others are judged.");
}

/** Those that can be read, and of the others why not: one that is missing is no reason to leave out the rest. */
function readFiles(paths: readonly string[]) {
  const files: { path: string; bytes: Uint8Array }[] = [];
  const unread: SixbtcError[] = [];
  for (const path of paths) {
    try {
      files.push({ path, bytes: readBytes(path) });
    } catch (error) {
      if (!(error instanceof SixbtcError)) throw error;
      unread.push(error);
    }
  }
  return { files, unread };
}

/** As much of a file as decides: one byte more than a text may have. */
function readBytes(path: string): Uint8Array {
  const bytes = new Uint8Array(MAX_TEXT_BYTES + 1);
  let length = 0;
  try {
    const file = openSync(path, "r");
    try {
      for (let read = -1; read !== 0 && length < bytes.length; length += read) {
        read = readSync(file, bytes, length, bytes.length - length, null);
      }
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw usageError(`${path} cannot be read: ${messageOf(error)}`, "Name a file that is there and readable.");
  }
  return bytes.subarray(0, length);
}
