import { usdText } from "./value-text.ts";

/** What an event of the desk is about, as words; empty where it says nothing of it. */
export function deskFacts(numbers: unknown): { subaccount: string; coin: string; pnl: string } {
  const { subaccount, coin, pnl } = { ...(numbers as { subaccount?: unknown; coin?: unknown; pnl?: unknown } | null) };
  const word = (fact: unknown) => (typeof fact === "string" ? fact : "");
  return { subaccount: word(subaccount), coin: word(coin), pnl: typeof pnl === "number" ? usdText(pnl) : "" };
}
