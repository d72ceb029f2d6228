const QUOTES = /(?:USDT|USDC|BUSD|FDUSD|USD)$/;

/** Names under which venues quote a thousand or more of a coin, to keep the price readable. */
const MULTIPLES = /^(?:1000000|10000|1000|1M)(?=\p{L})/u;

/** Hyperliquid's names for thousands; once a library wrote them in capitals, only this list tells kPEPE from KAS. */
const THOUSANDS = new Set(["KPEPE", "KSHIB", "KBONK", "KFLOKI", "KLUNC", "KDOGS", "KNEIRO"]);

/**
 * The base asset under which the candle store keeps a coin, whatever a venue calls it: BTC for `BTC`, `BTCUSDT`,
 * `BTC/USDC:USDC` and `BTC-PERP`, PEPE for `kPEPE` and `1000PEPEUSDT`. Prices stay as the venue quotes them.
 */
export function coinKey(name: string): string {
  const base = name.split(/[/:_-]/, 1)[0] ?? "";
  if (/^k[A-Z]/.test(base)) return base.slice(1);
  const upper = base.toUpperCase();
  const coin = upper.replace(QUOTES, "") || upper;
  return THOUSANDS.has(coin) ? coin.slice(1) : coin.replace(MULTIPLES, "");
}
