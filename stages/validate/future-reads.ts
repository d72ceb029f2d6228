import type { AdmittedModule } from "../../core/strategy/admit.ts";
import { isColumn } from "../../core/strategy/kinds.ts";
import { childrenOf, isFunction, type Node, staticKey, withoutTypes } from "../../core/strategy/tree.ts";
import { placeOf } from "./folding.ts";

export type FutureRead = { code: "ahead-read" | "whole-series"; at: Node; message: string };

/** A column whose values come from the candles, rather than one that the strategy fills itself. */
function isMarketColumn(node: Node, module: AdmittedModule): boolean {
  const kind = module.kinds(node);
  return isColumn(kind) && kind !== "ownColumn";
}

/** What this one node reads of bars to come: `col[i + 1]`, or a number made of the whole series. Children aside. */
export function futureReadAt(node: Node, module: AdmittedModule): FutureRead | null {
  if (node.type === "MemberExpression" && isMarketColumn(node.object, module)) return readOfColumn(node, module);
  if (node.type !== "CallExpression") return null;
  const callee = withoutTypes(node.callee);
  const method = callee.type === "MemberExpression" ? staticKey(callee, callee.property) : null;
  if (callee.type === "MemberExpression" && method === "reduce" && isMarketColumn(callee.object, module)) {
    return { code: "whole-series", at: node, message: "this sums up the whole column, bars to come included" };
  }
  const [spread] = node.arguments;
  const spreads = spread?.type === "SpreadElement" && isMarketColumn(spread.argument, module);
  if ((method === "max" || method === "min") && spreads) {
    return {
      code: "whole-series",
      at: node,
      message: "this is the extreme of the whole column, bars to come included",
    };
  }
  return null;
}

function readOfColumn(node: Extract<Node, { type: "MemberExpression" }>, module: AdmittedModule): FutureRead | null {
  if (!node.computed) return null;
  const place = placeOf(node.property, module);
  if (place && place.ahead > 0 && isLoopVariable(place.variable, module)) {
    const message = `this reads ${place.ahead} bar${place.ahead === 1 ? "" : "s"} ahead of the loop's bar`;
    return { code: "ahead-read", at: node, message };
  }
  return readsFromEnd(node.property)
    ? { code: "whole-series", at: node, message: "this reads a bar by its distance from the end" }
    : null;
}

/** `x.length - 1` and the like. */
function readsFromEnd(index: Node): boolean {
  const plain = withoutTypes(index);
  if (plain.type !== "BinaryExpression" || plain.operator !== "-") return false;
  const left = withoutTypes(plain.left);
  if (left.type === "BinaryExpression") return readsFromEnd(left);
  const isLength = left.type === "MemberExpression" && staticKey(left, left.property) === "length";
  return isLength && withoutTypes(plain.right).type === "Literal";
}

/** The variable of a `for` that goes up by one and that nothing else changes. */
function isLoopVariable(variable: Node, module: AdmittedModule): boolean {
  return loopOf(variable, module) !== null;
}

export function loopOf(variable: Node, module: AdmittedModule): Extract<Node, { type: "ForStatement" }> | null {
  const binding = module.names.bindingOf(variable);
  const declaration = binding && module.names.parentOf(binding.declaration);
  const loop = declaration && module.names.parentOf(declaration);
  if (!binding || loop?.type !== "ForStatement" || loop.init !== declaration || binding.writes.length !== 1)
    return null;
  const [write] = binding.writes;
  const { update } = loop;
  const steps =
    update?.type === "UpdateExpression"
      ? update.operator === "++"
      : update?.type === "AssignmentExpression" && update.operator === "+=" && isOne(update.right);
  return steps && write?.by === update ? loop : null;
}

function isOne(node: Node): boolean {
  return node.type === "Literal" && node.value === 1;
}

/** The first read of bars to come that decides an expression; constants are followed to what they were set to. */
export function futureReadIn(expression: Node, module: AdmittedModule): FutureRead | null {
  const seen = new Set<Node>();
  const visit = (node: Node): FutureRead | null => {
    if (isFunction(node) || seen.has(node)) return null;
    seen.add(node);
    const own = futureReadAt(node, module);
    if (own) return own;
    if (node.type === "Identifier") {
      const binding = module.names.bindingOf(node);
      const declaration = binding?.kind === "const" ? binding.declaration : undefined;
      const isPlain = declaration?.type === "VariableDeclarator" && declaration.id === binding?.identifier;
      return isPlain && declaration.init ? visit(declaration.init) : null;
    }
    // What a call makes of its arguments is not certain, but for arithmetic.
    if (node.type === "CallExpression" && !isArithmetic(node)) return null;
    for (const child of childrenOf(node)) {
      const found = visit(child);
      if (found) return found;
    }
    return null;
  };
  return visit(expression);
}

function isArithmetic(call: Extract<Node, { type: "CallExpression" }>): boolean {
  const callee = withoutTypes(call.callee);
  return callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "Math";
}
