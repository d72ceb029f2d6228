// expect: shuffle future-leak
// proof: bars=1200
import { strategy } from "sixbtc";

const DAY = 86_400_000;
const blockOf = (t) => Math.floor(t / (30 * DAY));

function deviationByBlock(c) {
  const blocks = [];
  for (let i = 1; i < c.length; i++) {
    const id = blockOf(c.time[i]);
    if (blocks.length === 0 || blocks[blocks.length - 1].id !== id) blocks.push({ id, n: 0, square: 0 });
    const block = blocks[blocks.length - 1];
    block.n++;
    block.square += Math.log(c.close[i] / c.close[i - 1]) ** 2;
  }
  return blocks.map(({ id, n, square }) => ({ id, deviation: Math.sqrt(square / n) }));
}

function lookUp(blocks, id) {
  let value = NaN;
  for (const block of blocks) if (block.id <= id) value = block.deviation;
  return value;
}

export default strategy({
  name: "Strategy_TRD_E0079",
  timeframe: "4h",
  direction: "both",
  warmup: 30,
  exits: { stop: { kind: "percent", value: 0.02 }, maxBars: 48 },
  signals(c) {
    const blocks = deviationByBlock(c);
    const enterLong = new Uint8Array(c.length);
    const enterShort = new Uint8Array(c.length);
    for (let i = 12; i < c.length; i++) {
      const unit = lookUp(blocks, blockOf(c.time[i]));
      const move = Math.log(c.close[i] / c.close[i - 12]) / (unit * Math.sqrt(12));
      const before = Math.log(c.close[i - 1] / c.close[i - 12]) / (unit * Math.sqrt(11));
      if (move > 1.3 && before <= 1.3) enterLong[i] = 1;
      if (move < -1.3 && before >= -1.3) enterShort[i] = 1;
    }
    return { enterLong, enterShort };
  },
});
