/** How long ago `ms` was, in the largest whole unit: `12s ago`. */
export function agoText(ms: number | null, nowMs: number): string {
  if (ms === null) return "never";
  const seconds = Math.max(0, Math.floor((nowMs - ms) / 1000));
  if (seconds < 60) return `${seconds}s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}h ago`;
  return `${Math.floor(seconds / 86_400)}d ago`;
}

/** `2026-10-31 12:00:05 UTC`. */
export function utcText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** `2026-10-31 12:00`, in UTC, for the times of candles. */
export function minuteText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace("T", " ");
}

/** A number of things: `12,345`. */
export function countText(number: number): string {
  return number.toLocaleString("en-US");
}

/** `1 row`, `12,000 rows`. */
export function countOf(count: number, thing: string): string {
  return `${countText(count)} ${thing}${count === 1 ? "" : "s"}`;
}

/** An amount of USD with two decimals. */
export function usdText(amount: number | null): string {
  return amount === null ? "-" : amount.toFixed(2);
}

/** A fraction as a percentage: 0.125 is `12.5%`. */
export function fractionText(value: number | null, decimals = 1): string {
  return value === null ? "-" : `${(value * 100).toFixed(decimals)}%`;
}

/** A text from elsewhere on one line, without anything that would move a terminal's cursor or change its colours. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
}
