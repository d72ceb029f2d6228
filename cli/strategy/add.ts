import { basename } from "node:path";
import type { Command } from "commander";
import type { Database } from "../../core/db/database.ts";
import { insertStrategies } from "../../core/db/insert-strategies.ts";
import { findStrategy, findTried } from "../../core/db/strategy-lookup.ts";
import { messageOf } from "../../core/errors.ts";
import type { AdmittedModule } from "../../core/strategy/admit.ts";
import type { Finding } from "../../core/strategy/definition.ts";
import { type CommandContext, withExamples } from "../command.ts";
import { namedAgain } from "../named.ts";
import type { Output } from "../output.ts";
import { oneLine } from "../value-text.ts";
import { withDatabase } from "../with-database.ts";
import { person } from "./person.ts";

export function defineAdd(command: Command, { output, signal }: CommandContext): void {
  const add = command
    .command("add")
    .argument("<files...>", "strategy files", namedAgain)
    .description("Give strategies of your own to the factory, as GENERATED")
    .option("--json", "one JSON object a file")
    .action((files: string[]) =>
      withDatabase("strategy", async ({ db }) => {
        for (const file of files) {
          signal.throwIfAborted();
          const answer = await addFile(db, file);
          output.object({ file, ...answer });
          printAnswer(output, file, answer);
          if (!answer.added) process.exitCode = 1;
        }
      }),
    );
  withExamples(add, [
    ["sixbtc strategy add mine.ts other.ts", "two files; `sixbtc validate` judges them next"],
    ["sixbtc strategy add mine.ts --json", "one JSON object a file, with what is wrong with it"],
  ]);
}

type Answer = { added: boolean; name: string | null; reason: string | null; findings: Finding[] };

/** The file's strategy becomes a row if its text may be one, and its code and name are new. */
async function addFile(db: Database, file: string): Promise<Answer> {
  const read = await readModule(file);
  if ("added" in read) return read;
  const { module, codeHash } = read;
  const { name, type, timeframe, direction, warmup } = module.definition;
  const refuse = (reason: string): Answer => ({ added: false, name, reason, findings: [] });

  const tried = await findTried(db, codeHash);
  if (tried !== null) {
    return refuse(`the same code was tried as ${tried.name} on ${tried.at.toISOString().slice(0, 10)}`);
  }
  const namesake = await findStrategy(db, name);
  if (namesake !== null) return refuse(`the name is taken by a strategy that is ${namesake.status}`);
  const row = { name, code: module.text, codeHash, type, timeframe, direction, warmupBars: warmup };
  const made = { ...row, source: "user", lineage: { file: basename(file) } };
  const { skipped } = await insertStrategies(db, [made], person());
  return skipped === 0 ? { ...refuse(""), added: true, reason: null } : refuse("its code or name was taken just now");
}

/** The parser loads only here. */
async function readModule(file: string): Promise<Answer | { module: AdmittedModule; codeHash: string }> {
  const [{ admitModule }, { codeHash }, { decodeText }] = await Promise.all([
    import("../../core/strategy/admit.ts"),
    import("../../core/strategy/code-hash.ts"),
    import("../../core/strategy/text.ts"),
  ]);
  const bytes = await Bun.file(file)
    .bytes()
    .catch((error: NodeJS.ErrnoException) => unreadable(error));
  if (typeof bytes === "string") return { added: false, name: null, reason: bytes, findings: [] };
  const decoded = decodeText(bytes);
  const admission = decoded.kind === "text" ? admitModule(decoded.text) : { ...decoded, name: null };
  if (admission.kind === "admitted") return { module: admission.module, codeHash: codeHash(admission.module.text) };
  return { added: false, name: admission.name, reason: "its text is not admitted", findings: admission.findings };
}

/** Why a file could not be read; anything but an answer of the file system is thrown. */
function unreadable(error: NodeJS.ErrnoException): string {
  if (error.code === undefined) throw error;
  return `it cannot be read: ${messageOf(error)}`;
}

function printAnswer(output: Output, file: string, { added, name, reason, findings }: Answer): void {
  const taken = `${name} is GENERATED; \`sixbtc validate\` judges it next`;
  output.text(`${file}: ${added ? taken : `refused, ${oneLine(reason ?? "")}`}.`);
  for (const { line, column, message, hint } of findings) {
    output.text(`  ${line === null ? "" : `${line}:${column} `}${oneLine(message)}. ${oneLine(hint)}`);
  }
}
