import { strategy, ta } from "sixbtc";

export default strategy({
  name: "Strategy_MOM_golden",
  timeframe: "15m",
  direction: "both",
  warmup: 48,
  exits: {
    stop: { kind: "trailing", value: 0.025, activateAt: 0.01 },
  },
  leverage: 25,
  signals(c) {
    const fast = ta.ema(c.close, 12);
    const slow = ta.ema(c.close, 48);
    const isUp = ta.crossAbove(fast, slow);
    const isDown = ta.crossBelow(fast, slow);
    return { enterLong: isUp, enterShort: isDown, exitLong: isDown, exitShort: isUp };
  },
});
