import { isNamespace } from "./allowed-names.ts";
import { ARRAY_METHODS } from "./known-names.ts";
import type { Rewriter } from "./rewriter.ts";
import { type Call, type Member, type Node, staticKey, withoutTypes } from "./tree.ts";

type Of<Type extends Node["type"]> = Extract<Node, { type: Type }>;
type Link = Member | Call;

/**
 * An optional chain ends as a whole where one of its `?.` finds nothing. A guard that is called around a part of it
 * would go on with `undefined`: such a chain is cut at each `?.`, what follows being a function of what stands before.
 */
export function rewriteChain(rewriter: Rewriter, node: Of<"ChainExpression">): string {
  const links = linksOf(node.expression);
  if (!links.some((link) => isGuarded(rewriter, link))) return rewriter.copy(node);
  const optional = links.filter((link) => link.optional);
  const from = (place: number): string => {
    const link = optional[place];
    return link ? cut(rewriter, link, () => from(place + 1)) : rewriter.emit(node.expression);
  };
  return from(0);
}

/** The links of a chain, first to last. */
function linksOf(chain: Node): Link[] {
  const links: Link[] = [];
  for (let at = chain; ; ) {
    if (at.type === "TSNonNullExpression") {
      at = at.expression;
    } else if (at.type === "MemberExpression" || at.type === "CallExpression") {
      links.unshift(at);
      at = at.type === "CallExpression" ? at.callee : at.object;
    } else {
      return links;
    }
  }
}

function isGuarded(rewriter: Rewriter, link: Link): boolean {
  if (link.type === "MemberExpression") {
    const key = staticKey(link, link.property);
    return key !== null && rewriter.isForeignKey(link, key);
  }
  return methodOf(rewriter, link) !== null;
}

/** The method of arrays that is called, and where. */
export function methodOf(rewriter: Rewriter, node: Call): { callee: Member; method: string } | null {
  const callee = withoutTypes(node.callee);
  const method = callee.type === "MemberExpression" ? staticKey(callee, callee.property) : null;
  if (callee.type !== "MemberExpression" || method === null || !ARRAY_METHODS.has(method)) return null;
  return isNamespace(callee.object, rewriter.module.names) ? null : { callee, method };
}

function cut(rewriter: Rewriter, link: Link, rest: () => string): string {
  const [value, key] = [`${rewriter.prefix}o`, `${rewriter.prefix}k`];
  const callee = link.type === "CallExpression" ? withoutTypes(link.callee) : null;
  // A method is called on its holder, which is therefore what is handed on.
  const holder = callee?.type === "MemberExpression" ? callee.object : null;
  const base = holder ?? (link.type === "CallExpression" ? link.callee : link.object);
  const replaced: [Node, string][] = [[base, value]];
  const given = [rewriter.emit(base)];
  let found = value;
  if (callee?.type === "MemberExpression") {
    const name = staticKey(callee, callee.property);
    if (name === null) {
      given.push(rewriter.indexed(callee.property));
      replaced.push([callee.property, key]);
    }
    found = `${value}[${name === null ? key : JSON.stringify(name)}]`;
  }
  const parameters = given.length > 1 ? `${value},${key}` : value;
  return `((${parameters})=>${found}==null?void 0:${rewriter.replacing(replaced, rest)})(${given.join(",")})`;
}
