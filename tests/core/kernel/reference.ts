import type { ExitReason, Trade } from "../../../core/kernel/position.ts";
import type { Account, TradingRules } from "../../../core/kernel/rules.ts";
import type { TestCoin } from "./run-market.ts";

/*
 * EXECUTION.md once more, as slowly and plainly as it reads: every bar of every coin is visited and everything is
 * worked out anew from the bars. It shares no code with core/kernel, so that a mistake would have to be made twice.
 */

const HOUR = 3_600_000;

type Open = {
  coin: number;
  s: number;
  entryIndex: number;
  entryTime: number;
  P: number;
  D: number;
  L: number;
  target: number | undefined;
  margin: number;
  notional: number;
  qty: number;
  funding: number;
};

export type Reference = { trades: Trade[]; times: number[]; marks: number[]; exposed: number; turns: number };

const atr = ({ bars }: TestCoin, t: number, length: number): number => {
  const range = (i: number) => {
    const [, high, low] = bars[i]!;
    if (i === 0) return high - low;
    const before = bars[i - 1]![3];
    return Math.max(high - low, Math.abs(high - before), Math.abs(low - before));
  };
  if (t < length - 1) return Number.NaN;
  let value = 0;
  for (let i = 0; i < length; i++) value += range(i);
  value /= length;
  for (let i = length; i <= t; i++) value = value + (range(i) - value) / length;
  return value;
};

const lastBars = ({ bars }: TestCoin, t: number, n: number) => (t + 1 < n ? [] : bars.slice(t - n + 1, t + 1));

const deviation = (coin: TestCoin, t: number, length: number): number => {
  const closes = lastBars(coin, t, length).map((bar) => bar[3]);
  const mean = closes.reduce((sum, x) => sum + x, 0) / closes.length;
  return Math.sqrt(closes.reduce((sum, x) => sum + (x - mean) ** 2, 0) / closes.length);
};

const swing = (coin: TestCoin, t: number, lookback: number, s: number): number => {
  const bars = lastBars(coin, t, lookback);
  if (bars.length === 0) return Number.NaN;
  const close = coin.bars[t]![3];
  return s === 1 ? close - Math.min(...bars.map((bar) => bar[2])) : Math.max(...bars.map((bar) => bar[1])) - close;
};

function distances(
  coin: TestCoin,
  t: number,
  s: number,
  P: number,
  { exits }: TradingRules,
): [D: number, target?: number] {
  const { stop, takeProfit } = exits;
  let D: number;
  if (stop.kind === "percent" || stop.kind === "trailing") D = stop.value * P;
  else if (stop.kind === "atr") D = stop.multiple * atr(coin, t, stop.length);
  else if (stop.kind === "stddev") D = stop.multiple * deviation(coin, t, stop.length);
  else D = swing(coin, t, stop.lookback, s);
  if (takeProfit?.kind === "percent") return [D, takeProfit.value * P];
  if (takeProfit?.kind === "atr") return [D, takeProfit.multiple * atr(coin, t, takeProfit.length)];
  if (takeProfit?.kind === "riskReward") return [D, takeProfit.ratio * D];
  return [D];
}

