import { expect, test } from "bun:test";
import type { Parameter } from "../../core/strategy/ta/signature.ts";
import { createToolbox, TA_SIGNATURES, type TaName } from "../../core/strategy/ta/toolbox.ts";

function argument(parameter: Parameter, length: number) {
  const wave = (phase: number) => Float64Array.from({ length }, (_, i) => 100 + 10 * Math.sin(i / 7 + phase));
  switch (parameter.kind) {
    case "column":
    case "operand":
      return wave(0);
    case "mask":
      return Uint8Array.from({ length }, (_, i) => (i % 3 === 0 ? 1 : 0));
    case "candles": {
      const close = wave(0);
      return {
        time: wave(0),
        open: wave(1),
        close,
        high: close.map((x) => x + 12),
        low: close.map((x) => x - 12),
        volume: wave(2),
        length,
      };
    }
    case "timeframe":
      return "1h";
    default:
      return parameter.example;
  }
}

test("ta: every function runs on columns of any length and gives columns as long", () => {
  const ta = createToolbox();
  for (const [name, { parameters }] of Object.entries(TA_SIGNATURES)) {
    if (name === "resample") continue;
    for (const length of [0, 1, 2, 50, 300]) {
      const result = ta[name as TaName](...parameters.map((parameter) => argument(parameter, length)));
      const parts = ArrayBuffer.isView(result) ? [result] : Object.values(result);
      for (const part of parts) expect([name, (part as Float64Array).length]).toEqual([name, length]);
    }
  }
});
