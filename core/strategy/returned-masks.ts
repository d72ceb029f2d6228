import type { StrategyDefinition } from "./definition.ts";
import type { Names } from "./names.ts";
import type { Report } from "./position.ts";
import { childrenOf, type FunctionNode, isFunction, type Node, staticKey, withoutTypes } from "./tree.ts";

export const MASK_KEYS = ["enterLong", "enterShort", "exitLong", "exitShort"] as const;

export type MaskKey = (typeof MASK_KEYS)[number];

/** The masks that a direction excludes. */
export function excludedMasks(direction: StrategyDefinition["direction"]): MaskKey[] {
  if (direction === "both") return [];
  return direction === "long" ? ["enterShort", "exitShort"] : ["enterLong", "exitLong"];
}

export function isMaskKey(key: string): key is MaskKey {
  return MASK_KEYS.some((known) => known === key);
}

/**
 * Checks the object literals that `signals` returns, as far as they are written out, and that the strategy has a way
 * out beside its stop. What is put together in another way shows when it runs.
 */
export function checkReturned(
  signals: FunctionNode,
  definition: StrategyDefinition,
  names: Names,
  report: Report,
): void {
  const keys: (string | null)[] = [];
  const excluded: string[] = excludedMasks(definition.direction);
  for (const returned of returnedBy(signals)) {
    for (const { key, at } of keysOf(returned, names)) {
      keys.push(key);
      if (key === null) continue;
      if (!isMaskKey(key)) {
        const hint = `Masks are ${MASK_KEYS.join(", ")}.`;
        report("unknown-mask", at.start, `\`${key}\` is not a mask`, hint);
      } else if (excluded.includes(key)) {
        const message = `\`${key}\` does not go with direction "${definition.direction}"`;
        report("excluded-mask", at.start, message, 'Leave the mask out, or use direction "both".');
      }
    }
  }
  const { takeProfit, maxBars } = definition.exits;
  const surelyNone = !keys.includes(null) && !keys.some((key) => key?.startsWith("exit"));
  if (takeProfit === undefined && maxBars === undefined && surelyNone) {
    report("no-exit", signals.start, "beside the stop there is no way out", NO_EXIT_HINT);
  }
}

export const NO_EXIT_HINT = "Add takeProfit or maxBars to exits, or return exitLong or exitShort.";

/** The expressions that a function itself returns, not those of functions inside it. */
function returnedBy(signals: FunctionNode): Node[] {
  if (!signals.body) return [];
  if (signals.body.type !== "BlockStatement") return [signals.body];
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if (isFunction(node)) return;
    if (node.type === "ReturnStatement") found.push(node.argument ?? node);
    else for (const child of childrenOf(node)) visit(child);
  };
  visit(signals.body);
  return found;
}

/** Keys of a returned object; null for each that the text does not show. */
function keysOf(returned: Node, names: Names): { key: string | null; at: Node }[] {
  const literal = withoutTypes(returned);
  if (literal.type === "ConditionalExpression") {
    return [...keysOf(literal.consequent, names), ...keysOf(literal.alternate, names)];
  }
  if (literal.type !== "ObjectExpression") return [{ key: null, at: literal }];
  return literal.properties.map((property) => ({
    key: property.type === "Property" ? staticKey(property, property.key) : null,
    at: property,
  }));
}
