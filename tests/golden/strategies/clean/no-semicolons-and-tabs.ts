// expect: passed
import { strategy } from "sixbtc";

const LENGTH = 10
const ratio = (a, b) => a / b

export default strategy({
  name: "Strategy_MOM_C0249",
  timeframe: "15m",
  direction: "long",
  warmup: 10,
  exits: { stop: { kind: "atr", length: 14, multiple: 2 }, maxBars: 48 },
  signals(c) {
    	const long = new Uint8Array(c.length)
    	let i = LENGTH
    	for (; i < c.length; i++)
    		if (ratio(c.close[i], c.close[i - LENGTH]) > 1.025)
    			long[i] = 1
    	;
    	return { enterLong: long }
  },
});
