// expect: passed
import { strategy, ta } from "sixbtc";

const counter = () => {
  let calls = 0;
  return () => ++calls;
};
const count = counter();

export default strategy({
  name: "Strategy_VOL_A0087",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    return { enterLong: new Uint8Array(c.length).fill(count() % 2) };
  },
});
