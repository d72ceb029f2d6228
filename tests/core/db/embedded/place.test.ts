import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPlace } from "../../../../core/db/embedded/place.ts";

const root = mkdtempSync(join(tmpdir(), "sixbtc-place-"));
afterAll(() => rmSync(root, { recursive: true }));

test("place: a folder that another process makes at this instant is not there yet, or there", async () => {
  const homes = Array.from({ length: 300 }, (_, i) => join(root, `${i}`));
  for (const home of homes) mkdirSync(home);
  const maker = Bun.spawn([
    process.execPath,
    "--eval",
    'const { mkdirSync } = require("node:fs"); for (const home of process.argv.slice(1)) mkdirSync(home + "/postgres");',
    ...homes,
  ]);
  // As quick as the maker, so that for each home some look meets the making.
  for (const home of homes) while (findPlace(home) === null);
  expect(await maker.exited).toBe(0);
});

test("place: a link that leads nowhere is data that went missing", () => {
  const home = join(root, "missing");
  mkdirSync(home);
  symlinkSync(join(root, "gone"), join(home, "postgres"));
  expect(existsSync(join(home, "postgres"))).toBe(false);
  expect(() => findPlace(home)).toThrow("leads to is gone");
});
