import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLogFile } from "../../../core/runtime/log-file.ts";
import { writeConfig } from "../../support/config.ts";
import { runCli } from "../../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "sixbtc-log-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("log file: comes back by itself when the disk that took no more takes lines again", async () => {
  const own = join(folder, "own");
  const path = join(own, "x.log");
  const log = openLogFile("x.log", { folder: own, maxMb: 1, keep: 2 }, 50);
  log.write("before\n");
  while (!existsSync(path) || readFileSync(path, "utf8") === "") await Bun.sleep(5);

  // Nothing can be written below a file, so that the rotation fails as on a full disk.
  rmSync(own, { recursive: true });
  writeFileSync(own, "");
  log.write(`${"x".repeat(1 << 20)}\n`);
  await Bun.sleep(120);
  log.write("lost\n");
  rmSync(own);
  mkdirSync(own);
  while (!existsSync(path) || !readFileSync(path, "utf8").includes("after")) {
    log.write("after\n");
    await Bun.sleep(20);
  }
  await log.close();
  // A try to open the file that was under way when the folder came back has kept its line.
  expect(readFileSync(path, "utf8")).toMatch(/^(lost\n)?(after\n)+$/);
});

test("log file: a stage whose folder cannot be written says so in two lines, and exits 3", async () => {
  writeFileSync(join(folder, "file"), "");
  mkdirSync(join(folder, "taken", "sixbtc-validate.log"), { recursive: true });
  for (const logs of [join(folder, "file", "logs"), join(folder, "taken")]) {
    const config = await writeConfig(folder, { "logs.folder": logs });
    const { code, stderr } = await runCli(["validate", "--watch"], { SIXBTC_CONFIG: config, SIXBTC_HOME: folder });
    expect(code).toBe(3);
    expect(stderr).toStartWith(`sixbtc: logs.folder ${logs} cannot be written to: `);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
  }
});
