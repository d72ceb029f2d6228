import { checkShape } from "./module-shape.ts";
import { parseModule } from "./parse.ts";
import { childrenOf, isLoop, type Node, staticKey, taNameOf } from "./tree.ts";

/** By how much a text can be fitted to a past: each is a choice that somebody or something made. */
export type Complexity = {
  /** Different calls of `ta`: the same indicator with another length is another one. */
  indicators: number;
  /** Comparisons and what joins them, without those that only end a loop. */
  conditions: number;
  /** Numbers other than 0 and 1, params among them. */
  numbers: number;
};

/** Fields of the definition whose numbers a sweep or the exchange decides, not the text. */
const NOT_FITTED = new Set(["exits", "leverage", "warmup"]);

const CONDITIONS = new Set(["<", ">", "<=", ">=", "==", "!=", "===", "!==", "&", "|"]);

/** What stands in a module's text, all of it zero where the text cannot be read. Runs nothing. */
export function complexityOf(raw: string): Complexity {
  const parsed = parseModule(raw);
  if (parsed.kind === "refused") return { indicators: 0, conditions: 0, numbers: 0 };
  const { text, program } = parsed;
  const definition = checkShape(program, () => undefined);
  const left = new Set<Node>();
  for (const property of definition?.properties ?? []) {
    if (property.type === "Property" && NOT_FITTED.has(staticKey(property, property.key) ?? "")) left.add(property);
  }
  const loopTests = new Set<Node>();
  const indicators = new Set<string>();
  let conditions = 0;
  let numbers = 0;
  const visit = (node: Node): void => {
    if (left.has(node)) return;
    if (isLoop(node) && node.type !== "ForOfStatement" && node.test) loopTests.add(node.test);
    if (node.type === "CallExpression" && taNameOf(node.callee) !== null) {
      indicators.add(text.slice(node.start, node.end).replace(/\s+/g, ""));
    }
    if (isCondition(node) && !loopTests.has(node)) conditions++;
    if (node.type === "Literal" && typeof node.value === "number" && node.value !== 0 && node.value !== 1) numbers++;
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program);
  return { indicators: indicators.size, conditions, numbers };
}

function isCondition(node: Node): boolean {
  if (node.type === "LogicalExpression") return true;
  return node.type === "BinaryExpression" && CONDITIONS.has(node.operator);
}
