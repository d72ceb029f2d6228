import type { AdmittedModule } from "../../core/strategy/admit.ts";
import type { Finding } from "../../core/strategy/definition.ts";
import { type Report, reporter } from "../../core/strategy/position.ts";
import { isTaName, TA_SIGNATURES } from "../../core/strategy/ta/toolbox.ts";
import { type Call, childrenOf, type Node, staticKey, withoutTypes } from "../../core/strategy/tree.ts";
import { decidingExpressions } from "./decided-masks.ts";
import { certainNumber } from "./folding.ts";
import { futureReadAt, futureReadIn } from "./future-reads.ts";

const CAUSAL_HINT = "A mask at bar t may depend on bars 0 to t: read col[i], col[i - 1], … and compare with ta.";
const DOUBT_HINT = "It is judged by experiment: fine as long as no signal depends on it.";

/**
 * Leaks that the text alone shows. Errors are certain: a reach below what `ta` takes, or a mask decided at a bar by a
 * read ahead of that bar or by the whole series. What merely may be one is a warning, and left to the experiment.
 */
export function checkLookahead(module: AdmittedModule): Finding[] {
  const errors = reporter(module.text, "lookahead", "error");
  const warnings = reporter(module.text, "lookahead", "warning");
  const certain = new Set<Node>();
  for (const expression of decidingExpressions(module)) {
    const read = futureReadIn(expression, module);
    if (!read) continue;
    certain.add(read.at);
    errors.report(read.code, read.at.start, `${read.message}, and a mask is decided by it`, CAUSAL_HINT);
  }
  const visit = (node: Node): void => {
    if (node.type === "CallExpression") checkReach(node, module, errors.report);
    const read = futureReadAt(node, module);
    if (read && !certain.has(read.at)) warnings.report(read.code, read.at.start, read.message, DOUBT_HINT);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(module.program);
  return [...errors.findings, ...warnings.findings];
}

/** Periods and shifts of `ta` that no call would take, the negative ones because they would look ahead. */
function checkReach(call: Call, module: AdmittedModule, report: Report): void {
  const name = taFunctionOf(call, module);
  if (name === null || !isTaName(name)) return;
  const { parameters } = TA_SIGNATURES[name];
  for (const [i, parameter] of parameters.entries()) {
    const argument = call.arguments[i];
    if (!argument || argument.type === "SpreadElement") return;
    if (parameter.kind !== "period" && parameter.kind !== "shift") continue;
    const value = certainNumber(argument, module);
    if (value === null || (Number.isSafeInteger(value) && value >= parameter.least)) continue;
    const what = `\`ta.${name}\` has ${parameter.name} ${value}`;
    if (value < 0) report("negative-shift", argument.start, `${what}: it would read bars to come`, CAUSAL_HINT);
    else report("bad-period", argument.start, what, `It is a whole number from ${parameter.least}.`);
  }
}

/** The name of the `ta` function that is called, directly or taken out of `ta` before. */
function taFunctionOf(call: Call, { names }: AdmittedModule): string | null {
  const callee = withoutTypes(call.callee);
  if (callee.type === "MemberExpression") {
    const isTa = callee.object.type === "Identifier" && callee.object.name === "ta";
    return isTa ? staticKey(callee, callee.property) : null;
  }
  const binding = callee.type === "Identifier" ? names.bindingOf(callee) : undefined;
  const declaration = binding?.declaration;
  if (binding?.kind !== "const" || declaration?.type !== "VariableDeclarator" || declaration.init === null) return null;
  const init = withoutTypes(declaration.init);
  if (declaration.id === binding.identifier && init.type === "MemberExpression") {
    const isTa = init.object.type === "Identifier" && init.object.name === "ta";
    return isTa ? staticKey(init, init.property) : null;
  }
  if (init.type !== "Identifier" || init.name !== "ta" || declaration.id.type !== "ObjectPattern") return null;
  for (const property of declaration.id.properties) {
    if (property.type === "Property" && property.value === binding.identifier) return staticKey(property, property.key);
  }
  return null;
}
