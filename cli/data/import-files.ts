import { rename, stat } from "node:fs/promises";
import type { Command } from "commander";
import { messageOf, SixbtcError, usageError } from "../../core/errors.ts";
import { coinKey } from "../../core/market/coin-key.ts";
import { csvFilesIn, nameOfFile } from "../../core/market/csv-files.ts";
import { FILES_EXCHANGE, importCsv } from "../../core/market/import-csv.ts";
import { type CandleStore, openCandleStore } from "../../core/market/store.ts";
import { SYNTHETIC_EXCHANGE } from "../../core/market/store-synthetic.ts";
import { type CommandContext, withExamples } from "../command.ts";
import { named, namedAgain } from "../named.ts";
import type { Output } from "../output.ts";
import { countOf, oneLine } from "../value-text.ts";

export function defineImport(command: Command, context: CommandContext): void {
  const importing = command
    .command("import")
    .argument(
      "<paths...>",
      "CSV files (timestamp,open,high,low,close,volume or timestamp,rate), or folders of them",
      namedAgain,
    )
    .description("Take over CSV files named COIN-TIMEFRAME.csv or COIN-funding.csv, gzip or not")
    .option("--exchange <name>", "the exchange that they are from", named, FILES_EXCHANGE)
    .option("--json", "one JSON object a file")
    .action(async (paths: string[], { exchange }: { exchange: string }) => {
      if (exchange === SYNTHETIC_EXCHANGE) {
        throw usageError("Files are not imported as synthetic candles", "Give --exchange another name, or none.");
      }
      await importFiles(await filesOf(paths), exchange, context);
    });
  withExamples(importing, [
    ["sixbtc data import ~/candles", "take over every CSV file of a folder"],
    ["sixbtc data import BTCUSDT-15m.csv.gz BTCUSDT-funding.csv --exchange binanceusdm", "two files of an exchange"],
  ]);
}

async function filesOf(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((cause) => {
      throw usageError(`${path} cannot be read: ${messageOf(cause)}`, "Name a file or folder that exists.");
    });
    files.push(...(found.isDirectory() ? await csvFilesIn(path) : [path]));
  }
  if (files.length > 0) return files;
  throw new SixbtcError("data.missing", `There are no CSV files in ${paths.join(", ")}`, {
    hint: "Files are named like BTCUSDT-15m.csv.gz; sub-folders are not read.",
    exitCode: 3,
  });
}

/** Takes over what it can; what it cannot is told of each file, and decides the exit code. */
async function importFiles(files: readonly string[], exchange: string, { output, signal }: CommandContext) {
  const store = openCandleStore();
  const faults: { path: string; error: SixbtcError }[] = [];
  for (const [i, path] of files.entries()) {
    signal.throwIfAborted();
    output.progress(`${path} (${i + 1} of ${files.length})`);
    try {
      await importFile(store, path, exchange, output);
    } catch (error) {
      if (!(error instanceof SixbtcError)) throw error;
      faults.push({ path, error });
      if (files.length > 1) output.note(oneLine(error.message));
      output.object({ path, imported: false, problem: error.message });
    }
  }
  output.progress("");
  const [first] = faults;
  if (first === undefined) return;
  if (files.length === 1) throw first.error;
  const left = `${faults.length} of ${countOf(files.length, "file")} not taken over`;
  throw new SixbtcError("data.partial", `${left}: ${faults.map(({ path }) => path).join(", ")}`, {
    hint:
      faults.length === files.length
        ? "Correct them."
        : "All others are in the store. Correct these, or leave them out.",
    exitCode: faults.every(({ error }) => error.exitCode === 2) ? 2 : 3,
  });
}

async function importFile(store: CandleStore, path: string, exchange: string, output: Output): Promise<void> {
  const { rows, added, conflicts, ...series } = await importAnew(store, path, exchange, output);
  output.object({ ...series, rows, added, conflicts, imported: true });
  const name = `${series.exchange} ${series.coin} ${series.timeframe}`;
  output.text(`${name}: ${countOf(added, "new row")} of ${rows.toLocaleString("en-US")}`);
  if (conflicts > 0) output.note(`${path}: ${countOf(conflicts, "row")} other than those stored, which stay`);
}

/** A stored file that is damaged is put aside, which is told: only then is there room for what is whole. */
async function importAnew(store: CandleStore, path: string, exchange: string, output: Output) {
  const again = () => importCsv(store, path, { exchange, nowMs: Date.now() });
  try {
    return await again();
  } catch (error) {
    const { coin, kind } = nameOfFile(path);
    if (!(error instanceof SixbtcError) || error.code !== "data.damaged" || kind === null) throw error;
    const stored = store.pathOf({ exchange, coin: coinKey(coin), timeframe: kind });
    await rename(stored, `${stored}.damaged`);
    output.note(`${error.message}. It is put aside as ${stored}.damaged, and made anew from ${path} alone.`);
    return again();
  }
}
