import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CronPattern } from "croner";
import { crontabLine } from "../../cli/crontab.ts";
import { SHIPPED_CONFIG } from "../../core/config/load.ts";
import { stages } from "../../stages/index.ts";
import { cloneTo } from "../support/clone.ts";
import { testDatabase } from "../support/database.ts";
import { runCli } from "../support/run-cli.ts";

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "sixbtc-cron-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What cron hands to `sh -c`: five fields, then a command that ends at the first percent sign without a backslash. */
function readLine(line: string): { times: string; command: string } {
  const fields = line.split(" ");
  const command = fields.slice(5).join(" ");
  return { times: fields.slice(0, 5).join(" "), command: command.split(/(?<!\\)%/)[0]!.replaceAll("\\%", "%") };
}

const asCron = (command: string) =>
  Bun.spawn(["/bin/sh", "-c", command], {
    ...{ cwd: "/", stdin: "ignore", stdout: "pipe", stderr: "pipe" },
    env: { PATH: "/usr/bin:/bin", HOME: folder, LOGNAME: "me", SHELL: "/bin/sh" },
  });

test("crontab: --print-crontab with --watch is a wrong call", async () => {
  const { code, stdout, stderr } = await runCli(["schedule", "--print-crontab", "--watch"]);
  expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining("do not go together")]);
});

test("crontab: a line for each enabled stage, with times that cron takes", async () => {
  const config = join(folder, "config.yaml");
  const shipped = await Bun.file(SHIPPED_CONFIG).text();
  const without = shipped.replace(/^( {2}monitor:\n[^\n]*\n {4}enabled: )true$/m, "$1false");
  await Bun.write(config, without.replace("folder: logs", `folder: ${join(folder, "logs")}`));
  const { code, stdout } = await runCli(["schedule", "--print-crontab", "--json"], { SIXBTC_CONFIG: config });
  expect(code).toBe(0);
  const lines: { stage: string; line: string }[] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ stage }) => stage)).toEqual(
    stages.map(({ name }) => name as string).filter((name) => name !== "monitor"),
  );
  for (const { line } of lines) {
    expect(() => new CronPattern(readLine(line).times)).not.toThrow();
    expect(line).toContain(`SIXBTC_CONFIG=${config} `);
  }
});

test("crontab: a rhythm is kept as closely as cron can, never slower", () => {
  const places = { clone: "/clone", bun: "/bun", logs: "/logs", env: {}, locker: null };
  const times = (namespace: "sixbtc-pipeline" | "sixbtc-trading", everySec: number | null, position: number) =>
    readLine(crontabLine({ ...stages[0]!, namespace }, everySec, position, places)).times;
  expect(times("sixbtc-pipeline", null, 2)).toBe("2-59/5 * * * *");
  expect(times("sixbtc-trading", null, 2)).toBe("* * * * *");
  expect(times("sixbtc-trading", 30, 1)).toBe("* * * * *");
  expect(times("sixbtc-pipeline", 7 * 60, 8)).toBe("2-59/6 * * * *");
  expect(times("sixbtc-pipeline", 3600, 3)).toBe("22 * * * *");
  expect(times("sixbtc-pipeline", 5 * 3600, 0)).toBe("1 */4 * * *");
  expect(times("sixbtc-pipeline", 48 * 3600, 0)).toBe("1 0 * * *");
});

test("crontab: a line runs its stage from a clone of any name, and not while it runs already", async () => {
  const clone = join(folder, "my clone's 100% %d");
  mkdirSync(clone);
  cloneTo(clone);
  writeFileSync(join(clone, ".env"), `DATABASE_URL=${database.url}\nSIXBTC_HOME=${join(folder, "home")}\n`);
  mkdirSync(join(folder, "home"));
  const print = Bun.spawn(
    [process.execPath, "--no-env-file", join(clone, "cli", "main.ts"), "schedule", "--print-crontab"],
    {
      ...{ cwd: folder, env: { PATH: process.env["PATH"] }, stdout: "pipe", stderr: "pipe" },
    },
  );
  const lines = (await print.stdout.text()).trim().split("\n");
  expect(await print.stderr.text()).toContain("DATABASE_URL is no part of the lines");
  expect(lines[0]).toStartWith("#");
  expect(lines.join("\n")).not.toContain(new URL(database.url).password);
  const { command } = readLine(lines.find((line) => line.includes("main.ts' monitor "))!);
  const log = join(clone, "logs", "cron-monitor.log");
  const run = async () => {
    const child = asCron(command);
    return [await child.exited, await child.stderr.text()];
  };

  expect(await run()).toEqual([0, ""]);
  expect(readFileSync(log, "utf8")).toBe("monitor: 1 checked.\n");
  if (!existsSync("/usr/bin/flock")) return;
  const holder = Bun.spawn(["flock", join(clone, "logs", "cron-monitor.lock"), "-c", "echo held; read x"], {
    ...{ stdin: "pipe", stdout: "pipe" },
  });
  await holder.stdout.getReader().read();
  expect(await run()).toEqual([1, ""]);
  holder.stdin.end();
  await holder.exited;
  expect(await run()).toEqual([0, ""]);
  expect(readFileSync(log, "utf8")).toBe("monitor: 1 checked.\nmonitor: 1 checked.\n");
});
