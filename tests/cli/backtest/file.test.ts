import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../../core/paths.ts";
import { type Ohlc, writeCandles, writeCsv, writeFunding } from "../../support/candle-files.ts";
import { maskStrategy, writeStrategy } from "../../support/mask-strategy.ts";
import { runCli, runShell } from "../../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "sixbtc-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Every test starts processes, on machines that may be busy. */
const PATIENCE_MS = 30_000;
const TF = 900_000;
const START = Date.UTC(2026, 0, 5);
const BARS = Array.from({ length: 60 }, (_, i): Ohlc => {
  const open = 100 + Math.sin(i / 3) * 3;
  const close = 100 + Math.sin((i + 1) / 3) * 3;
  return [open, Math.max(open, close) + 0.2, Math.min(open, close) - 0.2, close];
});
const EXITS = {
  stop: { kind: "percent", value: 0.02 },
  takeProfit: { kind: "percent", value: 0.03 },
  maxBars: 5,
} as const;
const STRATEGY = writeStrategy(folder, maskStrategy({ exits: EXITS, masks: { enterLong: [2, 12, 22, 32] } }));
const AAA = writeCandles(folder, "AAA-15m.csv", START, TF, BARS);
const BBB = writeCandles(folder, "BBB-15m.csv.gz", START, TF, BARS);

const backtest = (...args: string[]) => runCli(["backtest", ...args]);

async function run(...args: string[]) {
  const { code, stdout, stderr } = await backtest("--json", "--file", STRATEGY, ...args);
  expect(code, stderr).toBe(0);
  expect(stdout.trimEnd().split("\n")).toHaveLength(1);
  return { ...JSON.parse(stdout), stderr };
}

test(
  "backtest --file: neither database nor configuration, and nothing left behind",
  async () => {
    const home = join(folder, "home");
    const env = { SIXBTC_HOME: home, SIXBTC_CONFIG: join(folder, "none.yaml"), DATABASE_URL: "postgres://nowhere:1/x" };
    const args = ["backtest", "--file", STRATEGY, "--candles", AAA, "--json"];
    const { code, stdout, stderr } = await runCli(args, env);
    expect(code, stderr).toBe(0);
    expect(existsSync(home)).toBe(false);
    const answer = JSON.parse(stdout);
    expect(answer.parameters).toEqual({
      ...{ capital: 10_000, risk: 0.02, maxPositions: 10, fee: 0.00045, slippage: 0.0005, maxLeverage: 10 },
      ...{ minNotional: 10, minStopFraction: 0.001 },
    });
    expect(answer.metrics.trades).toBe(4);
    expect(Object.keys(answer.elapsedMs)).toEqual(["start", "load", "signals", "simulate", "sweep"]);
    for (const ms of Object.values(answer.elapsedMs)) expect(ms).toBeWithin(0, PATIENCE_MS);
    expect(answer).not.toContainAnyKeys(["trades", "combos", "best"]);
    expect(stderr).toBe("No funding rates for AAA: none is paid or received.\n");
  },
  PATIENCE_MS,
);

test(
  "backtest --file: coins in the order of the options, those of a folder by name",
  async () => {
    const some = join(folder, "some");
    mkdirSync(join(some, "below"), { recursive: true });
    for (const name of [
      "ZZZ-15m.csv",
      "AAB-15m.csv.gz",
      "AAA-1h.csv",
      "AAA-funding.csv",
      "below/CCC-15m.csv",
      "x.txt",
    ]) {
      writeCandles(some, name, START, TF, BARS);
    }
    const args = ["--candles", BBB, "--candles", some, "--candles", AAA, "--trades", "--max-positions", "1"];
    const answer = await run(...args);
    expect(answer.coins.map(({ coin }: { coin: string }) => coin)).toEqual(["BBB", "AAB", "ZZZ", "AAA"]);
    expect(new Set(answer.trades.map(({ coin }: { coin: string }) => coin))).toEqual(new Set(["BBB"]));
  },
  PATIENCE_MS,
);

test(
  "backtest --file: a compressed file says what a plain one says",
  async () => {
    const [plain, packed] = await Promise.all([run("--candles", AAA), run("--candles", BBB)]);
    expect(packed.metrics).toEqual(plain.metrics);
  },
  PATIENCE_MS,
);

