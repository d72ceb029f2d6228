import type { AdmittedModule } from "../../core/strategy/admit.ts";
import type { Binding, Write } from "../../core/strategy/names.ts";
import { isMaskKey } from "../../core/strategy/returned-masks.ts";
import {
  childrenOf,
  isFunction,
  isLoop,
  type Member,
  type Node,
  staticKey,
  taNameOf,
  withoutTypes,
} from "../../core/strategy/tree.ts";
import { placeOf } from "./folding.ts";
import { loopOf } from "./future-reads.ts";

const COMPARES = new Set(["gt", "gte", "lt", "lte", "eq", "between", "crossAbove", "crossBelow"]);
const COMBINES = new Set(["and", "or", "xor", "not"]);

/** Expressions that decide a returned mask at a bar and are computed at that very bar, or for all bars at once. */
export function decidingExpressions(module: AdmittedModule): Node[] {
  return returnedMasks(module).flatMap((mask) => decidersOf(mask, module));
}

/** Values under the keys of masks in the object literals that `signals` itself returns. */
function returnedMasks({ signals }: AdmittedModule): Node[] {
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if (isFunction(node)) return;
    const returned = node.type === "ReturnStatement" ? node.argument : null;
    if (returned) found.push(...masksIn(returned));
    for (const child of childrenOf(node)) visit(child);
  };
  if (!signals.body) return [];
  if (signals.body.type === "BlockStatement") visit(signals.body);
  else found.push(...masksIn(signals.body));
  return found;
}

function masksIn(returned: Node): Node[] {
  const literal = withoutTypes(returned);
  if (literal.type !== "ObjectExpression") return [];
  return literal.properties.flatMap((property) =>
    property.type === "Property" && isMaskKey(staticKey(property, property.key) ?? "") ? [property.value] : [],
  );
}

function decidersOf(given: Node, module: AdmittedModule): Node[] {
  const mask = withoutTypes(given);
  if (mask.type === "Identifier") {
    const binding = module.names.bindingOf(mask);
    const declaration = binding?.kind === "const" ? binding.declaration : undefined;
    if (!binding || declaration?.type !== "VariableDeclarator" || !declaration.init) return [];
    if (declaration.id !== binding.identifier) return [];
    return withoutTypes(declaration.init).type === "NewExpression"
      ? decidersOfFilled(binding, module)
      : decidersOf(declaration.init, module);
  }
  if (mask.type !== "CallExpression") return [];
  const name = taNameOf(mask.callee) ?? "";
  if (COMBINES.has(name)) return mask.arguments.flatMap((argument) => decidersOf(argument, module));
  return COMPARES.has(name) ? mask.arguments.slice(1) : [];
}

/** A mask that loops fill bar by bar, and nothing else touches: what is written, and what decides whether it is. */
function decidersOfFilled(binding: Binding, module: AdmittedModule): Node[] {
  const { names } = module;
  const writes = names.writes.filter(
    ({ target }) => target.type === "MemberExpression" && names.bindingOf(withoutTypes(target.object)) === binding,
  );
  const targets = new Set<Node>(writes.map(({ target }) => (target as Member).object));
  const isUntouched = binding.references.every((reference) => targets.has(reference) || isReturned(reference, module));
  const deciders = writes.map((write) => decidersOfWrite(write, module));
  return isUntouched && deciders.every((found) => found !== null) ? deciders.flat() : [];
}

function isReturned(reference: Node, { names }: AdmittedModule): boolean {
  const property = names.parentOf(reference);
  const literal = property && names.parentOf(property);
  return property?.type === "Property" && literal !== undefined && names.parentOf(literal)?.type === "ReturnStatement";
}

/** Null where the write is not at the bar of an upward loop. */
function decidersOfWrite({ target, by, value }: Write, module: AdmittedModule): Node[] | null {
  if (target.type !== "MemberExpression") return null;
  const place = placeOf(target.property, module);
  const loop = place?.ahead === 0 ? loopOf(place.variable, module) : null;
  if (!loop) return null;
  const found: Node[] = value ? [value] : [];
  let child: Node = by;
  for (let at = module.names.parentOf(by); at && at !== loop; at = module.names.parentOf(at)) {
    // Inside another loop or a function the bar of the read may be another one.
    if (isLoop(at) || isFunction(at)) return null;
    if (at.type === "IfStatement" && child !== at.test) found.push(at.test);
    child = at;
  }
  return found;
}
