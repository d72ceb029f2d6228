import { openCandleStore } from "../../../core/market/store.ts";
import { plainBars } from "./bars.ts";

// A process that writes to one series: `replace` for ever, the whole series now in one shade and now in another, or
// `merge` its own tenth of 1,000 bars, bar by bar.
const [home = "", mode = "", part = "0"] = process.argv.slice(2);
const store = openCandleStore(home);
const series = { exchange: "venue", coin: "BTC", timeframe: "15m" } as const;
const origin = { source: "csv", synthetic: false };
if (mode === "replace") {
  for (let shade = 0; ; shade = 1 - shade) {
    await store.write(series, origin, { candles: plainBars("15m", 0, 5000, shade) });
    process.stdout.write(".");
  }
}
for (let i = Number(part); i < 100; i += 10) {
  await store.merge(series, origin, { candles: plainBars("15m", i * 900_000, 1) });
}
