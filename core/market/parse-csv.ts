import { SixbtcError } from "../errors.ts";

const NEWLINE = 10;
const RETURN = 13;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** 10 to the n for every n for which it is exact. */
const POWERS = Float64Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));
/** So many digits always fit an integer of 32 bits, which is the fastest to count up. */
const SHORT = 9;
/** Rows that the length of the others is judged by. */
const SAMPLE = 1_000;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * The columns of a CSV text of numbers whose first line is exactly `header`, each the float64 that `Number` gives.
 * Anything else (a missing field, a word, an empty line before the end) is `data.invalid` with `name` and the line.
 */
export function parseCsv(bytes: Uint8Array, header: string, name: string): Float64Array[] {
  const start = skipHeader(bytes, header, name);
  const end = endOfRows(bytes, start);
  const text = end < bytes.length ? bytes : withNewline(bytes);
  const likely = likelyRows(text, start, end);
  let columns = header.split(",").map(() => new Float64Array(likely));
  const width = columns.length;
  let row = 0;
  for (let at = start; at < end; row++) {
    if (row === columns[0]?.length) columns = columns.map(twiceAsLong);
    for (let field = 0; field < width; field++) {
      const column = columns[field] ?? new Float64Array();
      if (field > 0 && text[at++] !== COMMA) throw wrongWidth(width, row, name);
      const next = plainNumber(text, at, column, row);
      if (next >= 0) {
        at = next;
      } else {
        const fieldEnd = endOfField(text, at);
        column[row] = oddNumber(text.subarray(at, fieldEnd), header, field, row, name);
        at = fieldEnd;
      }
    }
    if (text[at] === RETURN) at += 1;
    if (at < end && text[at] !== NEWLINE) throw wrongWidth(width, row, name);
    at += 1;
  }
  return columns.map((column) => column.subarray(0, row));
}

/**
 * Writes the number that begins at `from` to `out[row]` and returns where it ends; -1 where it is too long or too odd
 * for that. Up to 2^53 the digits are one exact integer, and 10^22 is the last exact power of ten, so that one division
 * rounds once, as a correct conversion does. A byte that belongs to no number must follow.
 *
 * A function of its own, small and called often, so that it is compiled well soon.
 */
function plainNumber(bytes: Uint8Array, from: number, out: Float64Array, row: number): number {
  let at = from;
  let digit = (bytes[at] ?? NEWLINE) - ZERO;
  const isNegative = digit === MINUS - ZERO;
  if (isNegative) digit = (bytes[++at] ?? NEWLINE) - ZERO;
  const first = at;
  let stop = at + SHORT;
  let whole = 0;
  while (digit >= 0 && digit <= 9 && at < stop) {
    whole = (whole * 10 + digit) | 0;
    digit = (bytes[++at] ?? NEWLINE) - ZERO;
  }
  let mantissa = whole;
  while (digit >= 0 && digit <= 9) {
    mantissa = mantissa * 10 + digit;
    digit = (bytes[++at] ?? NEWLINE) - ZERO;
  }
  let digits = at - first;
  let decimals = 0;
  if (digit === POINT - ZERO) {
    const point = at;
    digit = (bytes[++at] ?? NEWLINE) - ZERO;
    stop = at + SHORT;
    let part = 0;
    while (digit >= 0 && digit <= 9 && at < stop) {
      part = (part * 10 + digit) | 0;
      digit = (bytes[++at] ?? NEWLINE) - ZERO;
    }
    mantissa = mantissa * (POWERS[at - point - 1] ?? NaN) + part;
    while (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digit = (bytes[++at] ?? NEWLINE) - ZERO;
    }
    decimals = at - point - 1;
    digits += decimals;
  }
  const next = digit + ZERO;
  const isEnd = next === COMMA || next === NEWLINE || next === RETURN;
  if (!isEnd || digits === 0 || !(mantissa < Number.MAX_SAFE_INTEGER) || decimals > 22) return -1;
  const value = decimals === 0 ? mantissa : mantissa / (POWERS[decimals] ?? NaN);
  out[row] = isNegative ? -value : value;
  return at;
}

/** Rows as long as the first ones, and some more: to count them would take as long as to read them. */
function likelyRows(bytes: Uint8Array, start: number, end: number): number {
  let rows = 0;
  let at = start;
  for (; rows < SAMPLE && at < end; rows++) at = bytes.indexOf(NEWLINE, at) + 1 || end;
  return rows < SAMPLE ? rows : Math.ceil((1.1 * rows * (end - start)) / (at - start));
}

function twiceAsLong(column: Float64Array): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(2 * column.length);
  longer.set(column);
  return longer;
}

/** So that the last number ends as every other does. */
function withNewline(bytes: Uint8Array): Uint8Array {
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  longer[bytes.length] = NEWLINE;
  return longer;
}

function skipHeader(bytes: Uint8Array, header: string, name: string): number {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const from = hasMark ? 3 : 0;
  const newline = bytes.indexOf(NEWLINE, from);
  const line = new TextDecoder().decode(bytes.subarray(from, newline < 0 ? Math.min(bytes.length, 200) : newline));
  if (line.replace(/\r$/, "") !== header) {
    throw invalid(name, 1, `the header is ${JSON.stringify(line.slice(0, 80))}`, `It must be exactly ${header}`);
  }
  return newline < 0 ? bytes.length : newline + 1;
}

/** Where the rows end: empty lines after the last row are no rows. */
function endOfRows(bytes: Uint8Array, start: number): number {
  let end = bytes.length;
  while (end > start && (bytes[end - 1] === NEWLINE || bytes[end - 1] === RETURN)) end -= 1;
  return end;
}

function endOfField(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] !== COMMA && bytes[at] !== NEWLINE && bytes[at] !== RETURN) at += 1;
  return at;
}

function oddNumber(bytes: Uint8Array, header: string, field: number, row: number, name: string): number {
  const text = new TextDecoder().decode(bytes);
  if (!DECIMAL.test(text)) {
    const column = header.split(",")[field];
    throw invalid(name, row + 2, `${column} is ${JSON.stringify(text.slice(0, 80))}, not a number`, FORMAT_HINT);
  }
  return Number(text);
}

const FORMAT_HINT = "Fields are plain numbers such as 1672531200000,16541.77 with a point, without spaces or quotes.";

function wrongWidth(width: number, row: number, name: string): SixbtcError {
  return invalid(name, row + 2, `the row does not have ${width} fields`, FORMAT_HINT);
}

function invalid(name: string, line: number, problem: string, hint: string): SixbtcError {
  return new SixbtcError("data.invalid", `${name} line ${line}: ${problem}`, { hint, exitCode: 3 });
}
