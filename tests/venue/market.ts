const HOUR_MS = 3_600_000;

export const INTERVALS_MS: Readonly<Record<string, number>> = {
  "1m": 60_000,
  "5m": 5 * 60_000,
  "15m": 15 * 60_000,
  "30m": 30 * 60_000,
  "1h": HOUR_MS,
  "2h": 2 * HOUR_MS,
  "4h": 4 * HOUR_MS,
  "1d": 24 * HOUR_MS,
};

export type VenueCoin = {
  /** As Hyperliquid names it: BTC, kPEPE. */
  name: string;
  maxLeverage: number;
  szDecimals: number;
  priceUsd: number;
  /** Time of its first trade. */
  listedMs: number;
};

type VenueBar = { time: number; open: number; high: number; low: number; close: number; volume: number };

/** What is wrong with the data of one coin. */
export type DataFault = {
  coin: string;
  fromMs: number;
  toMs: number;
  /** `missing`: its bars are left out; `impossible`: their high is 0; `rate`: its payments have the one below. */
  kind: "missing" | "impossible" | "rate";
  rate?: number | null;
  /** In how many answers that would hold one of its bars. */
  times: number;
};

type BarsRequest = {
  coin: string;
  interval: string;
  fromMs: number;
  toMs: number;
  nowMs: number;
  limit?: number;
};

export type VenueMarket = {
  readonly coins: readonly VenueCoin[];
  /** The first bars with an open time from `fromMs` to `toMs`, both included, up to the unfinished one of `nowMs`. */
  bars(request: BarsRequest): VenueBar[];
  /** Payments every `everyMs`, some ms late as on a real venue. */
  funding(request: {
    coin: string;
    everyMs: number;
    fromMs: number;
    toMs: number;
    nowMs: number;
  }): [number, number | null][];
  priceAt(coin: string, timeMs: number): number;
};

export function createMarket(coins: readonly VenueCoin[], faults: DataFault[]): VenueMarket {
  const coinOf = (name: string): VenueCoin => {
    const coin = coins.find((one) => one.name === name);
    if (!coin) throw new Error(`the venue has no coin ${name}`);
    return coin;
  };
  const priceAt = (name: string, timeMs: number): number => {
    const days = timeMs / (24 * HOUR_MS);
    return round(coinOf(name).priceUsd * (1 + 0.1 * Math.sin(days) + 0.01 * Math.sin(50 * days + name.length)));
  };
  return {
    coins,
    priceAt,
    bars({ coin, interval, fromMs, toMs, nowMs, limit = Infinity }) {
      const barMs = INTERVALS_MS[interval]!;
      const active = faults.filter((fault) => fault.coin === coin && fault.times > 0 && fault.kind !== "rate");
      const struck = new Set<DataFault>();
      const bars: VenueBar[] = [];
      const first = Math.ceil(Math.max(fromMs, coinOf(coin).listedMs) / barMs) * barMs;
      for (let time = first; time <= Math.min(toMs, nowMs) && bars.length < limit; time += barMs) {
        const fault = active.find((one) => one.fromMs <= time && time < one.toMs);
        if (fault) struck.add(fault);
        if (fault?.kind === "missing") continue;
        const open = priceAt(coin, time);
        const close = priceAt(coin, Math.min(time + barMs, nowMs));
        const high = fault ? 0 : round(Math.max(open, close) * 1.001);
        const low = round(Math.min(open, close) * 0.999);
        bars.push({ time, open, high, low, close, volume: 1 + ((time / barMs) % 97) });
      }
      for (const fault of struck) fault.times -= 1;
      return bars;
    },
    funding({ coin, everyMs, fromMs, toMs, nowMs }) {
      const active = faults.filter((fault) => fault.coin === coin && fault.times > 0 && fault.kind === "rate");
      const struck = new Set<DataFault>();
      const rows: [number, number | null][] = [];
      const lateMs = 31;
      const first = Math.ceil((Math.max(fromMs, coinOf(coin).listedMs) - lateMs) / everyMs) * everyMs;
      for (let hour = first; hour + lateMs <= Math.min(toMs, nowMs); hour += everyMs) {
        const fault = active.find((one) => one.fromMs <= hour && hour < one.toMs);
        if (fault) struck.add(fault);
        rows.push([hour + lateMs, fault ? (fault.rate ?? null) : fundingRate(hour)]);
      }
      for (const fault of struck) fault.times -= 1;
      return rows;
    },
  };
}

/** The rate that every coin of the venue pays at a full hour. */
export function fundingRate(hourMs: number): number {
  return (((hourMs / HOUR_MS) % 11) - 4) / 1e6;
}

function round(price: number): number {
  return Number(price.toPrecision(6));
}
