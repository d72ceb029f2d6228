import type { Command } from "commander";
import type { Database } from "../../core/db/database.ts";
import type { Strategy } from "../../core/db/records.ts";
import type { StrategyStatus } from "../../core/db/status.ts";
import { countOpenPositions, findStrategy } from "../../core/db/strategy-lookup.ts";
import { transition } from "../../core/db/transition.ts";
import { SixbtcError } from "../../core/errors.ts";
import { type CommandContext, withExamples } from "../command.ts";
import { confirm } from "../confirm.ts";
import { named } from "../named.ts";
import { withDatabase } from "../with-database.ts";
import { person } from "./person.ts";
import { unknownStrategy } from "./unknown-strategy.ts";

/** Statuses that a person may end; before them a stage decides, after them there is nothing to end. */
const RETIRABLE: readonly StrategyStatus[] = ["TESTED", "SELECTED", "LIVE"];

/** Whoever added a strategy by hand may take it back before a stage has decided: its trial stays counted. */
const WITHDRAWABLE: readonly StrategyStatus[] = ["GENERATED", "VALIDATED"];

type Options = { yes?: true; reason: string };

export function defineRetire(command: Command, { output, signal }: CommandContext): void {
  const retiring = command
    .command("retire")
    .argument("<name>", "name of the strategy", named)
    .description("Take a strategy off the desk for good, or one that you added out of the queue")
    .option("--yes", "do not ask")
    .option("--reason <text>", "why, for the record", named, "retired by hand")
    .option("--json", "one JSON object")
    .action((name: string, { yes, reason }: Options) =>
      withDatabase("strategy", async ({ db }) => {
        const strategy = await findRetirable(db, name);
        const openPositions = await countOpenPositions(db, strategy.id);
        const positions = openPositions === 1 ? "1 open position" : `${openPositions} open positions`;
        const holding = openPositions === 0 ? "" : ` with ${positions}`;
        if (!yes && !(await confirm(`Retire ${name} (${strategy.status})${holding}?`, signal))) {
          throw new SixbtcError("strategy.kept", `${name} was not retired`);
        }
        await retire(db, strategy, reason, openPositions);
        output.object({ name, from: strategy.status, to: "RETIRED", openPositions });
        output.text(`${name} is RETIRED.`);
        if (openPositions > 0)
          output.text(`It holds ${positions}, which \`sixbtc execute\` closes at the next candle.`);
      }),
    );
  withExamples(retiring, [
    ["sixbtc strategy retire Strategy_MOM_1f9c03ab", "asks first; open positions are closed at the next candle"],
    ["sixbtc strategy retire Strategy_MOM_1f9c03ab --yes --reason 'too slow'", "does not ask, and writes down why"],
  ]);
}

async function findRetirable(db: Database, name: string): Promise<Strategy> {
  const strategy = await findStrategy(db, name);
  if (strategy === null) throw await unknownStrategy(db, name);
  if (RETIRABLE.includes(strategy.status)) return strategy;
  if (strategy.source === "user" && WITHDRAWABLE.includes(strategy.status)) return strategy;
  throw new SixbtcError("strategy.not-retirable", `${name} is ${strategy.status}`, {
    hint:
      `Only strategies that are ${RETIRABLE.join(", ")} can be retired, ` +
      `and those added by hand while they are ${WITHDRAWABLE.join(" or ")}.`,
  });
}

async function retire(db: Database, { id, name, status }: Strategy, reason: string, openPositions: number) {
  const moved = await transition(db, {
    id,
    from: status,
    to: "RETIRED",
    actor: person(),
    reason,
    numbers: { openPositions },
  });
  if (moved) return;
  throw new SixbtcError("strategy.busy", `${name} is being worked on, or is ${status} no more`, {
    hint: `\`sixbtc strategy show ${name}\` says what happened; try again in a moment.`,
  });
}
