import { SixbtcError } from "../../core/errors.ts";

export function unknownStrategy(name: string): SixbtcError {
  return new SixbtcError("strategy.unknown", `There is no strategy called ${name}`, {
    hint: "`sixbtc strategy list` shows those that are there.",
  });
}
