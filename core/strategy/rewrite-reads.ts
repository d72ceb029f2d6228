import { methodOf, rewriteChain } from "./rewrite-chains.ts";
import { behindEntry } from "./rewrite-patterns.ts";
import type { Handlers, Rewriter } from "./rewriter.ts";
import { type Call, isFunction, type Member, type Node, staticKey } from "./tree.ts";

type Of<Type extends Node["type"]> = Extract<Node, { type: Type }>;

/** Expressions that read and make values: indices that are numbers, keys that are own, allocation that is counted. */
export const READ_HANDLERS: Handlers = {
  Identifier: (rewriter, node) => node.name + rewriter.gap(node.start, node.end),
  // Its parentheses stay: `(a + b)!` may be a factor. None are added, so that `a?.b!.c` stays one chain.
  TSNonNullExpression: (rewriter, node) => rewriter.copy(node).slice(0, -1),
  TSAsExpression: rewriteTyped,
  TSSatisfiesExpression: rewriteTyped,
  TSTypeAssertion: rewriteTyped,
  // The tree has no parentheses of its own, and what it is written into may be a list.
  SequenceExpression: (rewriter, node) => `(${rewriter.copy(node)})`,
  Property: rewriteProperty,
  ArrayExpression: (rewriter, node) => allocated(rewriter, node, node.elements.length),
  ObjectExpression: (rewriter, node) => allocated(rewriter, node, node.properties.length),
  SpreadElement: (rewriter, node) => `...${rewriter.guard("copied")}(${rewriter.emit(node.argument)})`,
  TemplateLiteral: (rewriter, node) =>
    node.expressions.length === 0 ? rewriter.copy(node) : `${rewriter.guard("text")}(${rewriter.copy(node)})`,
  BinaryExpression: rewriteBinary,
  MemberExpression: rewriteMember,
  NewExpression: rewriteNew,
  CallExpression: rewriteCall,
  ChainExpression: rewriteChain,
};

function rewriteTyped(
  rewriter: Rewriter,
  node: Of<"TSAsExpression" | "TSSatisfiesExpression" | "TSTypeAssertion">,
): string {
  const { expression, start, end } = node;
  return `(${rewriter.emit(expression)}${rewriter.gap(start, expression.start)}${rewriter.gap(expression.end, end)})`;
}

function allocated(rewriter: Rewriter, node: Node, count: number): string {
  return `(${rewriter.taking(Math.max(1, count))},${rewriter.copy(node)})`;
}

function rewriteProperty(rewriter: Rewriter, node: Of<"Property">): string {
  const behind = behindEntry(rewriter, node);
  if (node.shorthand) return rewriter.emit(node.value) + behind;
  if (!node.computed || staticKey(node, node.key) !== null) return rewriter.copy(node) + behind;
  return rewriter.copy(node, [node.key, rewriter.indexed(node.key)]);
}

function rewriteBinary(rewriter: Rewriter, node: Of<"BinaryExpression">): string {
  const { left, right } = node;
  if (node.operator !== "+" || rewriter.isNumericSum(left, right)) return rewriter.copy(node);
  const gap = rewriter.gap(left.end, right.start);
  return `${rewriter.guard("add")}(${rewriter.emit(left)},${gap}${rewriter.emit(right)})`;
}

function rewriteMember(rewriter: Rewriter, node: Member): string {
  const key = staticKey(node, node.property);
  if (key === null) return rewriter.copy(node, [node.property, rewriter.indexed(node.property)]);
  if (!rewriter.isForeignKey(node, key)) return rewriter.copy(node);
  return rewriter.copy(node, [node.object, rewriter.plain(rewriter.emit(node.object), key)]);
}

function rewriteNew(rewriter: Rewriter, node: Of<"NewExpression">): string {
  const make = node.callee.type === "Identifier" && node.callee.name === "Uint8Array" ? "uint8" : "float64";
  const [length] = node.arguments;
  const inside = length
    ? `${rewriter.gap(node.start, length.start)}${rewriter.emit(length)}${rewriter.gap(length.end, node.end)}`
    : `0${rewriter.gap(node.start, node.end)}`;
  return `${rewriter.guard(make)}(${inside})`;
}

function rewriteCall(rewriter: Rewriter, node: Call): string {
  const found = methodOf(rewriter, node);
  if (found === null) return rewriter.copy(node);
  const { callee, method } = found;
  // Once only: what is written twice in a chain of calls doubles at every link.
  const holder = (): string => rewriter.emit(callee.object);
  const on = (guarded: string): string =>
    rewriter.copy(node, [callee, rewriter.copy(callee, [callee.object, guarded])]);
  switch (method) {
    case "push": {
      const count = node.arguments.filter((argument) => argument.type !== "SpreadElement").length;
      return on(`${rewriter.guard("push")}(${holder()},${count})`);
    }
    case "fill":
    case "indexOf":
    case "includes":
      // A method of an own object is read before its arguments are, and what it gives says nothing about its cost.
      return node.optional || callee.optional || rewriter.module.own.has(method)
        ? on(`${rewriter.guard("walk")}(${method === "fill" ? rewriter.owned(callee.object) : holder()})`)
        : rewriteSearch(rewriter, node, callee, method);
    case "slice":
      return `${rewriter.guard("made")}(${on(holder())})`;
    default: {
      const charge = rewriter.guard(isOwnFunction(rewriter, node.arguments[0]) ? "each" : "walk");
      const call = on(`${charge}(${holder()})`);
      return method === "map" || method === "filter" ? `${rewriter.guard("made")}(${call})` : call;
    }
  }
}

/** Methods whose cost shows when they are done, or in their arguments. */
function rewriteSearch(
  rewriter: Rewriter,
  node: Call,
  callee: Member,
  method: "fill" | "indexOf" | "includes",
): string {
  let written = `${rewriter.guard(method)}(${rewriter.emit(callee.object)}`;
  let at = callee.object.end;
  for (const argument of node.arguments) {
    written += `,${rewriter.gap(at, argument.start)}${rewriter.emit(argument)}`;
    at = argument.end;
  }
  return `${written}${rewriter.gap(at, node.end)})`;
}

/** Whether calling it spends, as every function of the module does. */
function isOwnFunction(rewriter: Rewriter, node: Node | undefined): boolean {
  if (!node) return false;
  if (isFunction(node)) return true;
  const binding = node.type === "Identifier" ? rewriter.module.names.bindingOf(node) : undefined;
  return binding?.kind === "function" && binding.writes.length === 0;
}
