import type { Finding } from "../core/strategy/definition.ts";
import type { Verdict } from "../stages/validate/verdict.ts";
import type { Output } from "./output.ts";

/** Characters of the line that are shown around the place of a finding. */
const MAX_LINE = 160;

/** A verdict for people: each finding with its line, a caret under the place, and the cure. */
export function printVerdict(output: Output, path: string, text: string, verdict: Verdict): void {
  for (const finding of verdict.findings) printFinding(output, path, text, finding);
  const name = verdict.name ?? "no name";
  if (verdict.passed) {
    output.text(`${path}: ${name} passed; its signals need ${verdict.warmupBars} bars`);
  } else {
    const count = verdict.findings.filter(({ severity }) => severity === "error").length;
    output.text(`${path}: ${name} failed at ${verdict.phase} (${count} error${count === 1 ? "" : "s"})`);
  }
}

function printFinding(output: Output, path: string, text: string, finding: Finding): void {
  const { line, column, severity, code, message, hint } = finding;
  const place = [path, line, column].filter((part) => part !== null).join(":");
  output.text(`${place}: ${severity} ${code}: ${visible(message)}`);
  const source = line === null ? undefined : text.replace(/^\ufeff/, "").split(/\r\n|[\n\r\u2028\u2029]/)[line - 1];
  if (source !== undefined) printSource(output, String(line), source, column);
  output.text(`  ${visible(hint)}`);
}

function printSource(output: Output, line: string, source: string, column: number | null): void {
  const from = Math.max(0, (column ?? 1) - 1 - MAX_LINE / 2);
  const shown = visible(source.slice(from, from + MAX_LINE));
  output.text(`  ${line} | ${shown}`);
  if (column === null) return;
  const before = visible(source.slice(from, column - 1));
  output.text(`  ${" ".repeat(line.length)} | ${" ".repeat(Bun.stringWidth(before))}^`);
}

/** Nothing that would move a terminal's cursor. */
function visible(text: string): string {
  return text.replaceAll("\t", "  ").replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}
