import type { AdmittedModule } from "../../core/strategy/admit.ts";
import { childrenOf, type Node, staticKey, taNameOf, withoutTypes } from "../../core/strategy/tree.ts";
import { isSettled } from "./settled.ts";

/** Statements and expressions that hand on what they are given, whole. */
const PLAIN = new Set<Node["type"]>([
  "BlockStatement",
  "ReturnStatement",
  "EmptyStatement",
  "VariableDeclaration",
  "VariableDeclarator",
  "ObjectExpression",
  "ObjectPattern",
  "Identifier",
  "Literal",
  "ImportDeclaration",
  "ImportSpecifier",
]);

/** Keys that take an element out of a column, or say how many bars there are. */
const REVEALING = /^(\d+|length)$/;

/**
 * Whether a strategy does nothing but call `ta` on the columns that it is handed, with numbers that no candle decides:
 * no loop, no function but `signals`, no array of its own, no element, no length. What `ta` gives is causal, so the
 * masks are; the experiment then only has to agree.
 */
export function causalByItself(module: AdmittedModule): boolean {
  const { program, signals } = module;
  const isPlain = (given: Node): boolean => {
    const node = withoutTypes(given);
    if (node.type.startsWith("TS") || isSettled(node, module)) return true;
    if (node.type === "MemberExpression") {
      const key = node.computed ? null : staticKey(node, node.property);
      return key !== null && !REVEALING.test(key) && isPlain(node.object);
    }
    if (node.type === "Property") {
      return !node.computed && !REVEALING.test(staticKey(node, node.key) ?? "0") && isPlain(node.value);
    }
    if (node.type === "CallExpression") return taNameOf(node.callee) !== null && node.arguments.every(isPlain);
    return PLAIN.has(node.type) && childrenOf(node).every(isPlain);
  };
  // The call of `strategy` itself holds exits and params, which are plain.
  const outside = program.body.filter((statement) => statement.type !== "ExportDefaultDeclaration");
  return [...signals.params, ...(signals.body ? [signals.body] : []), ...outside].every(isPlain);
}
