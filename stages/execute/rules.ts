import type { DeskAccount } from "../../core/db/desk-accounts.ts";
import { SixbtcError } from "../../core/errors.ts";
import type { TradingRules } from "../../core/kernel/rules.ts";
import { admitModule } from "../../core/strategy/admit.ts";
import { sweptParameters } from "../../core/strategy/swept-parameters.ts";
import { timeframeMs } from "../../core/timeframe.ts";

export type DeskRules = {
  rules: TradingRules;
  /** Why the text would not be run; null: it would. Its exits hold nevertheless. */
  refusal: string | null;
};

/** By which rules the desk trades a strategy: exits and leverage are those that its sweep chose, else its own. */
export function rulesOf({ name, code, timeframe, direction, parameters }: DeskAccount["strategy"]): DeskRules {
  const admission = admitModule(code);
  const own = admission.kind === "admitted" ? admission.module.definition : null;
  const chosen = sweptParameters(parameters) ?? own;
  if (chosen === null) {
    throw new SixbtcError("execute.rules", `${name} has no exits: its text is refused and nothing was swept`);
  }
  const { exits, leverage } = chosen;
  const warmup = own?.warmup ?? 0;
  const finding = admission.kind === "refused" ? admission.findings[0] : undefined;
  const refusal = own === null ? (finding?.message ?? "its text is refused") : null;
  return { rules: { direction, exits, leverage, warmup, timeframeMs: timeframeMs(timeframe) }, refusal };
}
