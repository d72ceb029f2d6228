import { afterBinding, patternTargets } from "./rewrite-patterns.ts";
import type { Handlers, Rewriter } from "./rewriter.ts";
import type { FunctionNode, Node } from "./tree.ts";

type Of<Type extends Node["type"]> = Extract<Node, { type: Type }>;
type Loop = Of<"ForStatement" | "ForOfStatement" | "WhileStatement" | "DoWhileStatement">;

/** Functions, loops, blocks and declarations: what counts turns and calls. */
export const FUNCTION_HANDLERS: Handlers = {
  FunctionDeclaration: (rewriter, node) => rewriteFunction(rewriter, node),
  FunctionExpression: (rewriter, node) => rewriteClosure(rewriter, node),
  ArrowFunctionExpression: (rewriter, node) => rewriteClosure(rewriter, node),
  ForStatement: rewriteLoop,
  ForOfStatement: rewriteLoop,
  WhileStatement: rewriteLoop,
  DoWhileStatement: rewriteLoop,
  BlockStatement: (rewriter, node) => rewriteBlock(rewriter, node, ""),
  SwitchCase: rewriteCase,
  VariableDeclaration: rewriteDeclaration,
} as Handlers;

/** The function under `signals` as an expression, whichever way it was written. */
export function rewriteSignals(rewriter: Rewriter): string {
  const { signals } = rewriter.module;
  return `${isMethod(rewriter, signals) ? "function" : ""}${rewriteFunction(rewriter, signals)}`;
}

function isMethod(rewriter: Rewriter, node: Node): boolean {
  const parent = rewriter.module.names.parentOf(node);
  return parent?.type === "Property" && parent.method;
}

/** Each function made costs one value, but for those at module level, which are made once. */
function rewriteClosure(rewriter: Rewriter, node: FunctionNode): string {
  const written = rewriteFunction(rewriter, node);
  const parent = rewriter.module.names.parentOf(node);
  const isFree = isMethod(rewriter, node) || (parent && rewriter.module.names.ownerOf(parent) === null);
  return isFree ? written : `(${rewriter.taking(1)},${written})`;
}

function rewriteFunction(rewriter: Rewriter, node: FunctionNode): string {
  if (!node.body) return rewriter.copy(node);
  // The arguments of a call were charged where it was made; a pattern among the parameters copies once more.
  const bound = node.params.flatMap((one) => (one.type === "RestElement" ? [] : afterBinding(rewriter, one)));
  const first = [rewriter.turn, ...bound];
  const body =
    node.body.type === "BlockStatement"
      ? rewriteBlock(rewriter, node.body, statements(first))
      : `(${first.join(",")},${rewriter.emit(node.body)})`;
  if (node.type !== "ArrowFunctionExpression" || !node.returnType) return rewriter.copy(node, [node.body, body]);
  return `${typedParameters(rewriter, node, node.returnType.end)}=>${rewriter.gap(node.returnType.end, node.body.start)}${body}`;
}

/** No line may end between the parameters and the arrow: those of the type stand before the parenthesis. */
function typedParameters(rewriter: Rewriter, node: FunctionNode, end: number): string {
  let written = "(";
  let at = node.start;
  for (const [i, parameter] of node.params.entries()) {
    written += `${i > 0 ? "," : ""}${rewriter.gap(at, parameter.start)}${rewriter.emit(parameter)}`;
    at = parameter.end;
  }
  return `${written}${rewriter.gap(at, end)})`;
}

function statements(expressions: readonly string[]): string {
  return expressions.map((one) => `${one};`).join("");
}

/** A block with `first` before its own statements; the functions that it declares are made whenever it is entered. */
function rewriteBlock(rewriter: Rewriter, node: Of<"BlockStatement">, first: string): string {
  const functions = node.body.filter((statement) => statement.type === "FunctionDeclaration").length;
  const charge = functions > 0 ? `${rewriter.taking(functions)};` : "";
  return `{${first}${charge}${rewriter.copy(node).slice(1)}`;
}

function rewriteCase(rewriter: Rewriter, node: Of<"SwitchCase">): string {
  const functions = node.consequent.filter((statement) => statement.type === "FunctionDeclaration");
  const [first] = functions;
  if (!first) return rewriter.copy(node);
  return rewriter.copy(node, [first, `${rewriter.taking(functions.length)};${rewriter.emit(first)}`]);
}

function rewriteLoop(rewriter: Rewriter, node: Loop): string {
  const head = node.type === "ForStatement" ? node.init : node.type === "ForOfStatement" ? node.left : null;
  const declares = head?.type === "VariableDeclaration" ? head.declarations : [];
  const bound = declares.flatMap(({ id }) => afterBinding(rewriter, id));
  const assigned = node.type === "ForOfStatement" && declares.length === 0 ? node.left : null;
  if (assigned) bound.push(...afterBinding(rewriter, assigned));
  const first = statements([rewriter.turn, ...bound]);
  // The block may declare the names anew that are checked before it.
  const body =
    node.body.type === "BlockStatement" && bound.length === 0
      ? rewriteBlock(rewriter, node.body, first)
      : `{${first}${rewriter.emit(node.body)}}`;
  const targets = assigned ? patternTargets(rewriter, assigned) : [];
  // `async!` may stand before `of`, `async` may not.
  if (assigned?.type === "TSNonNullExpression") targets.push([assigned, `(${rewriter.emit(assigned)})`]);
  return rewriter.copy(node, [node.body, body], ...targets);
}

function rewriteDeclaration(rewriter: Rewriter, node: Of<"VariableDeclaration">): string {
  const written = rewriter.copy(node);
  if (rewriter.isLoopHead(node)) return written;
  const checks = node.declarations.flatMap(({ id }) => afterBinding(rewriter, id));
  return checks.length === 0 ? written : `${written.replace(/;$/, "")};${statements(checks)}`;
}
