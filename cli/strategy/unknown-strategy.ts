import type { Database } from "../../core/db/database.ts";
import { strategyHistory } from "../../core/db/strategy-lookup.ts";
import { SixbtcError } from "../../core/errors.ts";
import { oneLine } from "../value-text.ts";

/** Why there is no row of this name: it fell, and its text with it, or nobody ever heard of it. */
export async function unknownStrategy(db: Database, name: string): Promise<SixbtcError> {
  const { events } = await strategyHistory(db, name);
  const fell = events.findLast(({ kind }) => kind === "strategy.rejected");
  if (fell !== undefined) {
    const day = fell.at.toISOString().slice(0, 10);
    return new SixbtcError(
      "strategy.fell",
      `${name} fell at ${fell.stage} on ${day}: ${oneLine(fell.reason ?? "no reason was written down")}`,
      { hint: `Its text is deleted; \`sixbtc strategy show ${name}\` says what is left of it.` },
    );
  }
  return new SixbtcError("strategy.unknown", `There is no strategy called ${name}`, {
    hint: "`sixbtc strategy list` shows those that are there.",
  });
}
