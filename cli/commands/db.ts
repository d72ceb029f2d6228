import type { Command } from "commander";
import { readAddress } from "../../core/db/address.ts";
import { connect, databaseUrl, namedDatabase } from "../../core/db/connect.ts";
import { describeDatabase } from "../../core/db/describe.ts";
import { ensureServer, serverStatus, stopServer } from "../../core/db/embedded/server.ts";
import { migrateDatabase } from "../../core/db/migrate.ts";
import { countByStatus } from "../../core/db/overview.ts";
import { countTrials } from "../../core/db/records.ts";
import { resetDatabase } from "../../core/db/reset.ts";
import { usageError } from "../../core/errors.ts";
import { homeFolder } from "../../core/paths.ts";
import { type CommandContext, withExamples } from "../command.ts";
import { confirm } from "../confirm.ts";
import type { Output } from "../output.ts";

export function define(command: Command, { output, signal }: CommandContext): void {
  withExamples(command, [
    ["sixbtc db status", "which database is used and how it is; starts nothing"],
    ["sixbtc db stop", "stop the embedded server; the next command starts it again"],
    ['psql "$(sixbtc db url)"', "look into it with another tool"],
    ["sixbtc db reset --yes", "drop every strategy, trial and trade, and begin anew"],
  ]);
  const declare = (name: string, description: string, action: () => Promise<void>, examples: [string, string][]) =>
    withExamples(
      command.command(name).description(description).option("--json", "one JSON object").action(action),
      examples,
    );

  declare(
    "start",
    "Start the embedded server if it does not run, and bring the schema up to date",
    () => start(output),
    [["sixbtc db start", "other commands do this by themselves"]],
  );
  declare("stop", "Stop the embedded server, cutting its connections", () => stop(output), [
    ["sixbtc db stop", "before the machine is shut down, or the folder is moved"],
  ]);
  declare("status", "Show which database is used and how it is, without starting it", () => status(output), [
    ["sixbtc db status", "address, version, schema, size, connections"],
    ["sixbtc db status --json", "the same as one JSON object"],
  ]);
  declare("migrate", "Bring the schema up to date", () => migrateSchema(output), [
    ["sixbtc db migrate", "other commands do this by themselves"],
  ]);
  declare("url", "Print the address of the database, password included, starting it if need be", () => url(output), [
    ['psql "$(sixbtc db url)"', "open it in psql"],
    ["DATABASE_URL=$(sixbtc db url) bun my-script.ts", "hand it to a program of your own"],
  ]);
  withExamples(
    command
      .command("reset")
      .description("Drop every strategy, trial, event and trade, and begin with empty tables")
      .option("--yes", "do not ask")
      .option("--json", "one JSON object; needs --yes")
      .action((options: { yes?: boolean }) => reset(output, signal, options.yes === true)),
    [
      ["sixbtc db reset", "ask first"],
      ["sixbtc db reset --yes", "for scripts"],
    ],
  );
}

async function start(output: Output): Promise<void> {
  const named = namedDatabase();
  const address = readAddress(named ?? (await ensureServer(homeFolder())));
  const isMigrated = await migrateDatabase(await databaseUrl(homeFolder()));
  output.object({ kind: kindOf(named), address, migrated: isMigrated });
  output.text(named === null ? `The embedded server runs at ${address}.` : `DATABASE_URL is in use: ${address}.`);
}

async function stop(output: Output): Promise<void> {
  const named = namedDatabase();
  const isStopped = named === null && (await stopServer(homeFolder()));
  output.object({ kind: kindOf(named), stopped: isStopped });
  if (named !== null) output.text(`DATABASE_URL is in use: ${readAddress(named)} is not ours to stop.`);
  else output.text(isStopped ? "The embedded server is stopped." : "The embedded server was not running.");
}

async function status(output: Output): Promise<void> {
  const named = namedDatabase();
  const server = named === null ? await serverStatus(homeFolder()) : null;
  if (server !== null && server.state !== "running") {
    output.object({ kind: "embedded", ...server });
    output.text(
      server.state === "absent"
        ? "There is no database yet; the first command that needs one makes it."
        : `The embedded server is stopped; the next command starts it. Its files are in ${server.folder}.`,
    );
    return;
  }
  const facts = await describeDatabase(await databaseUrl(homeFolder()));
  const place = server?.state === "running" ? { pid: server.pid, folder: server.folder } : {};
  output.object({ kind: kindOf(named), state: "running", ...place, ...facts });
  const lines = [
    ["database", kindOf(named) === "embedded" ? "embedded server" : "named by DATABASE_URL"],
    ["address", facts.address],
    ["version", `PostgreSQL ${facts.serverVersion}`],
    ["schema", facts.schema],
    ["size", `${(facts.sizeBytes / 1e6).toFixed(1)} MB`],
    ["connections", `${facts.connections} of ${facts.maxConnections}`],
    ...Object.entries(place),
  ];
  for (const [name, value] of lines) output.text(`${String(name).padEnd(13)}${value}`);
}

async function migrateSchema(output: Output): Promise<void> {
  const isMigrated = await migrateDatabase(await databaseUrl(homeFolder()));
  output.object({ migrated: isMigrated });
  output.text(isMigrated ? "The schema was brought up to date." : "The schema is up to date.");
}

async function url(output: Output): Promise<void> {
  const address = await databaseUrl(homeFolder());
  output.object({ url: address });
  output.text(address);
}

async function reset(output: Output, signal: AbortSignal, isSure: boolean): Promise<void> {
  const isAsking = !isSure && !output.json && process.stdin.isTTY && process.stderr.isTTY;
  if (!isSure && !isAsking) {
    throw usageError("db reset drops everything and was not confirmed", "Add --yes if that is what you mean.");
  }
  const db = await connect({ home: homeFolder(), poolSize: 1, applicationName: "sixbtc reset" });
  const counts = await countByStatus(db);
  const lost = {
    strategies: Object.values(counts).reduce((sum, each) => sum + each, 0),
    trials: await countTrials(db.orm, "candidate"),
  };
  await db.close();
  const what = `${lost.strategies} strategies, of ${lost.trials} that were tried, in ${readAddress(db.url)}`;
  if (isAsking && !(await confirm(`Drop ${what}, with all events and trades?`, signal))) {
    output.note("Nothing was dropped.");
    process.exitCode = 1;
    return;
  }
  await resetDatabase(db.url);
  output.object({ reset: true, ...lost });
  output.text(`Dropped ${what}. The tables are empty.`);
}

function kindOf(named: string | null): "embedded" | "named" {
  return named === null ? "embedded" : "named";
}
