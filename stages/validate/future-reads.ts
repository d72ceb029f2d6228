import type { AdmittedModule } from "../../core/strategy/admit.ts";
import { isColumn } from "../../core/strategy/kinds.ts";
import type { Binding } from "../../core/strategy/names.ts";
import {
  type Call,
  childrenOf,
  isFunction,
  type Member,
  type Node,
  staticKey,
  withoutTypes,
} from "../../core/strategy/tree.ts";
import { certainNumber, placeOf } from "./folding.ts";

export type FutureRead = {
  code: "ahead-read" | "whole-series" | "centred-window" | "reversed-pass" | "length-decision";
  at: Node;
  message: string;
};

/** What the parameters of the helpers on the way stand for. */
type Arguments = ReadonlyMap<Binding, { given: Node; within: Arguments }>;
const NONE: Arguments = new Map();

/** How far reads are followed from helper to helper. */
const MAX_CALLS = 4;

/** A column whose values come from the candles, rather than one that the strategy fills itself. */
function isMarketColumn(node: Node, module: AdmittedModule): boolean {
  const kind = module.kinds(node);
  return isColumn(kind) && kind !== "ownColumn";
}

/** What this one node reads of bars to come: `col[i + 1]`, or a number made of the whole series. Children aside. */
export function futureReadAt(node: Node, module: AdmittedModule, given = NONE): FutureRead | null {
  if (node.type === "MemberExpression" && isMarketColumn(node.object, module)) {
    return readOfColumn(node, module, given);
  }
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

function readOfColumn(node: Member, module: AdmittedModule, given: Arguments): FutureRead | null {
  if (!node.computed) return null;
  const place = resolved(placeOf(node.property, module), module, given);
  if (place && place.ahead > 0 && loopOf(place.variable, module)) {
    const message = `this reads ${place.ahead} bar${place.ahead === 1 ? "" : "s"} ahead of the loop's bar`;
    return { code: "ahead-read", at: node, message };
  }
  if (isCentred(node.property, module)) {
    return { code: "centred-window", at: node, message: "this reads bars on both sides of the loop's bar" };
  }
  return readsFromEnd(node.property)
    ? { code: "whole-series", at: node, message: "this reads a bar by its distance from the end" }
    : null;
}

type Place = ReturnType<typeof placeOf>;

/** A place by a helper's parameter is one by what the call hands in. */
function resolved(place: Place, module: AdmittedModule, given: Arguments): Place {
  const binding = place && module.names.bindingOf(place.variable);
  const argument = binding && given.get(binding);
  if (!place || !argument) return place;
  const before = resolved(placeOf(argument.given, module), module, argument.within);
  return before && { variable: before.variable, ahead: before.ahead + place.ahead };
}

/** `i + k`, where both count up in loops and `k` becomes positive. */
function isCentred(index: Node, module: AdmittedModule): boolean {
  const plain = withoutTypes(index);
  if (plain.type !== "BinaryExpression" || plain.operator !== "+") return false;
  const loops = [plain.left, plain.right].map((part) => loopOf(withoutTypes(part), module));
  const [outer, inner] = loops;
  return [outer, inner].every((loop) => loop) && loops.some((loop) => loop && (lastTurnOf(loop, module) ?? 0) > 0);
}

/** The last value of a loop's variable, where the text says it. */
function lastTurnOf(loop: Loop, module: AdmittedModule): number | null {
  const test = loop.test && withoutTypes(loop.test);
  if (test?.type !== "BinaryExpression" || (test.operator !== "<" && test.operator !== "<=")) return null;
  const bound = certainNumber(test.right, module);
  return bound === null ? null : test.operator === "<" ? bound - 1 : bound;
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

type Loop = Extract<Node, { type: "ForStatement" }>;

/** The `for` whose variable it is, if that goes up by one and nothing else changes it. */
export function loopOf(variable: Node, module: AdmittedModule): Loop | null {
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

/** The first read of bars to come in an expression; constants are followed to what they were set to, and helpers. */
export function futureReadIn(expression: Node, module: AdmittedModule, given = NONE, calls = 0): FutureRead | null {
  const seen = new Set<Node>();
  const visit = (node: Node): FutureRead | null => {
    if (isFunction(node) || seen.has(node)) return null;
    seen.add(node);
    const own = futureReadAt(node, module, given);
    if (own) return own;
    if (node.type === "Identifier") {
      const init = constantOf(node, module);
      return init && !isFunction(init) ? visit(init) : null;
    }
    if (node.type === "CallExpression" && !isArithmetic(node)) {
      const helper = calls < MAX_CALLS ? helperOf(node, module, given) : null;
      // What a call makes of its arguments is not certain, but for arithmetic.
      return helper && futureReadIn(helper.returned, module, helper.given, calls + 1);
    }
    for (const child of childrenOf(node)) {
      const found = visit(child);
      if (found) return found;
    }
    return null;
  };
  return visit(expression);
}

/** What a constant was set to. */
function constantOf(identifier: Node, { names }: AdmittedModule): Node | null {
  const binding = names.bindingOf(identifier);
  const declaration = binding?.kind === "const" ? binding.declaration : undefined;
  const isPlain = declaration?.type === "VariableDeclarator" && declaration.id === binding?.identifier;
  return isPlain && declaration.init ? withoutTypes(declaration.init) : null;
}

/** The one expression that a called function of the module returns, and what its parameters stand for. */
function helperOf(call: Call, module: AdmittedModule, within: Arguments) {
  const callee = withoutTypes(call.callee);
  const declaration = module.names.bindingOf(callee)?.declaration;
  const called = declaration && isFunction(declaration) ? declaration : constantOf(callee, module);
  if (!called || !isFunction(called) || !called.body) return null;
  const given = new Map<Binding, { given: Node; within: Arguments }>();
  for (const [i, parameter] of called.params.entries()) {
    const argument = call.arguments[i];
    const binding = module.names.bindingOf(parameter);
    if (!argument || argument.type === "SpreadElement" || !binding || binding.writes.length > 0) return null;
    given.set(binding, { given: argument, within });
  }
  const last = called.body.type === "BlockStatement" ? called.body.body.at(-1) : null;
  const isPlain = called.body.type !== "BlockStatement" || called.body.body.slice(0, -1).every(isConstant);
  const returned = last ? (last.type === "ReturnStatement" ? last.argument : null) : called.body;
  return isPlain && returned ? { returned, given } : null;
}

function isConstant(statement: Node): boolean {
  return statement.type === "VariableDeclaration" && statement.kind === "const";
}

function isArithmetic(call: Extract<Node, { type: "CallExpression" }>): boolean {
  const callee = withoutTypes(call.callee);
  return callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "Math";
}
