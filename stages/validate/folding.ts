import type { AdmittedModule } from "../../core/strategy/admit.ts";
import { foldNumber } from "../../core/strategy/constants.ts";
import { directCallsOf } from "../../core/strategy/names.ts";
import { type Call, isFunction, type Node, staticKey, withoutTypes } from "../../core/strategy/tree.ts";

/** How far a number is followed from helper to helper. */
const MAX_STEPS = 4;

/**
 * The number that an expression is on every call: a constant, one of the strategy's params, or what every call of a
 * helper hands in; with a sign or in a sum of two of them. Null where it is not certain.
 */
export function certainNumber(node: Node, module: AdmittedModule, steps = MAX_STEPS): number | null {
  const plain = withoutTypes(node);
  const constant = foldNumber(plain, module.names);
  if (constant !== null || steps === 0) return constant;
  switch (plain.type) {
    case "UnaryExpression": {
      const value = plain.operator === "-" ? certainNumber(plain.argument, module, steps) : null;
      return value === null ? null : -value;
    }
    case "BinaryExpression": {
      const left = certainNumber(plain.left, module, steps - 1);
      const right = left === null ? null : certainNumber(plain.right, module, steps - 1);
      if (left === null || right === null) return null;
      if (plain.operator === "+") return left + right;
      if (plain.operator === "-") return left - right;
      return plain.operator === "*" ? left * right : null;
    }
    case "MemberExpression": {
      const key = module.kinds(plain.object) === "params" ? staticKey(plain, plain.property) : null;
      const value = key === null ? undefined : module.definition.params[key];
      return typeof value === "number" ? value : null;
    }
    case "Identifier":
      return ofParameter(plain, module, steps);
    default:
      return null;
  }
}

function ofParameter(identifier: Extract<Node, { type: "Identifier" }>, module: AdmittedModule, steps: number) {
  const binding = module.names.bindingOf(identifier);
  if (binding?.kind !== "parameter" || binding.writes.length > 0 || !isFunction(binding.declaration)) return null;
  const index = binding.declaration.params.indexOf(binding.identifier as never);
  const calls = index < 0 ? null : directCallsOf(binding.declaration, module.names);
  const values = (calls ?? []).map((call) => handedIn(call, index, module, steps - 1));
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

function handedIn(call: Call, index: number, module: AdmittedModule, steps: number): number | null {
  const before = call.arguments.slice(0, index + 1);
  const argument = before[index];
  if (!argument || before.some((one) => one.type === "SpreadElement")) return null;
  return certainNumber(argument, module, steps);
}

/** The variable and the whole number in `i`, `i + 2`, `i - N`, `2 + i`. */
export function placeOf(index: Node, module: AdmittedModule): { variable: Node; ahead: number } | null {
  const plain = withoutTypes(index);
  if (plain.type === "Identifier") {
    const binding = module.names.bindingOf(plain);
    const declaration = binding?.kind === "const" ? binding.declaration : undefined;
    const isPlain = declaration?.type === "VariableDeclarator" && declaration.id === binding?.identifier;
    // Only what stands above, so that names in a circle come to an end.
    const init = isPlain && declaration.end < plain.start ? declaration.init : null;
    return (init && placeOf(init, module)) ?? { variable: plain, ahead: 0 };
  }
  if (plain.type !== "BinaryExpression" || (plain.operator !== "+" && plain.operator !== "-")) return null;
  const left = placeOf(plain.left, module);
  const right = certainNumber(plain.right, module);
  if (left && right !== null) return { ...left, ahead: left.ahead + (plain.operator === "+" ? right : -right) };
  const other = plain.operator === "+" ? placeOf(plain.right, module) : null;
  const first = other ? certainNumber(plain.left, module) : null;
  return other && first !== null ? { ...other, ahead: other.ahead + first } : null;
}
