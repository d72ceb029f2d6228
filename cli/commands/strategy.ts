import type { Command } from "commander";
import { type CommandContext, withExamples } from "../command.ts";
import { defineAdd } from "../strategy/add.ts";
import { defineExport } from "../strategy/export.ts";
import { defineList } from "../strategy/list.ts";
import { defineRetire } from "../strategy/retire.ts";
import { defineShow } from "../strategy/show.ts";

const NAME = "Strategy_MOM_1f9c03ab";

export function define(command: Command, context: CommandContext): void {
  withExamples(command, [
    ["sixbtc strategy list --status TESTED --limit 20", "the twenty best that passed the backtest"],
    [`sixbtc strategy show ${NAME} --code`, "what it is, what it scored, all that happened to it, its text"],
    ["sixbtc strategy add mine.ts other.ts", "let the factory judge strategies of your own"],
    [`sixbtc strategy export ${NAME} --out mine.ts`, "its text as a file"],
    [`sixbtc strategy retire ${NAME}`, "take it off the desk for good"],
  ]);
  defineList(command, context);
  defineShow(command, context);
  defineAdd(command, context);
  defineExport(command, context);
  defineRetire(command, context);
}
