import { SixbtcError } from "../errors.ts";

const NEWLINE = 10;
const RETURN = 13;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** 10 to the n for every n for which it is exact. */
const POWERS = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * The columns of a CSV text of numbers whose first line is exactly `header`, each the float64 that `Number` gives.
 * Anything else (a missing field, a word, an empty line before the end) is `data.invalid` with `name` and the line.
 */
export function parseCsv(bytes: Uint8Array, header: string, name: string): Float64Array[] {
  const start = skipHeader(bytes, header, name);
  const end = endOfRows(bytes, start);
  const width = header.split(",").length;
  const rows = countRows(bytes, start, end);
  const columns = Array.from({ length: width }, () => new Float64Array(rows));
  let at = start;
  for (let row = 0; row < rows; row++) {
    for (let field = 0; field < width; field++) {
      const column = columns[field] ?? new Float64Array();
      // Up to 2^53 the digits are one exact integer, and 10^22 is the last exact power of ten, so that one division
      // rounds once, as a correct conversion does. Whatever is longer or odder goes to Number.
      const fieldStart = at;
      let byte = bytes[at] ?? NEWLINE;
      const isNegative = byte === MINUS;
      if (isNegative) byte = bytes[++at] ?? NEWLINE;
      let mantissa = 0;
      let digits = 0;
      let point = -1;
      for (;;) {
        const digit = byte - ZERO;
        if (digit >= 0 && digit <= 9) {
          mantissa = mantissa * 10 + digit;
          digits += 1;
        } else if (byte === POINT && point < 0) {
          point = digits;
        } else {
          break;
        }
        byte = bytes[++at] ?? NEWLINE;
      }
      const decimals = point < 0 ? 0 : digits - point;
      const isEnd = byte === COMMA || byte === NEWLINE || byte === RETURN || at >= end;
      if (isEnd && digits > 0 && mantissa < Number.MAX_SAFE_INTEGER && decimals <= 22) {
        const value = decimals === 0 ? mantissa : mantissa / (POWERS[decimals] ?? NaN);
        column[row] = isNegative ? -value : value;
      } else {
        at = endOfField(bytes, fieldStart, end);
        column[row] = oddNumber(bytes.subarray(fieldStart, at), header, field, row, name);
        byte = bytes[at] ?? NEWLINE;
      }
      if (field < width - 1) {
        if (byte !== COMMA || at >= end) throw wrongWidth(width, row, name);
        at += 1;
      }
    }
    if (bytes[at] === RETURN) at += 1;
    if (at < end && bytes[at] !== NEWLINE) throw wrongWidth(width, row, name);
    at += 1;
  }
  return columns;
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

function countRows(bytes: Uint8Array, start: number, end: number): number {
  if (end <= start) return 0;
  let rows = 1;
  for (let at = bytes.indexOf(NEWLINE, start); at >= 0 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) rows += 1;
  return rows;
}

function endOfField(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== COMMA && bytes[at] !== NEWLINE && bytes[at] !== RETURN) at += 1;
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
