import { Writable } from "node:stream";
import { createOutput } from "../../cli/output.ts";

/** An output whose words are kept instead of shown. */
export function captureOutput(json: boolean, isTTY = false) {
  const written = { stdout: "", stderr: "" };
  const sink = (name: "stdout" | "stderr") =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const output = createOutput({ json }, { stdout: sink("stdout"), stderr: Object.assign(sink("stderr"), { isTTY }) });
  return { output, written };
}
