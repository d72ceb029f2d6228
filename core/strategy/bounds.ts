import { beginsStatement, endsOperand, type Token } from "./token.ts";
import { tokensOf } from "./tokens.ts";

/**
 * Parsers recurse: ten thousand brackets, prefix operators or `a => b => …` end the process that parses them.
 * Brackets, prefix operators, arrows, assignments and statements without braces count as nesting; operators, member
 * chains, `? :` and `else if` read flat to a person and are bounded more widely, since the tree is as deep there too.
 */
const MAX_NESTING = 100;
const MAX_LINKS = 1_000;

/** Counts of what is open at one level of brackets. */
type Level = { statements: number; nested: number; prefixes: number; links: number; angles: number };

const STATEMENTS = new Set(["if", "for", "while", "with", "do"]);
const PREFIX_WORDS = new Set(["typeof", "void", "delete", "await", "yield", "new", "keyof", "async"]);
const PREFIX_MARKS = new Set(["!", "~", "+", "-", "++", "--", "@"]);
const ASSIGNMENT = /^(?:[-+*/%&|^]|\*\*|<<|>>|>>>|&&|\|\||\?\?)?=$/;

export type TooDeep = "nesting" | "chain" | "slash";

/**
 * Where `text` first nests deeper than is read, or has a `/` after which that cannot be told, or null; one pass over the
 * characters, no parser.
 */
export function findTooDeep(text: string): { offset: number; what: TooDeep } | null {
  const levels: Level[] = [emptyLevel()];
  let previous: Token | null = null;
  let nesting = 0;
  let links = 0;
  for (const token of tokensOf(text)) {
    if (token.kind === "unsure") return { offset: token.offset, what: "slash" };
    const level = levels.at(-1) ?? emptyLevel();
    const before = { ...level };
    if (beginsStatement(token, previous)) Object.assign(level, emptyLevel());
    count(token, previous, level);
    nesting += nestingOf(level) - nestingOf(before);
    links += linksOf(level) - linksOf(before);
    if (token.kind === "open") {
      levels.push(emptyLevel());
      nesting += 1;
    } else if (token.kind === "close" && levels.length > 1) {
      levels.pop();
      nesting -= 1 + nestingOf(level);
      links -= linksOf(level);
    }
    if (nesting > MAX_NESTING) return { offset: token.offset, what: "nesting" };
    if (links > MAX_LINKS) return { offset: token.offset, what: "chain" };
    previous = token;
  }
  return null;
}

function emptyLevel(): Level {
  return { statements: 0, nested: 0, prefixes: 0, links: 0, angles: 0 };
}

function nestingOf({ statements, nested, prefixes }: Level): number {
  return statements + nested + prefixes;
}

function linksOf({ links, angles }: Level): number {
  return links + angles;
}

function count(token: Token, previous: Token | null, level: Level): void {
  const { kind, text } = token;
  const afterOperand = endsOperand(previous);
  if (kind === "word") {
    if (STATEMENTS.has(text)) level.statements += previous?.text === "else" ? 0 : 1;
    else if (PREFIX_WORDS.has(text)) level.prefixes += 1;
    else if (text === "else") Object.assign(level, { nested: 0, prefixes: 0, links: level.links + 1 });
    else if (afterOperand) level.links += 1;
  } else if (kind === "open" || text === "!") {
    if (afterOperand) level.links += 1;
    else if (text === "!") level.prefixes += 1;
  } else if (kind === "mark") {
    if (text === ",") Object.assign(level, { nested: 0, prefixes: 0, links: 0 });
    else if (text === "=>" || ASSIGNMENT.test(text)) level.nested += 1;
    else if (PREFIX_MARKS.has(text) && !afterOperand) level.prefixes += 1;
    else countOperator(text, level);
  }
}

function countOperator(text: string, level: Level): void {
  level.prefixes = 0;
  level.links += 1;
  if (text === "<") level.angles += 1;
  if (text === ">" && level.angles > 0) level.angles -= 1;
}