test(
  "backtest --file: funding goes to the coin of its name",
  async () => {
    const funding = writeFunding(folder, "BBB-funding.csv.gz", [[START + 3_600_000, 0.01]]);
    const answer = await run("--candles", AAA, "--candles", BBB, "--funding", funding, "--trades");
    const paid = answer.trades.filter((trade: { funding: number }) => trade.funding !== 0);
    expect(paid.map(({ coin, entryTime }: { coin: string; entryTime: number }) => [coin, entryTime])).toEqual([
      ["BBB", START + 3 * TF],
    ]);
    expect(paid[0].funding).toBeLessThan(0);
    expect(answer.stderr).toBe("No funding rates for AAA: none is paid or received.\n");
  },
  PATIENCE_MS,
);

test(
  "backtest --file: what is missing in the candles is told, and where funding rates would be",
  async () => {
    const holed = join(folder, "holed");
    mkdirSync(holed);
    const header = "timestamp,open,high,low,close,volume";
    const rows = BARS.map((bar, i) => [START + (i < 30 ? i : i + 4) * TF, ...bar, 1].join(","));
    writeCsv(holed, "AAA-15m.csv", [header, ...rows]);
    writeFunding(holed, "AAA-funding.csv", [[START + 3_600_000, 0.01]]);
    const answer = await run("--candles", holed);
    expect(answer.coins[0]).toMatchObject({ gaps: 1, missingBars: 4 });
    expect(answer.stderr).toContain("Candles are missing: AAA 4 in 1 gap.");
    expect(answer.stderr).toContain(`--funding ${holed} would use those that are there.`);
    const paid = await run("--candles", holed, "--funding", holed);
    expect(paid.stderr).not.toContain("funding");
  },
  PATIENCE_MS,
);

test(
  "backtest --file: entries that were too small to trade are counted where no trade came of them",
  async () => {
    const { metrics, warnings, stderr } = await run("--candles", AAA, "--capital", "10");
    expect(metrics.trades).toBe(0);
    expect(stderr).toContain("No trade: 4 entries were smaller than 10 USD");
    expect(warnings).toHaveLength(2);
  },
  PATIENCE_MS,
);

test(
  "backtest --file: --max-leverage for all coins, or for some while the others have 10",
  async () => {
    const [all, some] = await Promise.all([
      run("--candles", AAA, "--max-leverage", "2", "--trades"),
      run("--candles", AAA, "--candles", BBB, "--max-leverage", "BBB=2", "--trades"),
    ]);
    expect(all.parameters.maxLeverage).toBe(2);
    expect(all.trades[0].notional).toBeCloseTo(2000, 8);
    expect(some.parameters.maxLeverage).toEqual({ AAA: 10, BBB: 2 });
    expect(some.trades[0].notional).toBeCloseTo(5000, 8);
    expect(some.trades[1].notional).toBeLessThan(2001);
  },
  PATIENCE_MS,
);

test(
  "backtest --file: a coin is what its file's name says, even where JavaScript knows the word",
  async () => {
    const names = ["constructor", "__proto__"];
    const files = names.map((name) => writeCandles(folder, `${name}-15m.csv`, START, TF, BARS));
    const candles = files.flatMap((file) => ["--candles", file]);
    const answer = await run(...candles, "--max-leverage", "__proto__=2", "--trades");
    expect(Object.entries(answer.parameters.maxLeverage)).toEqual([
      ["constructor", 10],
      ["__proto__", 2],
    ]);
    expect(answer.trades[0].notional).toBeCloseTo(5000, 8);
    expect(answer.trades[1].notional).toBeLessThan(2001);
  },
  PATIENCE_MS,
);

test(
  "backtest --file: options change the account, and costs may be nothing",
  async () => {
    const args = ["--capital", "500", "--risk", "0.01", "--fee", "0", "--slippage", "0", "--trades"];
    const { parameters, trades } = await run("--candles", AAA, ...args);
    expect(parameters).toMatchObject({ capital: 500, risk: 0.01, fee: 0, slippage: 0 });
    expect(trades[0]).toMatchObject({ entryPrice: BARS[3]![0], fees: 0 });
  },
  PATIENCE_MS,
);

