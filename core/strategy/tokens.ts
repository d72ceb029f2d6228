import { createSlashes } from "./slashes.ts";
import { endsOperand, type Token } from "./token.ts";

const CONTROL = new Set(["if", "for", "while", "with"]);
const MARK =
  /=>|\.\.\.|\?\.(?!\d)|>>>=|<<=|>>=|\*\*=|&&=|\|\|=|\?\?=|===|!==|==|!=|<=|>=|&&|\|\||\?\?|\*\*|\+\+|--|[-+*/%&|^]=|[\s\S]/y;
// Blanks of other scripts part words as the space does; the parser takes three more characters for blanks than `\s`.
const WORD = /(?:(?![\s\u0085\u180e\u200b])[\w$\\\u0080-\uffff])+/y;
const NUMBER = /0[xob][\da-f_]+n?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?[\d_]+)?n?/iy;
const BLANK = /(?:[\s\u0085\u180e\u200b]+|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?(?:\*\/|$))+/y;
const REGEX =
  /\/(?:\\[^\n\r\u2028\u2029]|\[(?:\\[^\n\r\u2028\u2029]|[^\]\\\n\r\u2028\u2029])*\]?|[^/\\[\n\r\u2028\u2029])+\/?/y;
const STRING = /"(?:\\(?:\r\n|[\s\S])|[^"\\\n\r])*["\n\r]?|'(?:\\(?:\r\n|[\s\S])|[^'\\\n\r])*['\n\r]?/y;
const TEMPLATE_PART = /(?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{|\\?$)/y;
const HASHBANG = /#![^\n\r\u2028\u2029]*/y;

/** The tokens of any text, valid or not; comments and blanks only leave their mark in `newline`. */
export function* tokensOf(text: string): Generator<Token, void, void> {
  const open: { opener: string; control: boolean }[] = [];
  const slashes = createSlashes();
  let previous: Token | null = null;
  let at = 0;
  const take = (pattern: RegExp, from: number): string => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.[0] ?? "";
  };
  const measureSlash = (newline: boolean): Pick<Token, "kind" | "text"> => {
    const regex = take(REGEX, at);
    const isWhole = regex.length > 2 && regex.endsWith("/");
    const reading = slashes.read(newline);
    if (reading === "regex" && regex !== "") return { kind: "value", text: regex };
    // What ends on no line is no regular expression: a parser stops at it.
    if (reading === "unsure" && isWhole) return { kind: "unsure", text: "/" };
    return { kind: "mark", text: take(MARK, at) };
  };
  const measure = (char: string, newline: boolean): Pick<Token, "kind" | "text"> => {
    if (char === '"' || char === "'") return { kind: "value", text: take(STRING, at) };
    if (char === "`" || (char === "}" && open.at(-1)?.opener === "`")) {
      const part = char + take(TEMPLATE_PART, at + 1);
      const opens = part.endsWith("${");
      if (char === "`") return { kind: opens ? "open" : "value", text: part };
      return { kind: opens ? "mark" : "close", text: part };
    }
    if (char === "/") return measureSlash(newline);
    const value = take(NUMBER, at);
    if (value !== "") return { kind: "value", text: value };
    const word = take(WORD, at);
    if (word !== "") return { kind: "word", text: word };
    const mark = take(MARK, at);
    // TypeScript's `x!` is a part of its operand: what follows it divides and subtracts.
    if (mark === "!" && !newline && endsOperand(previous)) return { kind: "value", text: mark };
    return { kind: "([{".includes(mark) ? "open" : ")]}".includes(mark) ? "close" : "mark", text: mark };
  };

  at = take(HASHBANG, 0).length;
  for (;;) {
    const blank = take(BLANK, at);
    at += blank.length;
    if (at >= text.length) return;
    const newline = /[\n\r\u2028\u2029]/.test(blank);
    const { kind, text: what } = measure(text.charAt(at), newline);
    const property = kind === "word" && [".", "?.", "#"].includes(previous?.text ?? "");
    let control = false;
    if (kind === "open") open.push({ opener: what.charAt(0), control: isControl(previous, what) });
    if (kind === "close") control = open.pop()?.control ?? false;
    const token: Token = { kind, text: what, offset: at, newline, control, property };
    slashes.pass(token, previous);
    previous = token;
    yield token;
    if (kind === "unsure") return;
    at += what.length;
  }
}

function isControl(previous: Token | null, opener: string): boolean {
  return opener === "(" && previous?.kind === "word" && !previous.property && CONTROL.has(previous.text);
}
