import { expect, test } from "bun:test";
import fc from "fast-check";
import { parseCsv } from "../../../core/market/parse-csv.ts";

const parse = (text: string, header = "a,b") => parseCsv(new TextEncoder().encode(text), header, "f.csv");

const digits = (max: number) =>
  fc.array(fc.constantFrom(..."0123456789"), { minLength: 1, maxLength: max }).map((list) => list.join(""));
const decimal = fc
  .tuple(fc.constantFrom("", "-", "+"), digits(24), fc.option(digits(30)), fc.constantFrom("", "e5", "E-7", "e+3"))
  .map(([sign, whole, rest, power]) => `${sign}${whole}${rest === null ? "" : `.${rest}`}${power}`);
const written = fc.oneof(
  decimal,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer({ min: 0, max: 1e9 }).map((n) => (n / 1e5).toFixed(5)),
  fc.integer().map(String),
);

test("parseCsv: every number is the float64 that Number gives, to the bit", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(written, written), { minLength: 1 }), fc.constantFrom("\n", "\r\n"), (rows, end) => {
      const [a, b] = parse(`a,b${end}${rows.map((row) => row.join(",")).join(end)}${end}`);
      expect([...a!]).toEqual(rows.map(([text]) => Number(text)));
      expect([...b!]).toEqual(rows.map(([, text]) => Number(text)));
    }),
    { numRuns: 300 },
  );
});

test("parseCsv: the edge of what one division rounds rightly", () => {
  const texts = [
    "0.00000000000000000000000123",
    "9007199254740991",
    "9007199254740993",
    "9007199254740993.5",
    "0.1",
    "1e22",
    "123456789012345678e-22",
    "123456789",
    "1234567890",
    "-123456789.123456",
    "123456.1234567891",
    "0.0000001234567890",
    "900719925474.0992",
    "900719925474.0991",
    "-0",
    "-0.0",
    "5.",
    ".5",
  ];
  const [a] = parse(`a,b\n${texts.map((text) => `${text},0`).join("\n")}`);
  expect([...a!]).toEqual(texts.map(Number));
});

test("parseCsv: rows that become shorter or longer than the first ones are all there", () => {
  const short = Array.from({ length: 3_000 }, (_, i) => `${i},${-i}`);
  const long = short.map((row) => `${row}.000000000000000000000`);
  for (const lines of [
    [...long, ...short],
    [...short, ...long],
  ]) {
    const [a, b] = parse(["a,b", ...lines].join("\n"));
    expect([...a!]).toEqual(lines.map((row) => Number(row.split(",")[0])));
    expect([...b!]).toEqual(lines.map((row) => Number(row.split(",")[1])));
  }
});

test("parseCsv: a mark at the start, Windows line ends and empty lines at the end are no rows", () => {
  expect(parse("\uFEFFa,b\r\n1,2\r\n\r\n").map((column) => [...column])).toEqual([[1], [2]]);
  expect(parse("a,b\n").map((column) => [...column])).toEqual([[], []]);
  expect(parse("a,b").map((column) => [...column])).toEqual([[], []]);
});

test.each([
  ["another header", "b,a\n1,2", "f.csv line 1"],
  ["an empty file", "", "f.csv line 1"],
  ["a row that is too short", "a,b\n1,2\n3", "f.csv line 3"],
  ["a row that is too long", "a,b\n1,2,3", "f.csv line 2"],
  ["a trailing comma", "a,b\n1,2,\n", "f.csv line 2"],
  ["an empty field", "a,b\n1,\n2,3", "f.csv line 2"],
  ["an empty line in between", "a,b\n1,2\n\n3,4", "f.csv line 3"],
  ["a word", "a,b\n1,2\n3,x", "f.csv line 3"],
  ["NaN", "a,b\nNaN,2", "f.csv line 2"],
  ["Infinity", "a,b\n1,Infinity", "f.csv line 2"],
  ["hexadecimal", "a,b\n0x10,2", "f.csv line 2"],
  ["a space", "a,b\n1, 2", "f.csv line 2"],
  ["two points", "a,b\n1.2.3,2", "f.csv line 2"],
  ["a number that another follows", "a,b\n1-2,3", "f.csv line 2"],
  ["an end of line of old", "a,b\n1,2\r3,4\n", "f.csv line 2"],
  ["a sign alone", "a,b\n1,-\n", "f.csv line 2"],
  ["a point alone", "a,b\n.,2", "f.csv line 2"],
  ["two signs", "a,b\n--1,2", "f.csv line 2"],
  ["quotes", 'a,b\n"1",2', "f.csv line 2"],
])("parseCsv: refuses %s and names the line", (_, text, where) => {
  expect(() => parse(text)).toThrow(where);
});
