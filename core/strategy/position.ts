import type { Finding, Phase } from "./definition.ts";

/** A place in a text, both counted from 1; columns count UTF-16 units, as editors do. */
type Place = { line: number; column: number };

/** Turns offsets into a text into places; lines end where JavaScript ends them. */
export function placesOf(text: string): (offset: number) => Place {
  const starts = [0];
  for (const found of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(found.index + found[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

export type Report = (code: string, offset: number | null, message: string, hint: string) => void;

/** Collects findings of one phase and severity, each placed in `text`; one code is reported once a place. */
export function reporter(
  text: string,
  phase: Phase,
  severity: Finding["severity"],
): { findings: Finding[]; report: Report } {
  const findings: Finding[] = [];
  const places = placesOf(text);
  const seen = new Set<string>();
  const report: Report = (code, offset, message, hint) => {
    const key = `${code}@${offset}`;
    if (seen.has(key)) return;
    seen.add(key);
    const { line, column } = offset === null ? { line: null, column: null } : places(offset);
    findings.push({ phase, severity, code, message: shortened(message), line, column, hint: shortened(hint) });
  };
  return { findings, report };
}

const MAX_MESSAGE = 300;

/** Texts quote themselves in messages, and a name may be as long as a text. */
function shortened(message: string): string {
  return message.length <= MAX_MESSAGE ? message : `${message.slice(0, MAX_MESSAGE)}…`;
}
