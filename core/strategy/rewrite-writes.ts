import { afterBinding, isSimple, patternTargets } from "./rewrite-patterns.ts";
import type { Handlers, Rewriter } from "./rewriter.ts";
import { isPlace, type Member, type Node, staticKey, withoutTypes } from "./tree.ts";

type Of<Type extends Node["type"]> = Extract<Node, { type: Type }>;

const LOGICAL = new Set(["&&=", "||=", "??="]);

/** Assignments: what is handed in is never written, and what an array gains by a write is counted. */
export const WRITE_HANDLERS: Handlers = { AssignmentExpression: rewriteAssignment, UpdateExpression: rewriteUpdate };

function rewriteAssignment(rewriter: Rewriter, node: Of<"AssignmentExpression">): string {
  const target = withoutTypes(node.left);
  if (target.type === "MemberExpression") return rewriteElement(rewriter, node, target);
  if (target.type === "Identifier") {
    if (node.operator !== "+=" || rewriter.isNumericSum(target, node.right)) return rewriter.copy(node);
    const sum = `${rewriter.guard("add")}(${target.name},${rewriter.emit(node.right)})`;
    return `${target.name}=${rewriter.gap(node.start, node.right.start)}${sum}`;
  }
  const written = rewriter.copy(node, ...patternTargets(rewriter, target));
  const checks = afterBinding(rewriter, target);
  return checks.length === 0 ? written : `${rewriter.guard("first")}((${written}),${checks.join(",")})`;
}

function rewriteElement(rewriter: Rewriter, node: Of<"AssignmentExpression">, target: Member): string {
  const { operator, right } = node;
  const key = nameOf(target);
  const numeric = operator !== "+=" || rewriter.isNumericSum(target, right);
  if (key === null && rewriter.isWritableColumn(target.object) && numeric) return rewriter.copy(node);
  const value = `${rewriter.gap(target.end, right.start)}${rewriter.emit(right)}`;
  if (key !== null && operator === "=" && key !== "length") {
    return `${rewriter.copy(target, [target.object, rewriter.owned(target.object)])}=${value}`;
  }
  return onElement(rewriter, target, key, (read, write) => {
    if (operator === "=") return write(value);
    if (operator === "+=") return write(`${rewriter.guard("add")}(${read},${value})`);
    const binary = operator.slice(0, -1);
    return LOGICAL.has(operator) ? `(${read}${binary}${write(value)})` : write(`${read}${binary}(${value})`);
  });
}

type Operate = (read: string, write: (value: string) => string) => string;

/**
 * Writes an operation on an element whose holder and index are evaluated once: as they stand if that costs and changes
 * nothing, else through a function of the two.
 */
function onElement(rewriter: Rewriter, target: Member, key: string | null, operate: Operate): string {
  const { object, property } = target;
  const place = staticKey(target, property);
  const stand = isSimple(rewriter, object) && (place !== null || isSimple(rewriter, property));
  const holder = stand ? rewriter.emit(object) : `${rewriter.prefix}o`;
  const given = place ?? rewriter.emit(property);
  const index = stand ? given : `${rewriter.prefix}k`;
  const name = JSON.stringify(key);
  if (key !== null) {
    const read = `${rewriter.isForeignKey(target, key) ? rewriter.plain(holder, key) : holder}[${name}]`;
    const write = (value: string): string =>
      key === "length"
        ? `${rewriter.guard("setLength")}(${holder},${value})`
        : `(${rewriter.guard("own")}(${holder})[${name}]=${value})`;
    const written = operate(read, write);
    return stand ? written : `((${holder})=>${written})(${rewriter.emit(object)})`;
  }
  const isNumber = place !== null || rewriter.kindOf(property) === "number";
  const checked = isNumber ? index : `${rewriter.guard("index")}(${index})`;
  const written = operate(`${holder}[${checked}]`, (value) => `${rewriter.guard("put")}(${holder},${index},${value})`);
  return stand ? written : `((${holder},${index})=>${written})(${rewriter.emit(object)},${given})`;
}

function rewriteUpdate(rewriter: Rewriter, node: Of<"UpdateExpression">): string {
  const target = withoutTypes(node.argument);
  if (target.type !== "MemberExpression") return rewriter.copy(node);
  const key = nameOf(target);
  if (key === null && rewriter.isWritableColumn(target.object)) return rewriter.copy(node);
  const step = node.operator === "++" ? "+1" : "-1";
  const parent = rewriter.module.names.parentOf(node);
  const isUnread =
    parent?.type === "ExpressionStatement" || (parent?.type === "ForStatement" && parent.update === node);
  const old = `${rewriter.prefix}v`;
  return onElement(rewriter, target, key, (read, write) =>
    node.prefix || isUnread
      ? `(${write(`+${read}${step}`)})`
      : `((${old})=>(${write(`${old}${step}`)},${old}))(+${read})`,
  );
}

/** The name under which an element is written; null for places in an array, also those that the text spells out. */
function nameOf(target: Member): string | null {
  const key = staticKey(target, target.property);
  return key === null || isPlace(key) ? null : key;
}
