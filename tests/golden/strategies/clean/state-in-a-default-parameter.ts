// expect: passed
import { strategy, ta } from "sixbtc";

const kept = { calls: 0 };
function count(state = kept) {
  state.calls++;
  return state.calls;
}

export default strategy({
  name: "Strategy_VOL_A0088",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    return { enterLong: new Uint8Array(c.length).fill(count() % 2) };
  },
});
