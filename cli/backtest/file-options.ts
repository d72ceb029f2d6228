import { resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { usageError } from "../../core/errors.ts";
import { type Account, DEFAULT_ACCOUNT, DEFAULT_MAX_LEVERAGE } from "../../core/kernel/rules.ts";
import type { FileJob, MaxLeverage } from "../../stages/backtest/file/job.ts";
import { namedAgain } from "../named.ts";

/** As commander leaves them; what is not given is not there. */
export type FileOptions = {
  file?: string;
  candles?: string[];
  funding?: string[];
  capital?: number;
  risk?: number;
  maxPositions?: number;
  maxLeverage?: MaxLeverage;
  fee?: number;
  slippage?: number;
  sweep?: true;
  trades?: true;
};

/** Those that mean nothing without `--file`. */
export const FILE_OPTIONS: readonly (keyof FileOptions)[] = [
  ...(["candles", "funding", "capital", "risk", "maxPositions", "maxLeverage"] as const),
  ...(["fee", "slippage", "sweep", "trades"] as const),
];

/** The options of a run on files (EXECUTION.md, first table). */
export function addFileOptions(command: Command): void {
  const { capital, risk, maxPositions, fee, slippage } = DEFAULT_ACCOUNT;
  const own = (flags: string, meaning: string) => new Option(flags, meaning).helpGroup("Options with --file:");
  const options = [
    own("--candles <path>", "CSV file COIN-TIMEFRAME.csv[.gz], or a folder of them; may be repeated").argParser(
      namedAgain,
    ),
    own("--funding <path>", "CSV file COIN-funding.csv[.gz], or a folder of them; may be repeated").argParser(
      namedAgain,
    ),
    own("--capital <usd>", `capital at the start (default: ${capital})`).argParser(positive),
    own("--risk <fraction>", `risk of each trade, of equity (default: ${risk})`).argParser(fractionOfEquity),
    own("--max-positions <n>", `positions open at a time (default: ${maxPositions})`).argParser(wholeFromOne),
    own("--max-leverage <x>", `of a coin: 20, or AAA=20,BBB=40 (default: ${DEFAULT_MAX_LEVERAGE})`).argParser(
      leverages,
    ),
    own("--fee <fraction>", `of each fill (default: ${fee})`).argParser(cost),
    own("--slippage <fraction>", `of market fills (default: ${slippage})`).argParser(cost),
    own("--sweep", "try some 1,000 combinations around the strategy's own exits"),
    own("--trades", "list the trades"),
  ];
  for (const option of options) command.addOption(option);
}

/** The run that the options ask for; `text` is the strategy's. */
export function fileJob(file: string, text: string, options: FileOptions): Omit<FileJob, "kind" | "begunMs"> {
  if (options.candles === undefined) {
    throw usageError("--file needs candles to run on", "Add --candles BTC-15m.csv.gz, or a folder of such files.");
  }
  const account: Account = {
    ...DEFAULT_ACCOUNT,
    ...given({ capital: options.capital, risk: options.risk, maxPositions: options.maxPositions }),
    ...given({ fee: options.fee, slippage: options.slippage }),
  };
  return {
    file,
    text,
    candles: options.candles.map((path) => resolve(path)),
    funding: (options.funding ?? []).map((path) => resolve(path)),
    account,
    maxLeverage: options.maxLeverage ?? DEFAULT_MAX_LEVERAGE,
    sweep: options.sweep ?? false,
    trades: options.trades ?? false,
  };
}

/** Without the keys that hold nothing. */
function given(options: { [key in keyof Account]?: number | undefined }): Partial<Account> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function number(text: string): number {
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) throw new InvalidArgumentError("It must be a number.");
  return value;
}

function positive(text: string): number {
  const value = number(text);
  if (value <= 0) throw new InvalidArgumentError("It must be above 0.");
  return value;
}

function fractionOfEquity(text: string): number {
  const value = number(text);
  if (value <= 0 || value > 1) throw new InvalidArgumentError("It must be above 0 and at most 1 (0.02 is 2 %).");
  return value;
}

function cost(text: string): number {
  const value = number(text);
  if (value < 0 || value >= 1) throw new InvalidArgumentError("It must be at least 0 and below 1 (0.0005 is 0.05 %).");
  return value;
}

function wholeFromOne(text: string): number {
  const value = number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError("It must be a whole number from 1.");
  return value;
}

const LEVERAGE_FORM = "It must be one number such as 20, or a number for each coin such as AAA=20,BBB=40.";

function leverages(text: string): MaxLeverage {
  if (!text.includes("=")) {
    if (!DECIMAL.test(text)) throw new InvalidArgumentError(LEVERAGE_FORM);
    return leverage(text);
  }
  const limits = new Map<string, number>();
  for (const part of text.split(",")) {
    const [coin = "", limit = "", ...rest] = part.split("=");
    if (coin === "" || rest.length > 0) throw new InvalidArgumentError(LEVERAGE_FORM);
    if (limits.has(coin)) throw new InvalidArgumentError(`${coin} is named twice.`);
    limits.set(coin, leverage(limit));
  }
  return Object.fromEntries(limits);
}

function leverage(text: string): number {
  const value = number(text);
  if (value < 1) throw new InvalidArgumentError("It must be at least 1.");
  return value;
}
