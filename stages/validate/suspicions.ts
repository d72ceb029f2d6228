import type { AdmittedModule } from "../../core/strategy/admit.ts";
import { childrenOf, isFunction, type Node, staticKey, withoutTypes } from "../../core/strategy/tree.ts";
import { decidingExpressions } from "./decided-masks.ts";
import { type FutureRead, futureReadAt, futureReadIn, loopOf } from "./future-reads.ts";

/** Something that looks like a read of bars to come; `decides`: a mask at a bar is made of it, by all that is seen. */
export type Suspicion = FutureRead & { decides: boolean };

type Loop = Extract<Node, { type: "ForStatement" }>;
type Comparison = Extract<Node, { type: "BinaryExpression" }>;

const COMPARES = new Set(["<", "<=", ">", ">=", "===", "!==", "==", "!="]);

/** What of a module looks as if it looked ahead; those that decide a mask come first. */
export function suspicionsIn(module: AdmittedModule): Suspicion[] {
  const found = new Map<Node, Suspicion>();
  const add = (read: FutureRead | null, decides: boolean): void => {
    if (read && !found.has(read.at)) found.set(read.at, { ...read, decides });
  };
  for (const expression of decidingExpressions(module)) add(futureReadIn(expression, module), true);
  const visit = (node: Node): void => {
    add(suspicionAt(node, module), false);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(module.program);
  return [...found.values()];
}

function suspicionAt(node: Node, module: AdmittedModule): FutureRead | null {
  if (node.type === "ForStatement") return reversedPass(node, module);
  if (node.type === "BinaryExpression") return lengthDecision(node, module);
  return futureReadAt(node, module) ?? (node.type === "CallExpression" ? futureReadIn(node, module) : null);
}

/** A loop that goes down and takes what it found at a bar along to the bars before it. */
function reversedPass(loop: Loop, { names }: AdmittedModule): FutureRead | null {
  const { update } = loop;
  const goesDown =
    (update?.type === "UpdateExpression" && update.operator === "--") ||
    (update?.type === "AssignmentExpression" && update.operator === "-=");
  if (!goesDown) return null;
  const isInside = (node: Node): boolean => node.start >= loop.start && node.end <= loop.end;
  const isWritten = names.writes.some(({ target, by }) => target.type === "MemberExpression" && isInside(by));
  const carries = names.writes.some(({ target, by }) => {
    const binding = target.type === "Identifier" && isInside(by) ? names.bindingOf(target) : undefined;
    return binding !== undefined && !isInside(binding.declaration);
  });
  if (!isWritten || !carries) return null;
  return {
    code: "reversed-pass",
    at: loop,
    message: "this goes from later bars to earlier ones and keeps what it saw",
  };
}

/** A comparison of a loop's bar with the number of bars, but for the one that ends the loop. */
function lengthDecision(node: Comparison, module: AdmittedModule): FutureRead | null {
  const parent = module.names.parentOf(node);
  if (!COMPARES.has(node.operator) || (parent?.type === "ForStatement" && parent.test === node)) return null;
  const [left, right] = [node.left, node.right].map((side) => ({
    hasLength: holds(
      side,
      (inner) => inner.type === "MemberExpression" && staticKey(inner, inner.property) === "length",
    ),
    hasBar: holds(side, (inner) => inner.type === "Identifier" && loopOf(inner, module) !== null),
  }));
  const isOne = (left?.hasLength && right?.hasBar) || (left?.hasBar && right?.hasLength);
  return isOne ? { code: "length-decision", at: node, message: "this asks how far the bar is from the end" } : null;
}

function holds(node: Node, is: (inner: Node) => boolean): boolean {
  if (isFunction(node)) return false;
  const plain = withoutTypes(node);
  return is(plain) || childrenOf(plain).some((child) => holds(child, is));
}
