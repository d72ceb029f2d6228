import { expect, test } from "bun:test";
import { captureOutput } from "../support/capture-output.ts";

test("output: with --json, objects alone reach stdout, one a line", () => {
  const { output, written } = captureOutput(true);
  output.text("for people");
  output.table(["a"], [[1]]);
  output.object({ a: 1 });
  output.object({ b: null });
  output.note("a note");
  expect(written).toEqual({ stdout: '{"a":1}\n{"b":null}\n', stderr: "a note\n" });
});

test("output: tables align numbers to the right and the rest to the left", () => {
  const { output, written } = captureOutput(false);
  output.table(
    ["name", "trades"],
    [
      ["abc", 5],
      ["d", 1234],
      ["e", null],
    ],
  );
  expect(written.stdout).toBe("name  trades\nabc        5\nd       1234\ne          -\n");
});

test("output: progress shows on a terminal only, and never mixes with a line", () => {
  const piped = captureOutput(false);
  piped.output.progress("10 of 20");
  expect(piped.written.stderr).toBe("");
  const terminal = captureOutput(false, true);
  terminal.output.progress("10 of 20");
  terminal.output.note("done");
  expect(terminal.written.stderr).toBe("10 of 20\r\u001b[2Kdone\n");
});
