import type { Command } from "commander";
import { liveStrategies } from "../../core/db/live-strategies.ts";
import { findStrategy, strategyHistory } from "../../core/db/strategy-lookup.ts";
import type { StrategyDefinition } from "../../core/strategy/definition.ts";
import { type CommandContext, withExamples } from "../command.ts";
import { named } from "../named.ts";
import { withDatabase } from "../with-database.ts";
import { printStrategy } from "./print-strategy.ts";
import { describeStrategy } from "./strategy-facts.ts";
import { unknownStrategy } from "./unknown-strategy.ts";

export function defineShow(command: Command, { output }: CommandContext): void {
  const show = command
    .command("show")
    .argument("<name>", "name of a strategy, one that fell included", named)
    .description("Show what a strategy is, what it scored and all that happened to it")
    .option("--code", "with its text")
    .option("--json", "one JSON object")
    .action((name: string, { code }: { code?: true }) =>
      withDatabase("strategy", async ({ db }) => {
        const [row, history, live] = await Promise.all([
          findStrategy(db, name),
          strategyHistory(db, name),
          liveStrategies(db),
        ]);
        if (row === null && history.events.length + history.trials.length === 0) throw await unknownStrategy(db, name);
        const facts = describeStrategy(name, row, row && (await definitionOf(row.code)), history, live);
        output.object(code ? { ...facts, code: row?.code ?? null } : facts);
        printStrategy(output, facts, Date.now());
        if (!code) return;
        output.text();
        output.text(row?.code ?? "Its text went with its row.");
      }),
    );
  withExamples(show, [
    ["sixbtc strategy show Strategy_MOM_1f9c03ab", "what it is, what it scored, all that happened to it"],
    ["sixbtc strategy show Strategy_MOM_1f9c03ab --code --json", "the same with its text, as one JSON object"],
  ]);
}

/** Read from the text; null for one that is not admitted any more. The parser loads only here. */
async function definitionOf(code: string): Promise<StrategyDefinition | null> {
  const { admitModule } = await import("../../core/strategy/admit.ts");
  const admission = admitModule(code);
  return admission.kind === "admitted" ? admission.module.definition : null;
}
