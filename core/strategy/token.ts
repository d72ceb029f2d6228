/**
 * A token as far as measuring nesting needs it. `open` and `close` are brackets and the holes of templates; `control`
 * marks the parenthesis that closes the head of an `if`, `for` or `while`, after which a statement begins. `property`
 * marks a word behind a `.`, which is a name whatever it means elsewhere. `unsure` is a `/` of which only a parser could
 * tell whether it divides or begins a regular expression; the tokens end with it.
 */
export type Token = {
  kind: "word" | "value" | "open" | "close" | "mark" | "unsure";
  text: string;
  offset: number;
  newline: boolean;
  control: boolean;
  property: boolean;
};

// biome-ignore format: a list
const EXPECTS_OPERAND = new Set(["typeof", "void", "delete", "await", "yield", "new", "keyof", "if", "for", "while", "with", "do", "else", "as", "satisfies", "instanceof", "in", "of", "extends", "return", "case", "throw", "default"]);
const CONTINUING = new Set(["else", "as", "satisfies", "instanceof", "in", "of", "extends", "is", "from"]);
/** Words after which the end of a line ends nothing. */
// biome-ignore format: a list
const GOING_ON = new Set(["is", "from", "readonly", "unique", "infer", "asserts", "abstract", "let", "const", "var", "using", "import", "export", "type", "declare", "interface", "function", "class", "enum", "namespace", "module", "async"]);
/** Whether an expression can end with this token, so that a following `-` subtracts. */
export function endsOperand(token: Token | null): boolean {
  if (token === null) return false;
  if (token.kind === "word") return token.property || !EXPECTS_OPERAND.has(token.text);
  if (token.kind === "close") return !token.control;
  return token.kind === "value" || token.text === "++" || token.text === "--";
}

/** A new statement forgets what was open, whether `;`, a block or the end of the line ended the one before. */
export function beginsStatement(token: Token, previous: Token | null): boolean {
  if (previous === null || token.kind === "close") return false;
  const continues = token.kind === "word" && CONTINUING.has(token.text);
  if (previous.text === ";") return !continues;
  if (token.kind !== "word" || continues || !endsOperand(previous)) return false;
  if (previous.kind === "word" && !previous.property && GOING_ON.has(previous.text)) return false;
  return token.newline || previous.text === "}";
}
