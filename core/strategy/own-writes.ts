import type { Kinds } from "./kinds.ts";
import type { Binding, Names } from "./names.ts";
import type { Report } from "./position.ts";
import { childrenOf, type FunctionNode, type Node, type ProgramNode, staticKey, withoutTypes } from "./tree.ts";

const HANDED_IN: Record<string, string> = {
  sharedColumn: "a column of the candles",
  candles: "the candles",
  params: "the params",
};

/**
 * Reports writes that the text shows to reach what is not the strategy's own: candles and params, and what stands at
 * module level, which would carry something from one call of `signals` to the next. Writes that only show when they
 * run are stopped there.
 */
export function checkWrites(program: ProgramNode, names: Names, kinds: Kinds, report: Report): void {
  const check = (holder: Node, at: Node, owner: FunctionNode | null): void => {
    const handedIn = HANDED_IN[kinds(holder)];
    if (handedIn) {
      const hint = "Others read it too: make an own copy first, e.g. with `.slice()`.";
      report("shared-write", at.start, `this writes to ${handedIn}, which is handed in`, hint);
    } else if (owner !== null) {
      const root = rootOf(holder, names);
      if (root?.owner === null) reportState(root, at, report);
    }
  };
  for (const { target, by, value, owner } of names.writes) {
    if (target.type === "MemberExpression") {
      if (value === null && by.type !== "UpdateExpression" && staticKey(target, target.property) === "length") {
        report("length", target.start, "a length is set inside a pattern", "Set it in a statement of its own.");
      }
      check(target.object, target, owner);
    } else {
      const binding = names.bindingOf(target);
      if (binding?.owner === null && owner !== null && binding.kind !== "const") reportState(binding, target, report);
    }
  }
  const visit = (node: Node): void => {
    const callee = node.type === "CallExpression" ? withoutTypes(node.callee) : node;
    if (node.type === "CallExpression" && callee.type === "MemberExpression") {
      const method = staticKey(callee, callee.property);
      if (method === "fill" || method === "push") check(callee.object, node, names.ownerOf(node));
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program);
}

function reportState(binding: Binding, at: Node, report: Report): void {
  const message = `\`${binding.name}\` stands at module level and changes here`;
  report("module-state", at.start, message, "Nothing is kept between calls: declare it inside `signals`.");
}

/** The variable that holds the object in which this expression reads, through members and constants. */
function rootOf(node: Node, names: Names): Binding | undefined {
  let at = withoutTypes(node);
  for (;;) {
    if (at.type === "MemberExpression") {
      at = withoutTypes(at.object);
      continue;
    }
    const binding = at.type === "Identifier" ? names.bindingOf(at) : undefined;
    const declaration = binding?.declaration;
    const isAlias = binding?.kind === "const" && declaration?.type === "VariableDeclarator";
    const init = isAlias && declaration.id === binding.identifier ? declaration.init : null;
    // Only what stands above, so that names in a circle come to an end.
    if (!init || init.end > at.start || !namesAnother(withoutTypes(init))) return binding;
    at = withoutTypes(init);
  }
}

function namesAnother(node: Node): boolean {
  return node.type === "Identifier" || node.type === "MemberExpression";
}
