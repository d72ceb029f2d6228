import type { Binding, Names } from "./names.ts";
import { type Node, staticKey, withoutTypes } from "./tree.ts";

/** What an expression is, whatever the candles: a plain value, or the entries of an object literal. */
export type Constant =
  | { kind: "value"; value: number | string | boolean | null }
  | { kind: "object"; entries: Extract<Node, { type: "Property" }>[] }
  | { kind: "unknown"; at: Node };

/**
 * Folds literals, constants, arithmetic and entries of constant object literals; what a `let`, a call or a parameter
 * decides is unknown.
 */
export function foldConstant(node: Node, names: Names): Constant {
  const plain = withoutTypes(node);
  const unknown: Constant = { kind: "unknown", at: plain };
  switch (plain.type) {
    case "Literal":
      return isPlain(plain.value) ? { kind: "value", value: plain.value } : unknown;
    case "TemplateLiteral": {
      const text = staticKey({ computed: true }, plain);
      return text === null ? unknown : { kind: "value", value: text };
    }
    case "Identifier":
      return foldName(plain, names);
    case "UnaryExpression":
      return foldUnary(plain.operator, foldConstant(plain.argument, names), unknown);
    case "BinaryExpression":
      return foldBinary(plain.operator, foldConstant(plain.left, names), foldConstant(plain.right, names), unknown);
    case "ObjectExpression": {
      const entries = plain.properties.filter((property) => property.type === "Property");
      const whole = entries.length === plain.properties.length && entries.every((entry) => entry.kind === "init");
      return whole ? { kind: "object", entries } : unknown;
    }
    case "MemberExpression": {
      const holder = foldConstant(plain.object, names);
      const key = staticKey(plain, plain.property);
      const entry =
        holder.kind === "object" ? holder.entries.find((one) => staticKey(one, one.key) === key) : undefined;
      return entry ? foldConstant(entry.value, names) : unknown;
    }
    default:
      return unknown;
  }
}

/** The number that an expression is, or null. */
export function foldNumber(node: Node, names: Names): number | null {
  const constant = foldConstant(node, names);
  return constant.kind === "value" && typeof constant.value === "number" ? constant.value : null;
}

function isPlain(value: unknown): value is number | string | boolean | null {
  return value === null || typeof value === "number" || typeof value === "string" || typeof value === "boolean";
}

const folded = new WeakMap<Binding, Constant>();

function foldName(identifier: Extract<Node, { type: "Identifier" }>, names: Names): Constant {
  const binding = names.bindingOf(identifier);
  const unknown: Constant = { kind: "unknown", at: identifier };
  if (binding === undefined) {
    if (identifier.name === "NaN") return { kind: "value", value: Number.NaN };
    return identifier.name === "Infinity" ? { kind: "value", value: Number.POSITIVE_INFINITY } : unknown;
  }
  const { declaration } = binding;
  const isConstant = binding.kind === "const" && declaration.type === "VariableDeclarator";
  if (!isConstant || declaration.id !== binding.identifier || declaration.init === null) return unknown;
  // Only what stands above: constants that name each other in a circle would fold for ever.
  if (declaration.end > identifier.start) return unknown;
  const known = folded.get(binding);
  if (known) return known;
  const constant = foldConstant(declaration.init, names);
  folded.set(binding, constant);
  return constant;
}

function foldUnary(operator: string, argument: Constant, unknown: Constant): Constant {
  if (argument.kind !== "value") return unknown;
  if (operator === "!") return { kind: "value", value: !argument.value };
  if (typeof argument.value !== "number") return unknown;
  if (operator === "-") return { kind: "value", value: -argument.value };
  return operator === "+" ? argument : unknown;
}

const ARITHMETIC: Record<string, (a: number, b: number) => number> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "**": (a, b) => a ** b,
};

function foldBinary(operator: string, left: Constant, right: Constant, unknown: Constant): Constant {
  const combine = ARITHMETIC[operator];
  if (!combine || left.kind !== "value" || right.kind !== "value") return unknown;
  if (typeof left.value !== "number" || typeof right.value !== "number") return unknown;
  return { kind: "value", value: combine(left.value, right.value) };
}
