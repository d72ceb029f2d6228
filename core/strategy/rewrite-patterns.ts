import { BUILT_IN_KEYS } from "./known-names.ts";
import { targetsOf } from "./names.ts";
import type { Rewriter } from "./rewriter.ts";
import { isPlace, type Node, staticKey, withoutTypes } from "./tree.ts";

/** What must be checked once a pattern has given its names their values. */
export function afterBinding(rewriter: Rewriter, pattern: Node): string[] {
  const plain = withoutDefault(pattern);
  switch (plain.type) {
    case "ArrayPattern":
      return plain.elements.flatMap((element) => (element ? afterBinding(rewriter, element) : []));
    case "ObjectPattern":
      return plain.properties.flatMap((property) =>
        afterBinding(rewriter, property.type === "Property" ? property.value : property),
      );
    case "RestElement": {
      const rest = withoutDefault(plain.argument);
      return rest.type === "Identifier" ? [`${rewriter.guard("copied")}(${rest.name})`] : [];
    }
    default:
      return [];
  }
}

/**
 * Follows an entry of a pattern whose key the language gives to arrays: what it took is checked before anything else
 * of the pattern, such as the value that the next name has by default, can use it.
 */
export function behindEntry(rewriter: Rewriter, entry: Extract<Node, { type: "Property" }>): string {
  if (rewriter.module.names.parentOf(entry)?.type !== "ObjectPattern") return "";
  const key = staticKey(entry, entry.key);
  const bound = withoutDefault(entry.value);
  if (key === null || !BUILT_IN_KEYS.has(key) || key === "length" || bound.type !== "Identifier") return "";
  return `,[${rewriter.guard("notNative")}(${bound.name})]:${rewriter.newName()}`;
}

function withoutDefault(pattern: Node): Node {
  return pattern.type === "AssignmentPattern" ? pattern.left : withoutTypes(pattern);
}

/** Targets inside a pattern or the head of a loop, each guarded where it stands. */
export function patternTargets(rewriter: Rewriter, pattern: Node): [Node, string][] {
  return targetsOf(pattern).flatMap((target): [Node, string][] => {
    if (target.type !== "MemberExpression") return [];
    const { object, property } = target;
    const key = staticKey(target, property);
    if (key !== null && !isPlace(key)) return [[target, rewriter.copy(target, [object, rewriter.owned(object)])]];
    if (rewriter.isWritableColumn(object)) return [[target, rewriter.emit(target)]];
    const index = isSimple(rewriter, object)
      ? `${rewriter.guard("grow")}(${rewriter.emit(object)},${key ?? rewriter.emit(property)})`
      : (key ?? rewriter.indexed(property));
    return [[target, `${rewriter.owned(object)}[${index}]`]];
  });
}

/** Reading it twice gives the same and costs little. */
export function isSimple(rewriter: Rewriter, node: Node): boolean {
  const plain = withoutTypes(node);
  switch (plain.type) {
    case "Identifier":
    case "Literal":
      return true;
    case "MemberExpression": {
      const key = staticKey(plain, plain.property);
      return key !== null && !plain.optional && !rewriter.isForeignKey(plain, key) && isSimple(rewriter, plain.object);
    }
    case "BinaryExpression":
      return rewriter.kindOf(plain) === "number" && isSimple(rewriter, plain.left) && isSimple(rewriter, plain.right);
    default:
      return false;
  }
}
