import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../core/paths.ts";
import { writeCandles } from "../support/candle-files.ts";
import { maskStrategy, writeStrategy } from "../support/mask-strategy.ts";
import { startCli } from "../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "sixbtc-run-"));
afterAll(() => rmSync(folder, { recursive: true }));

const MAIN = join(PROJECT_ROOT, "cli", "main.ts");

test("run: a reader that has enough ends the command quietly, as SIGPIPE would", () => {
  const script = '{ "$0" "$1" config show; echo $? >&2; } | true';
  const shell = Bun.spawnSync(["sh", "-c", script, process.execPath, MAIN]);
  expect(shell.stderr.toString()).toBe("141\n");
});

test.skipIf(!existsSync("/dev/full"))("run: an answer that finds no room is a failure, told in two lines", () => {
  const shell = Bun.spawnSync(["sh", "-c", '"$0" "$1" config show > /dev/full', process.execPath, MAIN]);
  expect(shell.exitCode).toBe(1);
  expect(shell.stderr.toString()).toMatch(/^sixbtc: the answer cannot be written: .*ENOSPC.*\n {2}Make room.*\n$/);
});

test("run: an answer longer than a pipe holds reaches a reader that is slow to its end", () => {
  const bars = Array.from({ length: 1000 }, (): [number, number, number, number] => [100, 101, 99, 100]);
  const candles = writeCandles(folder, "AAA-1m.csv", Date.UTC(2026, 0, 5), 60_000, bars);
  const enterLong = bars.map((_, i) => i).filter((i) => i % 2 === 0);
  const exits = { stop: { kind: "percent", value: 0.5 }, maxBars: 1 } as const;
  const file = writeStrategy(folder, maskStrategy({ timeframe: "1m", exits, masks: { enterLong } }));
  const command = '"$0" "$1" backtest --file "$2" --candles "$3" --trades --json 2>/dev/null | { sleep 1; cat; }';
  const shell = Bun.spawnSync(["sh", "-c", command, process.execPath, MAIN, file, candles]);
  const answer = shell.stdout.toString();
  expect(answer.length).toBeGreaterThan(2 * 65_536);
  expect(JSON.parse(answer).trades).toHaveLength(500);
});

test("run: help is what --help is, of a command too", () => {
  const told = (...words: string[]) => Bun.spawnSync([process.execPath, MAIN, ...words]).stdout.toString();
  expect(told("help")).toBe(told("--help"));
  expect(told("help", "data", "import")).toBe(told("data", "import", "--help"));
  expect(told("help", "data", "import")).toContain("sixbtc data import");
});

test.each([
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("run: %s cuts a command short that waits for a database which does not answer", async (signal, code) => {
  const { promise: isAsked, resolve } = Promise.withResolvers<void>();
  const socket = { open: () => resolve(), data: () => undefined };
  const silent = Bun.listen({ hostname: "127.0.0.1", port: 0, socket });
  const { child, result } = startCli(["db", "status"], { DATABASE_URL: `postgres://a:b@127.0.0.1:${silent.port}/c` });
  await isAsked;
  const toldMs = performance.now();
  child.kill(signal);
  expect(await result).toEqual({ code, stdout: "", stderr: "" });
  expect(performance.now() - toldMs).toBeLessThan(3_000);
  silent.stop(true);
});

test.skipIf(!existsSync("/proc/self/status"))("run: nohup keeps a command from ending with its terminal", async () => {
  const command = ["nohup", process.execPath, MAIN, "db", "status"];
  const { promise: isAsked, resolve } = Promise.withResolvers<void>();
  const socket = { open: () => resolve(), data: () => undefined };
  const silent = Bun.listen({ hostname: "127.0.0.1", port: 0, socket });
  const env = { ...process.env, DATABASE_URL: `postgres://a:b@127.0.0.1:${silent.port}/c` };
  const child = Bun.spawn(command, { env, stdin: "ignore", stdout: "ignore", stderr: "ignore" });
  await isAsked;
  child.kill("SIGHUP");
  await Bun.sleep(300);
  child.kill("SIGTERM");
  expect(await child.exited).toBe(143);
  silent.stop(true);
});

test("run: help has examples, and of what there is not it is a wrong call", () => {
  const called = (...words: string[]) => Bun.spawnSync([process.execPath, MAIN, ...words]);
  expect(called("--help").stdout.toString()).toContain("\nExamples:\n  sixbtc demo ");
  for (const words of [
    ["nonsense", "--help"],
    ["help", "nonsense"],
    ["data", "nonsense", "-h"],
  ]) {
    const { exitCode, stdout, stderr } = called(...words);
    expect([exitCode, stdout.toString(), stderr.toString()]).toEqual([2, "", expect.stringContaining("'nonsense'")]);
  }
});
