import { join, resolve } from "node:path";
import type { z } from "zod";
import { messageOf, SixbtcError } from "../errors.ts";
import { PROJECT_ROOT } from "../paths.ts";
import { parseText } from "./parse-text.ts";
import { type Config, configSchema } from "./schema.ts";

/** The configuration that comes with the project; its comments say what the keys mean. */
export const SHIPPED_CONFIG = join(PROJECT_ROOT, "config", "sixbtc.yaml");

/** The file that this process is configured by: SIXBTC_CONFIG, or the shipped one. */
export function configPath(): string {
  const named = process.env["SIXBTC_CONFIG"];
  return named ? resolve(named) : SHIPPED_CONFIG;
}

export type ConfigProblem = {
  /** Dotted path of the key, empty for the file itself. */
  key: string;
  value: unknown;
  problem: string;
};

export type CheckedConfig = { kind: "valid"; config: Config } | { kind: "invalid"; problems: ConfigProblem[] };

/** Reads and checks a configuration file; every key that is wrong, missing or unknown is one problem. */
export async function checkConfig(path: string): Promise<CheckedConfig> {
  const parsed = parseText(await readText(path));
  if (parsed.kind === "refused") {
    return { kind: "invalid", problems: parsed.problems.map((problem) => ({ key: "", value: null, problem })) };
  }
  const { value } = parsed;
  const result = configSchema.safeParse(value, { reportInput: true });
  if (result.success) {
    return { kind: "valid", config: result.data };
  }
  return { kind: "invalid", problems: result.error.issues.flatMap((issue) => problemsOf(issue, value)) };
}

/** The configuration of this process; what is wrong with it is an error that names each key. */
export async function loadConfig(path: string = configPath()): Promise<Config> {
  const checked = await checkConfig(path);
  if (checked.kind === "invalid") {
    throw new SixbtcError("config.invalid", `${path}: ${checked.problems.map(describeProblem).join("; ")}`, {
      hint: "Correct the file; `sixbtc config explain KEY` says what a key means and allows.",
      exitCode: 3,
    });
  }
  return checked.config;
}

/** One line: the key, what it holds and what is allowed. */
export function describeProblem({ key, value, problem }: ConfigProblem): string {
  const held = value === undefined || value === null ? "" : ` is ${JSON.stringify(value)}`;
  return key === "" ? problem : `${key}${held}: ${problem}`;
}

async function readText(path: string): Promise<string> {
  try {
    return await Bun.file(path).text();
  } catch (cause) {
    throw new SixbtcError("config.unreadable", `The configuration ${path} cannot be read: ${whyUnreadable(cause)}`, {
      hint: "Name a file that exists in SIXBTC_CONFIG, or unset it to use config/sixbtc.yaml.",
      cause,
      exitCode: 3,
    });
  }
}

function whyUnreadable(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  if (code === "EISDIR") return "it is a folder";
  return code === "ENOENT" ? "there is no such file" : messageOf(cause);
}

function problemsOf(issue: z.core.$ZodIssue, root: unknown): ConfigProblem[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((name) => ({
      key: [...issue.path, name].join("."),
      value: valueAt(root, [...issue.path, name]),
      problem: "this key is not known; remove it or correct its name",
    }));
  }
  const value = valueAt(root, issue.path);
  const problem = value === undefined ? `this key is missing (${allowed(issue)})` : allowed(issue);
  return [{ key: issue.path.join("."), value, problem }];
}

function allowed(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${issue.expected === "int" ? "a whole number" : `of type ${issue.expected}`}`;
    case "invalid_value":
      return `must be one of ${issue.values.join(", ")}`;
    case "too_small":
      return `must be ${issue.inclusive ? "at least" : "above"} ${issue.minimum}${sized(issue.origin)}`;
    case "too_big":
      return `must be ${issue.inclusive ? "at most" : "below"} ${issue.maximum}${sized(issue.origin)}`;
    default:
      return `must be ${issue.message}`;
  }
}

function sized(origin: string): string {
  if (origin === "array") return " entries";
  return origin === "string" ? " characters" : "";
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
