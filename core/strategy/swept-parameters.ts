import { z } from "zod";
import type { Exits } from "../kernel/rules.ts";

/** What a sweep wrote; the exits are those of an admitted module, scaled. */
const shape = z.object({
  exits: z.custom<Exits>((exits) => typeof exits === "object" && exits !== null && "stop" in exits),
  leverage: z.number(),
});

/** Exits and leverage that a sweep chose, as the database has them; null: none did, and the strategy's own hold. */
export function sweptParameters(stored: unknown): { exits: Exits; leverage: number } | null {
  return stored === null ? null : shape.parse(stored);
}
