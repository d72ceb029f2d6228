// expect: passed
// proof: bars=400
// proof: bars=300 idle=0.2 seed=3
// proof: bars=250 volume=0.001 price=0.02 seed=4
import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_VOL_C0119",
  timeframe: "15m",
  direction: "both",
  warmup: 120,
  exits: { stop: { kind: "atr", length: 20, multiple: 1.5 }, takeProfit: { kind: "trailing", activateAt: 0.02, value: 0.01 } },
  signals(c) {
    const money = [
      ta.obv(c), ta.ad(c), ta.cmf(c, 20), ta.vwap(c), ta.vwma(c, 20), ta.adosc(c, 3, 10), ta.emv(c, 14, 100000000),
      ta.forceIndex(c, 13), ta.kvo(c, 34, 55), ta.marketFacilitationIndex(c), ta.nvi(c), ta.pvi(c), ta.pvo(c.volume, 12, 26),
      ta.pvt(c), ta.rvol(c.volume, 20), ta.vroc(c.volume, 14), ta.wad(c),
    ];
    const votes = money.reduce((sum, column) => {
      const before = ta.shift(column, 3);
      return sum.map((value, i) => value + (column[i] > before[i] ? 1 : column[i] < before[i] ? -1 : 0));
    }, new Float64Array(c.length));
    return { enterLong: ta.crossAbove(votes, 8), enterShort: ta.crossBelow(votes, -8) };
  },
});