export function referenceRun(coins: readonly TestCoin[], rules: TradingRules, account: Account): Reference {
  const { exits, timeframeMs: tf } = rules;
  const { fee: f, slippage: k, maxPositions: M } = account;
  const times = [...new Set(coins.flatMap((coin) => coin.times))].sort((a, b) => a - b);
  let cash = account.capital;
  let open: Open[] = [];
  const trades: { coin: number; trade: Trade }[] = [];
  const marks: number[] = [];
  let exposed = 0;
  let turns = 0;

  const indexAt = (coin: number, T: number) => coins[coin]!.times.indexOf(T);
  /** The close of the last bar of a coin that is over when the grid stands before, or after, the bar at T. */
  const lastClose = (coin: number, T: number, isBarOver: boolean) => {
    const over = coins[coin]!.bars.filter(
      (_, i) => coins[coin]!.times[i]! < T || (isBarOver && coins[coin]!.times[i] === T),
    );
    return over.at(-1)![3];
  };
  const equity = (T: number, isBarOver: boolean) =>
    cash + open.map((p) => p.s * p.qty * (lastClose(p.coin, T, isBarOver) - p.P)).reduce((a, b) => a + b, 0);
  const mask = (coin: number, name: keyof TestCoin["masks"], t: number) => coins[coin]!.masks[name].includes(t);
  const beyond = (s: number, price: number, level: number) => (s === 1 ? price <= level : price >= level);

  const rateOf = (coin: number, from: number, to: number) => {
    let sum = 0;
    for (const [time, rate] of coins[coin]!.funding ?? []) {
      const h = Math.floor(time / HOUR) * HOUR;
      if (from < h && h <= to) sum += rate;
    }
    return sum;
  };
  const fund = (p: Open, from: number, to: number, price: number) => {
    const payment = -p.s * p.qty * price * rateOf(p.coin, from, to);
    cash += payment;
    p.funding += payment;
  };

  const leave = (p: Open, T: number, reason: ExitReason, price: number) => {
    open = open.filter((other) => other !== p);
    const fees = reason === "liquidation" ? f * p.qty * p.P : f * p.qty * (p.P + price);
    const pnl = p.s * p.qty * (price - p.P) - fees + p.funding;
    // The entry fee and the funding have gone through cash before.
    cash += pnl + f * p.notional - p.funding;
    trades.push({
      coin: p.coin,
      trade: {
        coin: coins[p.coin]!.coin,
        direction: p.s === 1 ? "long" : "short",
        entryTime: p.entryTime,
        entryPrice: p.P,
        exitTime: T,
        exitPrice: price,
        quantity: p.qty,
        notional: p.notional,
        fees,
        funding: p.funding,
        pnl,
        reason,
      },
    });
  };

  const liquidation = (p: Open) => (p.P * (1 - p.s / p.L)) / (1 - (p.s * 0.5) / coins[p.coin]!.maxLeverage);
  const protection = (p: Open, i: number): [level: number, reason: "stop" | "target"] => {
    const { bars } = coins[p.coin]!;
    const past = bars.slice(p.entryIndex, i);
    const B = p.s === 1 ? Math.max(p.P, ...past.map((bar) => bar[1])) : Math.min(p.P, ...past.map((bar) => bar[2]));
    const reached = (a: number) => (p.s === 1 ? B >= p.P * (1 + a) : B <= p.P * (1 - a));
    const best = p.s === 1 ? Math.max : Math.min;
    const stops = [p.P - p.s * p.D];
    if (exits.stop.kind === "trailing" && reached(exits.stop.activateAt ?? 0))
      stops.push(B * (1 - p.s * exits.stop.value));
    if (exits.breakEven && reached(exits.breakEven.activateAt)) {
      stops.push((p.P * (1 + p.s * f)) / ((1 - p.s * f) * (1 - p.s * k)));
    }
    const stop = best(...stops);
    if (exits.takeProfit?.kind === "trailing" && reached(exits.takeProfit.activateAt)) {
      const trail = B * (1 - p.s * exits.takeProfit.value);
      if (best(trail, stop) !== stop) return [trail, "target"];
    }
    return [stop, "stop"];
  };

  for (const T of times) {
    const heldBefore = open.map((p) => ({ coin: p.coin, s: p.s }));

    for (const p of [...open]) {
      const i = indexAt(p.coin, T);
      if (i >= 0) fund(p, coins[p.coin]!.times[i - 1]! + tf, T, coins[p.coin]!.bars[i]![0]);
    }

    for (const p of [...open]) {
      const i = indexAt(p.coin, T);
      if (i < 0) continue;
      const price = coins[p.coin]!.bars[i]![0];
      const market = price * (1 - p.s * k);
      const [level, reason] = protection(p, i);
      if (beyond(p.s, price, liquidation(p))) leave(p, T, "liquidation", p.P * (1 - p.s / p.L));
      else if (beyond(p.s, price, level)) leave(p, T, reason, market);
      else if (mask(p.coin, p.s === 1 ? "exitLong" : "exitShort", i - 1)) leave(p, T, "signal", market);
      else if (exits.maxBars !== undefined && T >= p.entryTime + exits.maxBars * tf) leave(p, T, "maxBars", market);
      else if (p.target !== undefined && beyond(-p.s, price, p.target)) leave(p, T, "target", price);
    }

    const E = equity(T, false);
    for (let c = 0; c < coins.length; c++) {
      const coin = coins[c]!;
      const i = indexAt(c, T);
      const t = i - 1;
      if (t < rules.warmup || coin.times[t]! + tf !== T) continue;
      const long = mask(c, "enterLong", t);
      const short = mask(c, "enterShort", t);
      if (long === short) continue;
      const s = long ? 1 : -1;
      if (rules.direction === (s === 1 ? "short" : "long")) continue;
      const before = heldBefore.find((held) => held.coin === c);
      const turns_ =
        before !== undefined &&
        rules.direction === "both" &&
        before.s === -s &&
        mask(c, before.s === 1 ? "exitLong" : "exitShort", t);
      if (before !== undefined && !turns_) continue;
      if (open.length >= M) continue;
      const P = coin.bars[i]![0] * (1 + s * k);
      const [D, target] = distances(coin, t, s, P, rules);
      const L = Math.min(rules.leverage, coin.maxLeverage);
      const free = cash - open.map((p) => p.margin).reduce((a, b) => a + b, 0);
      const stopFraction = D / P;
      if (!Number.isFinite(D) || stopFraction < account.minStopFraction) continue;
      if (target !== undefined && !(Number.isFinite(target) && target > 0)) continue;
      const margin = Math.min((E * account.risk) / stopFraction / L, E / M, free / (1 + L * f));
      const notional = margin * L;
      if (notional < account.minNotional || notional <= 0) continue;
      cash -= f * notional;
      if (turns_) turns++;
      open.push({
        coin: c,
        s,
        entryIndex: i,
        entryTime: T,
        P,
        D,
        L,
        target: target === undefined ? undefined : P + s * target,
        margin,
        notional,
        qty: notional / P,
        funding: 0,
      });
    }
    if (open.length > 0) exposed++;

    for (const p of [...open]) {
      const i = indexAt(p.coin, T);
      if (i < 0) continue;
      const [price, high, low] = coins[p.coin]!.bars[i]!;
      const [level, reason] = protection(p, i);
      const adverse = p.s === 1 ? low : high;
      const favourable = p.s === 1 ? high : low;
      const liquidated = liquidation(p);
      const isLevelFirst = beyond(p.s, liquidated, level);
      if (isLevelFirst && beyond(p.s, adverse, level)) {
        const met = p.s === 1 ? Math.min(level, price) * (1 - k) : Math.max(level, price) * (1 + k);
        leave(p, T, reason, met);
      } else if (!isLevelFirst && beyond(p.s, adverse, liquidated)) leave(p, T, "liquidation", p.P * (1 - p.s / p.L));
      else if (p.target !== undefined && beyond(-p.s, favourable, p.target)) leave(p, T, "target", p.target);
    }

    for (const p of [...open]) {
      const coin = coins[p.coin]!;
      const i = indexAt(p.coin, T);
      if (i < 0) continue;
      const close = coin.bars[i]![3];
      fund(p, T, T + tf, close);
      if (i === coin.bars.length - 1) leave(p, T, "end", close * (1 - p.s * k));
    }

    marks.push(equity(T, true));
  }

  trades.sort((a, b) => a.trade.entryTime - b.trade.entryTime || a.coin - b.coin);
  return { trades: trades.map(({ trade }) => trade), times, marks, exposed, turns };
}
