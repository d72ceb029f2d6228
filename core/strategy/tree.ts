import {
  type ArrowFunctionExpression,
  type Function as OxcFunction,
  type Node as OxcNode,
  visitorKeys,
} from "oxc-parser";

export type Node = OxcNode;

type OfType<Type extends Node["type"]> = Extract<Node, { type: Type }>;

export type Identifier = OfType<"Identifier">;
export type Member = OfType<"MemberExpression">;
export type Call = OfType<"CallExpression">;
export type FunctionNode = OxcFunction | ArrowFunctionExpression;
export type ProgramNode = OfType<"Program">;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

/** The nodes right below `node`, in the order of the text. */
export function childrenOf(node: Node): Node[] {
  const found: Node[] = [];
  for (const key of visitorKeys[node.type] ?? []) {
    const value: unknown = node[key as keyof Node];
    if (Array.isArray(value)) found.push(...value.filter(isNode));
    else if (isNode(value)) found.push(value);
  }
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start);
}

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === "FunctionDeclaration" || node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression"
  );
}

export function isLoop(
  node: Node,
): node is OfType<"ForStatement" | "ForOfStatement" | "WhileStatement" | "DoWhileStatement"> {
  return (
    node.type === "ForStatement" ||
    node.type === "ForOfStatement" ||
    node.type === "WhileStatement" ||
    node.type === "DoWhileStatement"
  );
}

/** The expression under `as`, `!`, `satisfies` and `<T>`, which mean nothing when the program runs. */
export function withoutTypes<Given extends Node>(node: Given): Node {
  let inner: Node = node;
  while (
    inner.type === "TSAsExpression" ||
    inner.type === "TSNonNullExpression" ||
    inner.type === "TSSatisfiesExpression" ||
    inner.type === "TSTypeAssertion"
  ) {
    inner = inner.expression;
  }
  return inner;
}

/** The name behind `ta.`, in a module that was admitted: there `ta` stands for nothing else, and no name is computed. */
export function taNameOf(node: Node): string | null {
  const plain = withoutTypes(node);
  if (plain.type !== "MemberExpression" || plain.object.type !== "Identifier" || plain.object.name !== "ta")
    return null;
  return staticKey(plain, plain.property);
}

/** The name that a member expression or an object's key reads, if the text alone decides it. */
export function staticKey(node: { computed: boolean }, key: Node): string | null {
  if (!node.computed && key.type === "Identifier") return key.name;
  const plain = withoutTypes(key);
  if (plain.type === "Literal" && (typeof plain.value === "string" || typeof plain.value === "number")) {
    return String(plain.value);
  }
  if (plain.type === "TemplateLiteral" && plain.expressions.length === 0) return plain.quasis[0]?.value.cooked ?? null;
  return null;
}

/** A key that is a place in an array: as the number is written, `"01"` is a name like any other. */
export function isPlace(key: string): boolean {
  return /^\d+$/.test(key) && String(Number(key)) === key;
}
