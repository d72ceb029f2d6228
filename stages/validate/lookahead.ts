import type { AdmittedModule } from "../../core/strategy/admit.ts";
import type { Finding } from "../../core/strategy/definition.ts";
import { placesOf, type Report, reporter } from "../../core/strategy/position.ts";
import { isTaName, TA_SIGNATURES } from "../../core/strategy/ta/toolbox.ts";
import { type Call, childrenOf, type Node, staticKey, taNameOf, withoutTypes } from "../../core/strategy/tree.ts";
import { certainNumber } from "./folding.ts";
import { isSettled } from "./settled.ts";
import { type Suspicion, suspicionsIn } from "./suspicions.ts";

const CAUSAL_HINT = "A mask at bar t may depend on bars 0 to t: read col[i], col[i - 1], … and compare with ta.";
const DOUBT_HINT = "It was left to the experiment, which refuses what depends on it.";

/** `findings`: what is certain. `suspicions`: what the experiment is to decide. */
export type ReadText = { findings: Finding[]; suspicions: Suspicion[] };

/** What the text alone shows: a reach below what `ta` takes is an error; reads of bars to come are suspicions. */
export function checkLookahead(module: AdmittedModule): ReadText {
  const { findings, report } = reporter(module.text, "lookahead", "error");
  const visit = (node: Node): void => {
    if (node.type === "CallExpression") checkReach(node, module, report);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(module.program);
  return { findings, suspicions: suspicionsIn(module) };
}

/** What the experiment has shown: the line of a leak, or that there is none; and whether a node of the text ever ran. */
type Shown = { leakLine: number | null | undefined; hasReached(node: Node): boolean };

/**
 * The findings that suspicions come to. With a leak, the one that explains it is an error. Without, they are warnings,
 * but for one that decides a mask in a place that no market led to: there the text is all there is, and it is enough.
 */
export function settleSuspicions(module: AdmittedModule, suspicions: readonly Suspicion[], shown: Shown): Finding[] {
  const warnings = reporter(module.text, "lookahead", "warning");
  const places = placesOf(module.text);
  const { leakLine } = shown;
  const deciding = suspicions.filter(({ decides }) => decides);
  const guilty =
    leakLine === undefined
      ? deciding.filter(({ at }) => !shown.hasReached(at) && !isNeverMeant(at, module))
      : leakLine === null
        ? deciding.slice(0, 1)
        : suspicions.filter(({ code, at }) => isRead(code) && places(at.start).line === leakLine).slice(0, 1);
  for (const suspicion of suspicions) {
    const { code, at, message } = suspicion;
    if (!guilty.includes(suspicion)) warnings.report(code, at.start, message, DOUBT_HINT);
  }
  return [...asErrors(module, guilty), ...warnings.findings];
}

/** A place that reads bars to come, and not only one that a later bar could matter to. */
function isRead(code: Suspicion["code"]): boolean {
  return code !== "length-decision" && code !== "reversed-pass";
}

/** Errors for those suspicions that decide a mask, by all that the text shows. */
export function readsDecidingMasks(module: AdmittedModule, suspicions: readonly Suspicion[]): Finding[] {
  return asErrors(
    module,
    suspicions.filter(({ decides }) => decides),
  );
}

function asErrors(module: AdmittedModule, suspicions: readonly Suspicion[]): Finding[] {
  const { findings, report } = reporter(module.text, "lookahead", "error");
  for (const { code, at, message } of suspicions) {
    report(code, at.start, `${message}, and a mask is decided by it`, CAUSAL_HINT);
  }
  return findings;
}

/** A place behind a condition that no candle decides: nothing leads there. */
function isNeverMeant(node: Node, module: AdmittedModule): boolean {
  for (let at = node, parent = module.names.parentOf(at); parent; at = parent, parent = module.names.parentOf(at)) {
    const test = conditionOf(parent);
    if (test && test !== at && isSettled(test, module)) return true;
  }
  return false;
}

function conditionOf(node: Node): Node | null {
  if (node.type === "IfStatement" || node.type === "ConditionalExpression") return node.test;
  return node.type === "LogicalExpression" ? node.left : null;
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
  if (callee.type === "MemberExpression") return taNameOf(callee);
  const binding = callee.type === "Identifier" ? names.bindingOf(callee) : undefined;
  const declaration = binding?.declaration;
  if (binding?.kind !== "const" || declaration?.type !== "VariableDeclarator" || declaration.init === null) return null;
  const init = withoutTypes(declaration.init);
  if (declaration.id === binding.identifier && init.type === "MemberExpression") return taNameOf(init);
  if (init.type !== "Identifier" || init.name !== "ta" || declaration.id.type !== "ObjectPattern") return null;
  for (const property of declaration.id.properties) {
    if (property.type === "Property" && property.value === binding.identifier) return staticKey(property, property.key);
  }
  return null;
}
