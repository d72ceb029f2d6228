import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeConfig } from "../../support/config.ts";
import { runCli } from "../../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "sixbtc-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("config check: sources are exchanges of ccxt, files or synthetic", async () => {
  const known = { "market.sources": ["hyperliquid", "files", "synthetic"] };
  const good = await runCli(["config", "check"], { SIXBTC_CONFIG: await writeConfig(folder, known) });
  expect([good.code, good.stdout]).toEqual([0, expect.stringContaining("is valid.")]);
  const wrong = { "market.sources": ["hyperliquid", "binanze"] };
  const bad = await runCli(["config", "check", "--json"], { SIXBTC_CONFIG: await writeConfig(folder, wrong) });
  expect([bad.code, JSON.parse(bad.stdout)]).toMatchObject([
    1,
    { valid: false, problems: [{ key: "market.sources", value: ["binanze"] }] },
  ]);
}, 30_000);
