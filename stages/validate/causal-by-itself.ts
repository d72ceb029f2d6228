import type { AdmittedModule } from "../../core/strategy/admit.ts";
import { isNamespace } from "../../core/strategy/allowed-names.ts";
import { childrenOf, isFunction, isLoop, type Node, staticKey, withoutTypes } from "../../core/strategy/tree.ts";

/**
 * Whether a strategy does nothing but call `ta` on the columns that it is handed, with numbers that no candle decides:
 * no loop, no function but `signals`, no array of its own, no element, no length. What `ta` gives is causal, so the
 * masks are; the experiment then only has to agree.
 */
export function causalByItself({ program, signals, names, definition }: AdmittedModule): boolean {
  const isPlain = (node: Node): boolean => {
    if (node.type === "TSTypeAliasDeclaration" || node.type === "TSInterfaceDeclaration") return true;
    if (isLoop(node) || node.type === "NewExpression" || node.type === "ArrayExpression") return false;
    if (isFunction(node) && node !== signals) return false;
    if (node.type === "MemberExpression") {
      const key = staticKey(node, node.property);
      if (key === null || key === "length") return false;
    }
    if (node.type === "CallExpression" && !isTaCall(node)) return false;
    return childrenOf(node).every(isPlain);
  };
  const isTaCall = (call: Extract<Node, { type: "CallExpression" }>): boolean => {
    const callee = withoutTypes(call.callee);
    if (callee.type !== "MemberExpression" || callee.object.type !== "Identifier") return false;
    return callee.object.name === "ta" && isNamespace(callee.object, names);
  };
  // The call of `strategy` itself holds exits and params, which are plain.
  const outside = program.body.filter((statement) => statement.type !== "ExportDefaultDeclaration");
  return definition !== null && isPlain(signals) && outside.every(isPlain);
}
