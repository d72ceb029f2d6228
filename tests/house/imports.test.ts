import { expect, test } from "bun:test";
import { sourceFiles } from "../support/source-files.ts";

const files = await sourceFiles("cli", "stages", "core");

/** For each folder, what its files must not import (DESIGN 2, STYLE 1). */
const FORBIDDEN: [folder: string, imported: RegExp][] = [
  ["core/", /^(stages|cli)\//],
  ["stages/", /^cli\//],
  ["core/kernel/", /^(?!core\/kernel\/|core\/statistics\/|core\/errors\.ts$|watr\/compile$)/],
  ["core/statistics/", /^(?!core\/kernel\/|core\/statistics\/|core\/errors\.ts$|simple-statistics$)/],
  ["core/db/", /^core\/(exchange|market|runtime)\//],
  ["core/exchange/", /^core\/(db|market|runtime)\//],
  ["core/market/", /^core\/(db|exchange|runtime)\//],
  ["core/runtime/", /^core\/(db|exchange|market)\//],
];

test("imports: only point downwards, cli -> stages -> core -> core/kernel", () => {
  const wrong = files.flatMap(({ path, imports }) =>
    FORBIDDEN.flatMap(([folder, imported]) =>
      path.startsWith(folder) ? imports.filter((name) => imported.test(name)).map((name) => `${path} -> ${name}`) : [],
    ),
  );
  expect(wrong).toEqual([]);
});

test("imports: a stage knows no other stage", () => {
  const wrong = files.flatMap(({ path, imports }) => {
    const own = /^stages\/[^/]+\//.exec(path)?.[0];
    const others = imports.filter((name) => own && /^stages\/[^/]+\//.test(name) && !name.startsWith(own));
    return others.map((name) => `${path} -> ${name}`);
  });
  expect(wrong).toEqual([]);
});

test("imports: files of ours are named with their ending", () => {
  const wrong = files.flatMap(({ path, imports }) =>
    imports
      .filter((name) => /^(cli|stages|core)\//.test(name) && !/\.tsx?$/.test(name))
      .map((name) => `${path} -> ${name}`),
  );
  expect(wrong).toEqual([]);
});

/** Each foreign library has one door: the folder or file that alone may import it. */
const DOORS: [library: RegExp, door: RegExp][] = [
  [/^ccxt/, /^core\/(market|exchange)\//],
  [/^(drizzle-orm|postgres)(\/|$)/, /^core\/db\//],
  [/^(ink|react)(\/|$)/, /^cli\/tui\//],
  [/^oxc-parser$/, /^core\/strategy\//],
  [/^trading-signals$/, /^core\/strategy\/ta\//],
  [/^apache-arrow$/, /^core\/market\//],
  [/^pino$/, /^core\/runtime\//],
  [/^commander$/, /^cli\//],
  [/^yaml$/, /^core\/config\//],
];

test("imports: each foreign library has one door", () => {
  const wrong = files.flatMap(({ path, imports }) =>
    DOORS.flatMap(([library, door]) =>
      imports.filter((name) => library.test(name) && !door.test(path)).map((name) => `${path} -> ${name}`),
    ),
  );
  expect(wrong).toEqual([]);
});
