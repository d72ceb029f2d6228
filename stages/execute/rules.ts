import { z } from "zod";
import type { DeskAccount } from "../../core/db/desk-accounts.ts";
import { SixbtcError } from "../../core/errors.ts";
import type { Exits, TradingRules } from "../../core/kernel/rules.ts";
import { admitModule } from "../../core/strategy/admit.ts";
import { timeframeMs } from "../../core/timeframe.ts";

/** What the sweep wrote; the exits are those of an admitted module, scaled. */
const parametersShape = z.object({
  exits: z.custom<Exits>((exits) => typeof exits === "object" && exits !== null && "stop" in exits),
  leverage: z.number(),
});

export type DeskRules = {
  rules: TradingRules;
  /** Why the text would not be run; null: it would. Its exits hold nevertheless. */
  refusal: string | null;
};

/** By which rules the desk trades a strategy: exits and leverage are those that its sweep chose, else its own. */
export function rulesOf({ name, code, timeframe, direction, parameters }: DeskAccount["strategy"]): DeskRules {
  const admission = admitModule(code);
  const own = admission.kind === "admitted" ? admission.module.definition : null;
  const chosen = parameters === null ? own : parametersShape.parse(parameters);
  if (chosen === null) {
    throw new SixbtcError("execute.rules", `${name} has no exits: its text is refused and nothing was swept`);
  }
  const { exits, leverage } = chosen;
  const warmup = own?.warmup ?? 0;
  const finding = admission.kind === "refused" ? admission.findings[0] : undefined;
  const refusal = own === null ? (finding?.message ?? "its text is refused") : null;
  return { rules: { direction, exits, leverage, warmup, timeframeMs: timeframeMs(timeframe) }, refusal };
}
