import type { AdmittedModule } from "../../core/strategy/admit.ts";
import { foldConstant } from "../../core/strategy/constants.ts";
import { childrenOf, type Node, withoutTypes } from "../../core/strategy/tree.ts";

/** Whether an expression is made of constants and params alone: no candle decides it. */
export function isSettled(test: Node, module: AdmittedModule): boolean {
  const node = withoutTypes(test);
  if (foldConstant(node, module.names).kind === "value") return true;
  if (node.type === "MemberExpression") return module.kinds(node.object) === "params";
  const isOperation =
    node.type === "UnaryExpression" || node.type === "BinaryExpression" || node.type === "LogicalExpression";
  return isOperation && childrenOf(node).every((child) => isSettled(child, module));
}
