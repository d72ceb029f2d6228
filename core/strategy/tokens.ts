/**
 * A token as far as measuring nesting needs it. `open` and `close` are brackets and the holes of templates; `control`
 * marks the parenthesis that closes the head of an `if`, `for` or `while`, after which a statement begins.
 */
export type Token = {
  kind: "word" | "value" | "open" | "close" | "mark";
  text: string;
  offset: number;
  newline: boolean;
  control: boolean;
};

const CONTROL = new Set(["if", "for", "while", "with"]);
// biome-ignore format: a list
const EXPECTS_OPERAND = new Set(["typeof", "void", "delete", "await", "yield", "new", "keyof", "if", "for", "while", "with", "do", "else", "as", "satisfies", "instanceof", "in", "of", "extends", "return", "case", "throw", "default"]);
const MARK =
  /=>|\.\.\.|\?\.(?!\d)|>>>=|<<=|>>=|\*\*=|&&=|\|\|=|\?\?=|===|!==|==|!=|<=|>=|&&|\|\||\?\?|\*\*|\+\+|--|[-+*/%&|^]=|[\s\S]/y;
const WORD = /[\w$\\\u0080-\uffff]+/y;
const NUMBER = /(?:\d|\.\d)[\w.]*/y;
const BLANK = /(?:\s+|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?(?:\*\/|$))+/y;
const REGEX = /\/(?:\\.|\[(?:\\.|[^\]\\\n\r])*\]?|[^/\\[\n\r])+\/?/y;
const STRING = /"(?:\\[\s\S]|[^"\\\n\r])*["\n\r]?|'(?:\\[\s\S]|[^'\\\n\r])*['\n\r]?/y;
const TEMPLATE_PART = /(?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{|\\?$)/y;

/** Whether an expression can end with this token, so that a following `/` divides and a following `-` subtracts. */
export function endsOperand(token: Token | null): boolean {
  if (token === null) return false;
  if (token.kind === "word") return !EXPECTS_OPERAND.has(token.text);
  if (token.kind === "close") return !token.control;
  return token.kind === "value" || token.text === "++" || token.text === "--";
}

/** The tokens of any text, valid or not; comments and blanks only leave their mark in `newline`. */
export function* tokensOf(text: string): Generator<Token, void, void> {
  const open: { opener: string; control: boolean }[] = [];
  let previous: Token | null = null;
  let at = 0;
  const take = (pattern: RegExp, from: number): string => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.[0] ?? "";
  };
  const measure = (char: string, newline: boolean): Pick<Token, "kind" | "text"> => {
    if (char === '"' || char === "'") return { kind: "value", text: take(STRING, at) };
    if (char === "`" || (char === "}" && open.at(-1)?.opener === "`")) {
      const part = char + take(TEMPLATE_PART, at + 1);
      const opens = part.endsWith("${");
      if (char === "`") return { kind: opens ? "open" : "value", text: part };
      return { kind: opens ? "mark" : "close", text: part };
    }
    const regex = char === "/" && !endsOperand(previous) ? take(REGEX, at) : "";
    const value = regex || take(NUMBER, at);
    if (value !== "") return { kind: "value", text: value };
    const word = take(WORD, at);
    if (word !== "") return { kind: "word", text: word };
    const mark = take(MARK, at);
    // TypeScript's `x!` is a part of its operand: what follows it divides and subtracts.
    if (mark === "!" && !newline && endsOperand(previous)) return { kind: "value", text: mark };
    return { kind: "([{".includes(mark) ? "open" : ")]}".includes(mark) ? "close" : "mark", text: mark };
  };

  for (;;) {
    const blank = take(BLANK, at);
    at += blank.length;
    if (at >= text.length) return;
    const newline = /[\n\r\u2028\u2029]/.test(blank);
    const { kind, text: what } = measure(text.charAt(at), newline);
    let control = false;
    if (kind === "open") open.push({ opener: what.charAt(0), control: isControl(previous, what) });
    if (kind === "close") control = open.pop()?.control ?? false;
    previous = { kind, text: what, offset: at, newline, control };
    yield previous;
    at += what.length;
  }
}

function isControl(previous: Token | null, opener: string): boolean {
  return opener === "(" && previous?.kind === "word" && CONTROL.has(previous.text);
}