test(
  "backtest --file: --sweep gives the best combinations by Sharpe, each the run of its parameters",
  async () => {
    const answer = await run("--candles", AAA, "--sweep");
    // Five stops, six targets, maxBars 3 4 5 8 10, and leverages 1 2 3 5 7 10.
    expect(answer.combos + answer.leftOut).toBe(900);
    expect(answer.best).toHaveLength(10);
    const sharpes = answer.best.map(({ metrics }: { metrics: { sharpe: number } }) => metrics.sharpe);
    expect(sharpes).toEqual(sharpes.toSorted((a: number, b: number) => b - a));
    const { exits, leverage } = answer.best[0].parameters;
    const text = maskStrategy({ exits, leverage, masks: { enterLong: [2, 12, 22, 32] } });
    const again = await backtest("--json", "--file", writeStrategy(folder, text), "--candles", AAA);
    // But for the order in which a sweep adds up, which is seen in the last digits.
    const alone: Record<string, number> = JSON.parse(again.stdout).metrics;
    for (const [name, value] of Object.entries(alone)) {
      expect(Math.abs(answer.best[0].metrics[name] - value)).toBeLessThanOrEqual(1e-12 * Math.abs(value));
    }
    const repeated = await run("--candles", AAA, "--sweep");
    expect(repeated.best).toEqual(answer.best);
    expect(repeated.map).toEqual(answer.map);
    expect(answer.map).toMatchObject({ across: "target", own: [2, 2] });
  },
  PATIENCE_MS,
);

const broken = (body: string) => maskStrategy({ exits: EXITS, masks: { enterLong: [1] } }).replace("return {", body);

test(
  "backtest --file: a sweep and trades for people fit a terminal, without colours",
  async () => {
    const { code, stdout } = await backtest("--file", STRATEGY, "--candles", AAA, "--sweep", "--trades");
    expect(code).toBe(0);
    expect(stdout).toContain("Strategy_MOM_test, 15m, AAA\n60 candles from 2026-01-05 00:00 to 2026-01-05 14:45 UTC\n");
    expect(stdout).toMatch(/^Sharpe +-?\d+\.\d\d$/m);
    expect(stdout).toContain("4 trades; ");
    expect(stdout).toMatch(/^2026-01-05 00:45 +\d +AAA +long .* (target|stop|maxBars)$/m);
    expect(stdout).toMatch(/^Sweep: 900 combinations tried/m);
    expect(stdout).toContain("The best 10 by Sharpe:");
    expect(stdout.match(/\[-?\d+\.\d\d\]/g)).toHaveLength(1);
    expect(stdout).not.toContain("\u001b");
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  "backtest --help: its examples of files are true, trailing exits and no target among what they print",
  async () => {
    const place = mkdtempSync(join(folder, "examples-"));
    const trailing = { stop: { kind: "trailing", value: 0.02, activateAt: 0.01 }, maxBars: 5 } as const;
    await Bun.write(join(place, "S.ts"), maskStrategy({ exits: trailing, masks: { enterLong: [2, 12, 22, 32] } }));
    writeCandles(place, "BTC-15m.csv.gz", START, TF, BARS);
    mkdirSync(join(place, "DIR"));
    writeCandles(join(place, "DIR"), "ETH-15m.csv", START, TF, BARS);
    writeFunding(join(place, "DIR"), "ETH-funding.csv", [[START + 3_600_000, 0.0001]]);
    const help = await runCli(["backtest", "--help"]);
    const examples = [...help.stdout.matchAll(/^ {2}(sixbtc backtest --file .*?) {2}/gm)].map(([, line]) =>
      line!.trim(),
    );
    expect(examples).toHaveLength(3);
    const results = await Promise.all(examples.map((line) => runShell(line, place)));
    expect(
      results.map(({ code }) => code),
      results[0]!.stderr,
    ).toEqual([0, 0, 0]);
    expect(results[0]!.stdout).toContain("4 trades; ");
    expect(results[1]!.stderr).toBe("");
    expect(JSON.parse(results[2]!.stdout)).toMatchObject({
      ...{
        combos: 150,
        leftOut: 0,
        axes: { targets: [], maxBars: [3, 4, 5, 8, 10] },
        map: { across: "maxBars", own: [2, 2] },
      },
    });
    const shown = await runShell("sixbtc backtest --file S.ts --candles DIR --funding DIR --sweep", place);
    expect(shown.stdout).toMatch(/^ {2}stop +1% .* \(trailing from 1%\)$/m);
  },
  PATIENCE_MS,
);

test(
  "backtest --file: a strategy that breaks the rules is refused with its line, unseen by anything",
  async () => {
    const file = writeStrategy(folder, broken("process.exit(7); return {"));
    const { code, stdout, stderr } = await backtest("--file", file, "--candles", AAA, "--json");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^sixbtc: .*\.ts line 16: .*process/);
  },
  PATIENCE_MS,
);

