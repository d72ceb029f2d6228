import { parseSync } from "oxc-parser";
import { findTooDeep } from "./bounds.ts";
import type { Finding } from "./definition.ts";
import { type Report, reporter } from "./position.ts";
import { checkText } from "./text.ts";
import type { ProgramNode } from "./tree.ts";

export type ParsedModule = { kind: "parsed"; text: string; program: ProgramNode };
export type Refused = { kind: "refused"; findings: Finding[] };

/** Enough to mend a text by; the errors after the first are mostly its echo. */
const MAX_PARSE_ERRORS = 5;

/** The syntax tree of a strategy's text, or why there is none. Never throws, whatever the text. */
export function parseModule(raw: string): ParsedModule | Refused {
  const checked = checkText(raw);
  if (checked.kind === "refused") return checked;
  const { text } = checked;
  const { findings, report } = reporter(text, "syntax", "error");
  const tooDeep = findTooDeep(text);
  if (tooDeep !== null) {
    report(...refusalOf(tooDeep));
    return { kind: "refused", findings };
  }
  const result = parseSync("strategy.ts", text, {
    lang: "ts",
    sourceType: "module",
    preserveParens: false,
    showSemanticErrors: true,
  });
  for (const error of result.errors.slice(0, MAX_PARSE_ERRORS)) {
    report("not-typescript", error.labels[0]?.start ?? null, error.message, error.helpMessage ?? "Mend the syntax.");
  }
  return findings.length > 0 ? { kind: "refused", findings } : { kind: "parsed", text, program: result.program };
}

function refusalOf({ offset, what }: NonNullable<ReturnType<typeof findTooDeep>>): Parameters<Report> {
  if (what === "slash") {
    const hint = "Regular expressions are not allowed; to divide, put the `/` behind its left side on the same line.";
    return ["regex", offset, "a `/` here may begin a regular expression", hint];
  }
  const limit = what === "nesting" ? "more than 100 levels" : "a chain of more than 1,000 operators";
  const hint = "Give parts of it a name of their own: a constant or a helper function.";
  return ["too-deep", offset, `the text nests too deep here (${limit})`, hint];
}
