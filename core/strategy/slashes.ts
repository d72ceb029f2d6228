import { beginsStatement, endsOperand, type Token } from "./token.ts";

/**
 * What a `/` is. The end of a line may end a statement before it, and a brace or an angle may end a block or a type, so
 * that some can only be told by a parser. Read wrongly, a regular expression with a quote in it hides what follows.
 */
type Reading = "divides" | "regex" | "unsure";

/**
 * Of one level of brackets: `isBlock` that statements may stand in it; `isEnded` that the end of a line would end the
 * statement, which is a declaration without a value, or names a module, a type or a label.
 */
type Level = { isBlock: boolean; isLoopHead: boolean; isAwaited: boolean; declares: boolean; isEnded: boolean };

const DECLARING = new Set(["let", "const", "var", "using"]);
// biome-ignore format: a list
const ENDING = new Set(["import", "export", "type", "declare", "interface", "function", "class", "enum", "namespace", "module", "abstract", "break", "continue", "debugger"]);
/** Operators that are names in other places; behind none of them stands a regular expression. */
const CONTEXTUAL = new Set(["as", "satisfies", "keyof", "of"]);
/** Of the marks behind which an operand stands, those that also end a type. */
const ENDING_TYPES = new Set([">", "?", "*"]);

/** Follows the tokens of a text, to say how a `/` behind them is to be read. */
export function createSlashes(): {
  read(newline: boolean): Reading;
  pass(token: Token, previous: Token | null): void;
} {
  const levels: Level[] = [levelBehind(null, true)];
  const top = (): Level => levels.at(-1) ?? levelBehind(null, true);
  let reading: Reading = "regex";

  const afterWord = (token: Token): Reading => {
    const { text, property } = token;
    if (property) return "divides";
    if (text === "await" || text === "yield" || (text === "of" && top().isLoopHead)) return "unsure";
    return CONTEXTUAL.has(text) || endsOperand(token) ? "divides" : "regex";
  };
  const after = (token: Token): Reading => {
    if (token.kind === "word") return afterWord(token);
    if (token.kind === "value") return "divides";
    if (token.text === "}") return "unsure";
    if (token.kind === "close") return token.control ? "regex" : "divides";
    // Behind an operand on the same line they are a part of it.
    if (token.text === "++" || token.text === "--") return token.newline ? "regex" : reading;
    return ENDING_TYPES.has(token.text) ? "unsure" : "regex";
  };

  return {
    read(newline) {
      const { isBlock, isEnded } = top();
      return reading === "divides" && newline && isBlock && isEnded ? "unsure" : reading;
    },
    pass(token, previous) {
      if (beginsStatement(token, previous)) Object.assign(top(), { declares: false, isEnded: false });
      noteStatement(token, top());
      const left = token.kind === "close" && levels.length > 1 ? levels.pop() : undefined;
      if (token.kind === "open") levels.push(levelBehind(previous, token.text === "{"));
      reading = left?.isAwaited ? "unsure" : after(token);
    },
  };
}

function levelBehind(previous: Token | null, isBlock: boolean): Level {
  const word = previous?.kind === "word" && !previous.property ? previous.text : "";
  // `await (x) / 2` divides, `for await (x of y) /x/` does not.
  const isAwaited = word === "await";
  return { isBlock, isLoopHead: word === "for" || isAwaited, isAwaited, declares: false, isEnded: false };
}

function noteStatement({ kind, text, property }: Token, level: Level): void {
  if (kind === "word" && !property) {
    if (DECLARING.has(text)) Object.assign(level, { declares: true, isEnded: true });
    else if (ENDING.has(text)) Object.assign(level, { declares: false, isEnded: true });
  } else if (level.declares && kind === "mark") {
    if (text === "=") level.isEnded = false;
    if (text === ",") level.isEnded = true;
  }
}
