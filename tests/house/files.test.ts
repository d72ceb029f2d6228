import { expect, test } from "bun:test";
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { PROJECT_ROOT } from "../../core/paths.ts";
import { sourceFiles } from "../support/source-files.ts";

const files = await sourceFiles("cli", "stages", "core", "tests");
const code = files.filter(({ path }) => !path.startsWith("tests/"));

test("files: none is longer than 400 lines", () => {
  const long = files
    .map(({ path, text }) => [path, text.split("\n").length] as const)
    .filter(([, lines]) => lines > 400);
  expect(long).toEqual([]);
});

test("files: names are kebab-case, and none says utils, helpers, common, manager, service or base", () => {
  const wrong = files.filter(
    ({ path }) =>
      !/^[a-z0-9-]+(\.test)?\.tsx?$/.test(basename(path)) ||
      /(^|[/-])(utils?|helpers?|common|managers?|services?|base)([/.-]|$)/.test(path),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test("files: nothing is exported by default", () => {
  expect(code.filter(({ text }) => /^export default /m.test(text)).map(({ path }) => path)).toEqual([]);
});

test("files: there are no barrels", () => {
  expect(code.filter(({ text }) => /^export (\*|\{[^}]*\}) from /m.test(text)).map(({ path }) => path)).toEqual([]);
});

const TOP_LEVEL = new Set(
  `package.json bunfig.toml ecosystem.config.js README.md cli stages core drizzle config tests tsconfig.json biome.json
   knip.json drizzle.config.ts bun.lock LICENSE CONTRIBUTING.md CHANGELOG.md .env.example .ci .gitignore docs`.split(
    /\s+/,
  ),
);

test("files: the top level of the repository is as designed", () => {
  const tracked = Bun.spawnSync(["git", "ls-files"], { cwd: PROJECT_ROOT }).stdout.toString().split("\n");
  const names =
    tracked.length > 1 ? new Set(tracked.map((path) => path.split("/", 1)[0] ?? "")) : readdirSync(PROJECT_ROOT);
  const ignored = new Set(["", "node_modules", ".git", ".sixbtc", ".pm2", "logs", ".env"]);
  expect([...names].filter((name) => !TOP_LEVEL.has(name) && !ignored.has(name))).toEqual([]);
});
