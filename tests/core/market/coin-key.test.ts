import { expect, test } from "bun:test";
import { coinKey } from "../../../core/market/coin-key.ts";

test.each([
  ["BTC", "BTC"],
  ["btc", "BTC"],
  ["BTCUSDT", "BTC"],
  ["BTC/USDC:USDC", "BTC"],
  ["BTC/USDT:USDT", "BTC"],
  ["BTC-PERP", "BTC"],
  ["BTCUSD_PERP", "BTC"],
  ["kPEPE", "PEPE"],
  ["KPEPE/USDC:USDC", "PEPE"],
  ["1000PEPE", "PEPE"],
  ["1000PEPEUSDT", "PEPE"],
  ["1000000MOGUSDT", "MOG"],
  ["1MBABYDOGE/USDT:USDT", "BABYDOGE"],
  ["KAS", "KAS"],
  ["KSMUSDT", "KSM"],
  ["1INCHUSDT", "1INCH"],
  ["USDT", "USDT"],
])("coinKey: %s is kept under %s", (name, key) => {
  expect(coinKey(name)).toBe(key);
  expect(coinKey(coinKey(name))).toBe(key);
});
