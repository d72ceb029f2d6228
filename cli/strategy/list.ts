import { type Command, InvalidArgumentError, Option } from "commander";
import { listStrategies } from "../../core/db/list-strategies.ts";
import { STATUSES, type StrategyStatus } from "../../core/db/status.ts";
import { STRATEGY_TYPES, type StrategyType } from "../../core/strategy/definition.ts";
import { type CommandContext, withExamples } from "../command.ts";
import { agoText, fractionText } from "../value-text.ts";
import { withDatabase } from "../with-database.ts";
import { statusSince } from "./status-since.ts";

type Options = { status?: StrategyStatus; type?: StrategyType; limit?: number };

export function defineList(command: Command, { output }: CommandContext): void {
  const list = command
    .command("list")
    .description("List strategies, the best score first")
    .addOption(new Option("--status <status>", "only those in this status").argParser(oneOf(STATUSES)))
    .addOption(new Option("--type <type>", "only those of this type").argParser(oneOf(STRATEGY_TYPES)))
    .addOption(new Option("--limit <n>", "at most so many").argParser(positive))
    .option("--json", "one JSON object a strategy")
    .action(({ status, type, limit }: Options) =>
      withDatabase("strategy", async ({ db }) => {
        const filter = { ...(status && { status }), ...(type && { type }), ...(limit && { limit }) };
        const rows = await listStrategies(db, filter);
        for (const row of rows) output.object(asJson(row));
        if (rows.length === 0) output.text("No strategies.");
        else output.table(COLUMNS, rows.map(asCells(Date.now())));
      }),
    );
  withExamples(list, [
    ["sixbtc strategy list --status TESTED --limit 20", "the twenty best that passed the backtest"],
    ["sixbtc strategy list --type TRD --json", "one JSON object a strategy"],
  ]);
}

type Row = Awaited<ReturnType<typeof listStrategies>>[number];

function asJson(row: Row) {
  const { name, status, type, timeframe, direction, source, score, error, processingBy, outOfSample } = row;
  const generatedAt = row.generatedAt.getTime();
  return {
    ...{ name, status, statusSince: statusSince(row), type, timeframe, direction, source, score },
    ...{ outOfSample, generatedAt, processingBy, error },
  };
}

const COLUMNS = ["name", "status", "since", "tf", "direction", "score", "trades", "sharpe", "expectancy", "source"];

function asCells(nowMs: number) {
  return (row: Row) => {
    const metric = (name: string) => {
      const value = row.outOfSample?.[name];
      return typeof value === "number" ? value : null;
    };
    return [
      row.name,
      row.status,
      agoText(statusSince(row), nowMs),
      row.timeframe,
      row.direction,
      row.score === null ? null : row.score.toFixed(1),
      metric("trades"),
      metric("sharpe")?.toFixed(2) ?? null,
      metric("expectancy") === null ? null : fractionText(metric("expectancy"), 2),
      row.source,
    ];
  };
}

/** Takes a word in whatever case it is typed. */
function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const found = words.find((word) => word === text.toUpperCase());
    if (found === undefined) throw new InvalidArgumentError(`Allowed are ${words.join(", ")}.`);
    return found;
  };
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError("It must be a whole number from 1.");
  return value;
}