test(
  "backtest --file: a strategy whose text looks ahead runs, and its numbers are called not real",
  async () => {
    const file = join(PROJECT_ROOT, "tests", "golden", "strategies", "leaking", "reads-next-close.ts");
    const { code, stdout, stderr } = await backtest("--file", file, "--candles", AAA, "--json");
    expect(code, stderr).toBe(0);
    const warning = `${file} line 12: this reads 1 bar ahead of the loop's bar`;
    expect(stderr).toContain(warning);
    expect(stderr).toContain("the numbers of this run are not real");
    expect(JSON.parse(stdout).warnings[0]).toStartWith(warning);
  },
  PATIENCE_MS,
);

test(
  "backtest --file: a strategy that throws, or never ends, is its own failure",
  async () => {
    const [threw, endless] = await Promise.all(
      ["let x; x.y = 1; return {", "while (true) {} return {"].map((body) =>
        backtest("--file", writeStrategy(folder, broken(body)), "--candles", AAA, "--json"),
      ),
    );
    expect([threw!.code, threw!.stdout, endless!.code, endless!.stdout]).toEqual([1, "", 1, ""]);
    expect(threw!.stderr).toContain("on the candles of AAA");
    expect(endless!.stderr).toContain("on the candles of AAA");
  },
  PATIENCE_MS,
);

test(
  "backtest --file: a wrong call is exit code 2, wrong data 3, and nothing is on stdout",
  async () => {
    const header = writeCsv(folder, "H-15m.csv", ["time,open,high,low,close,volume"]);
    const calls: [code: number, says: RegExp, args: string[]][] = [
      [2, /--nonsense/, ["--file", STRATEGY, "--candles", AAA, "--nonsense"]],
      [2, /--file needs candles/, ["--file", STRATEGY]],
      [2, /--candles needs --file/, ["--candles", AAA]],
      [2, /exclude one another/, ["--file", STRATEGY, "--candles", AAA, "--watch"]],
      [2, /none\.ts/, ["--file", join(folder, "none.ts"), "--candles", AAA]],
      [2, /NO-15m/, ["--file", STRATEGY, "--candles", join(folder, "NO-15m.csv")]],
      [2, /--fee/, ["--file", STRATEGY, "--candles", AAA, "--fee", "-0.1"]],
      [3, /H-15m\.csv line 1.*header/, ["--file", STRATEGY, "--candles", header]],
    ];
    for (const [code, says, args] of calls) {
      const result = await backtest(...args, "--json");
      expect(result.stderr).toMatch(says);
      expect([result.code, result.stdout]).toEqual([code, ""]);
    }
  },
  PATIENCE_MS,
);

test(
  "backtest --file: Ctrl-C ends it at once, its child with it",
  async () => {
    const bars = Array.from({ length: 60_000 }, (_, i) => BARS[i % 60]!);
    const candles = writeCandles(folder, "LONG-15m.csv", START, TF, bars);
    // Inside its budget, and for many seconds.
    const body = "let x = 0; for (let i = 0; i < c.length * 4000; i++) x += i; return {";
    const file = writeStrategy(folder, broken(body));
    const main = join(PROJECT_ROOT, "cli", "main.ts");
    const child = Bun.spawn([process.execPath, main, "backtest", "--file", file, "--candles", candles], {
      stdout: "ignore",
      stderr: "ignore",
    });
    const worker = await childOf(child.pid);
    child.kill("SIGINT");
    const startedMs = performance.now();
    expect(await child.exited).toBe(130);
    expect(performance.now() - startedMs).toBeLessThan(3000);
    expect(existsSync(`/proc/${worker}`)).toBe(false);
  },
  PATIENCE_MS,
);

/** The process that another started, once it is there. */
async function childOf(pid: number): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const path = `/proc/${pid}/task/${pid}/children`;
    const children = existsSync(path) ? (await Bun.file(path).text()).trim() : "";
    if (children !== "") return Number(children.split(" ")[0]);
    await Bun.sleep(25);
  }
  throw new Error(`process ${pid} started no child`);
}
