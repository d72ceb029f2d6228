import { type Column, mapInto, unknownColumn } from "./column.ts";
import { newColumn } from "./column-memory.ts";
import { ofCandles } from "./indicator.ts";
import { period } from "./signature.ts";
import { typicalPrice } from "./typical-price.ts";
import { slidingSum } from "./window.ts";

/** OBV from 0, known from the second bar on (the package's, with an interval of 2). */
function obv(close: Column, volume: Column): Column {
  const out = unknownColumn(close.length);
  let total = 0;
  for (let bar = 1; bar < out.length; bar++) {
    if (close[bar]! > close[bar - 1]!) total += volume[bar]!;
    else if (close[bar]! < close[bar - 1]!) total -= volume[bar]!;
    out[bar] = total;
  }
  return out;
}

/** Volume weighted by where the close lies in its bar: all of it at the high, minus all of it at the low. */
function moneyFlow(high: Column, low: Column, close: Column, volume: Column): Column {
  const out = newColumn(close.length);
  for (let bar = 0; bar < out.length; bar++) {
    const range = high[bar]! - low[bar]!;
    const share = range === 0 ? 0 : (close[bar]! - low[bar]! - (high[bar]! - close[bar]!)) / range;
    out[bar] = share * volume[bar]!;
  }
  return out;
}

function ad(high: Column, low: Column, close: Column, volume: Column): Column {
  const out = moneyFlow(high, low, close, volume);
  for (let bar = 1; bar < out.length; bar++) out[bar]! += out[bar - 1]!;
  return out;
}

function cmf(high: Column, low: Column, close: Column, volume: Column, n: number): Column {
  const flows = slidingSum(moneyFlow(high, low, close, volume), n);
  const volumes = slidingSum(volume, n);
  for (let bar = 0; bar < flows.length; bar++) {
    flows[bar] = volumes[bar] === 0 ? 0 : flows[bar]! / volumes[bar]!;
  }
  return flows;
}

/** VWAP since the first bar, never reset; a bar without volume keeps the value before it. */
function vwap(high: Column, low: Column, close: Column, volume: Column): Column {
  const out = unknownColumn(close.length);
  const typical = typicalPrice(high, low, close);
  let value = 0;
  let traded = 0;
  let latest = Number.NaN;
  for (let bar = 0; bar < out.length; bar++) {
    if (volume[bar] !== 0) {
      value += typical[bar]! * volume[bar]!;
      traded += volume[bar]!;
      latest = value / traded;
    }
    out[bar] = latest;
  }
  return out;
}

/** VWMA; a window without volume keeps the value before it. */
function vwma(close: Column, volume: Column, n: number): Column {
  const values = slidingSum(
    mapInto(newColumn(close.length), close, (price, bar) => price * volume[bar]!),
    n,
  );
  const volumes = slidingSum(volume, n);
  let latest = Number.NaN;
  for (let bar = n - 1; bar < values.length; bar++) {
    if (volumes[bar] !== 0) latest = values[bar]! / volumes[bar]!;
    values[bar] = latest;
  }
  return values;
}

export const VOLUME = {
  obv: ofCandles(["close", "volume"], [], obv),
  ad: ofCandles(["high", "low", "close", "volume"], [], ad),
  cmf: ofCandles(["high", "low", "close", "volume"], [period("n", 20)], cmf),
  vwap: ofCandles(["high", "low", "close", "volume"], [], vwap),
  vwma: ofCandles(["close", "volume"], [period("n", 20)], vwma),
};
