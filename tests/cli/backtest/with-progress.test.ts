import { expect, test } from "bun:test";
import { withProgress } from "../../../cli/backtest/with-progress.ts";
import type { OnProgress } from "../../../core/runtime/child-process.ts";
import { captureOutput } from "../../support/capture-output.ts";

const work = async (onProgress?: OnProgress) => {
  onProgress?.({ step: "candles", done: 0, of: 3 });
  onProgress?.({ step: "sweep", done: 350, of: 1050 });
  return onProgress !== undefined;
};

test("progress: on a terminal it says what is being done, on stderr, and is gone at the end", async () => {
  const { output, written } = captureOutput(true, true);
  expect(await withProgress(output, work)).toBe(true);
  const clear = "\r\u001b[2K";
  expect(written).toEqual({
    stdout: "",
    stderr: `backtest: candles, 0 s …${clear}backtest: sweep 350 of 1,050, 0 s …${clear}`,
  });
});

test("progress: elsewhere there is none, and nobody is asked for any", async () => {
  const { output, written } = captureOutput(false);
  expect(await withProgress(output, work)).toBe(false);
  expect(written).toEqual({ stdout: "", stderr: "" });
});
