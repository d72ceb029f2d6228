import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ailmentOf, mapColumns } from "../../../core/market/arrow-file.ts";

const folder = mkdtempSync(join(tmpdir(), "sixbtc-arrow-"));
afterAll(() => rmSync(folder, { recursive: true }));

function thrownBy(path: string): unknown {
  try {
    return mapColumns(path, ["time"]);
  } catch (error) {
    return error;
  }
}

test("mapColumns: bytes that are no file of columns are damage, told without the insides of a library", () => {
  for (const [name, content] of Object.entries({ empty: "", words: "no columns ".repeat(50), short: "ARROW1" })) {
    const path = join(folder, name);
    writeFileSync(path, content);
    const error = thrownBy(path);
    expect(error).toMatchObject({ code: "data.damaged", exitCode: 3 });
    expect(ailmentOf(error, path)).toMatch(/^it (is empty, cut short or no file of columns|has no column time)$/);
  }
});

test("mapColumns: a file that the system does not let be read is not called damaged, one that is not there is null", () => {
  const path = join(folder, "circle");
  symlinkSync(path, path);
  const error = thrownBy(path);
  expect(error).toMatchObject({ code: "data.unreadable", exitCode: 3 });
  expect(ailmentOf(error, path)).toMatch(/^it cannot be read: ELOOP/);
  expect(thrownBy(join(folder, "none"))).toBeNull();
});
