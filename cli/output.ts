type Cell = string | number | null;

/** Where a command's words go: answers to stdout, everything else to stderr (DESIGN 8). */
export type Output = {
  /** True with `--json`: `object` prints, `text` and `table` do not. */
  readonly json: boolean;
  /** Whether `progress` shows anything. */
  readonly isLive: boolean;
  /** A line for people; nothing with `--json`. */
  text(line?: string): void;
  /** A text to the byte, such as that of a file; nothing with `--json`. */
  raw(text: string): void;
  /** A table for people; nothing with `--json`. Columns of numbers are aligned to the right. */
  table(columns: readonly string[], rows: readonly (readonly Cell[])[]): void;
  /** One object on one line, with `--json` only. */
  object(value: unknown): void;
  /** A line on stderr, always. */
  note(line: string): void;
  /** A line on stderr that takes the place of the one before, on a terminal only; an empty one clears it. */
  progress(line: string): void;
};

type Streams = { stdout: NodeJS.WritableStream; stderr: NodeJS.WritableStream & { isTTY?: boolean } };

const CLEAR_LINE = "\r\u001b[2K";

export function createOutput(options: { json: boolean }, { stdout, stderr }: Streams = process): Output {
  let progressShown = false;
  const clear = () => {
    if (progressShown) stderr.write(CLEAR_LINE);
    progressShown = false;
  };
  const answer = (line: string) => {
    clear();
    stdout.write(`${line}\n`);
  };
  return {
    json: options.json,
    isLive: stderr.isTTY === true,
    text(line = "") {
      if (!options.json) answer(line);
    },
    raw(text) {
      if (options.json) return;
      clear();
      stdout.write(text);
    },
    table(columns, rows) {
      if (options.json) return;
      for (const line of tableLines(columns, rows)) answer(line);
    },
    object(value) {
      if (options.json) answer(JSON.stringify(value));
    },
    note(line) {
      clear();
      stderr.write(`${line}\n`);
    },
    progress(line) {
      if (!stderr.isTTY) return;
      clear();
      if (line === "") return;
      stderr.write(line);
      progressShown = true;
    },
  };
}

/** Numbers, and the texts of numbers such as `12.50` and `3.1%`. */
function isNumeric(cell: Cell | undefined): boolean {
  return typeof cell === "number" || (typeof cell === "string" && /^-?\d+(\.\d+)?%?$/.test(cell));
}

function tableLines(columns: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? "-" : String(cell))));
  const alignRight = columns.map((_, i) => rows.some((row) => isNumeric(row[i])));
  const widths = columns.map((name, i) => Math.max(name.length, ...cells.map((row) => row[i]?.length ?? 0)));
  const pad = (cell: string, i: number) =>
    alignRight[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0);
  return [columns, ...cells].map((row) => row.map(pad).join("  ").trimEnd());
}
