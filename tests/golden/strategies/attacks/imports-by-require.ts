// expect: syntax import
import { strategy, ta } from "sixbtc";

import fs = require("node:fs");

export default strategy({
  name: "Strategy_VOL_A0051",
  timeframe: "15m",
  direction: "both",
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c, p) {
    return { enterLong: fs.mask };
  },
});
