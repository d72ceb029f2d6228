import {
  ARRAY_METHODS,
  BUILT_IN_KEYS,
  COLUMN_TYPES,
  MATH_NAMES,
  NEVER_KEYS,
  NUMBER_NAMES,
  nearestName,
  TA_NAMES,
  VALUE_NAMES,
} from "./known-names.ts";
import type { Names } from "./names.ts";
import type { Report } from "./position.ts";
import {
  childrenOf,
  type Identifier,
  type Member,
  type Node,
  type ProgramNode,
  staticKey,
  withoutTypes,
} from "./tree.ts";

/** Names of the language that stand for a set of functions, and what of them a strategy may use. */
const NAMESPACES = new Map([
  ["Math", MATH_NAMES],
  ["Number", NUMBER_NAMES],
  ["ta", TA_NAMES],
]);

const NO_CLOCK = "A strategy has no clock; the time of each bar is in c.time.";
const IMPORT = 'Import it: import { strategy, ta } from "sixbtc";';
const WHY = new Map([
  ["Date", NO_CLOCK],
  ["performance", NO_CLOCK],
  ["arguments", "Name the parameters, or take the rest with `...values`."],
  ["ta", IMPORT],
  ["strategy", IMPORT],
]);
const WHY_NOT = "A strategy sees its candles, its params, ta and Math; it reaches nothing outside.";

/** Names that an unknown one is compared with; a text may hold thousands of each. */
const MAX_SUGGESTED = 200;

/** Reports every name and key that is not on the list. */
export function checkNames(program: ProgramNode, names: Names, report: Report): void {
  const assigned = new Set<Node>(names.writes.map(({ target }) => target));
  const known = [...new Set([...names.bindings.map(({ name }) => name), "Math", ...VALUE_NAMES])].slice(
    0,
    MAX_SUGGESTED,
  );
  for (const identifier of names.free) checkFree(identifier, assigned.has(identifier), known, names, report);
  for (const binding of names.bindings) {
    if (binding.name === "this")
      report("this", binding.identifier.start, "`this` is not allowed in a strategy", WHY_NOT);
    if (binding.kind === "import") {
      for (const reference of binding.references) checkNamespace(reference, binding.name, names, report);
    } else if (binding.name === "ta" || binding.name === "strategy") {
      const message = `\`${binding.name}\` is declared anew here`;
      report("shadowed-name", binding.identifier.start, message, "Give the variable another name.");
    }
    if (binding.kind === "const" || binding.kind === "import") {
      for (const { target } of binding.writes) {
        report("const-assigned", target.start, `\`${binding.name}\` is constant`, "Declare it with `let`.");
      }
    }
  }
  checkKeys(program, { names, own: ownKeys(program), report });
}

function checkFree(
  identifier: Identifier,
  isAssigned: boolean,
  known: readonly string[],
  names: Names,
  report: Report,
): void {
  const { name, start } = identifier;
  const parent = names.parentOf(identifier);
  if (isAssigned) {
    report("unknown-name", start, `\`${name}\` is assigned but not declared`, "Declare it with `let`.");
  } else if (name === "Math" || name === "Number") {
    checkNamespace(identifier, name, names, report);
  } else if (COLUMN_TYPES.has(name)) {
    if (parent?.type === "NewExpression" && parent.callee === identifier) checkNew(parent, report);
    else
      report("unknown-name", start, `\`${name}\` may only be used as \`new ${name}(n)\``, "Make the column with new.");
  } else if (!VALUE_NAMES.has(name)) {
    const near = name.length > 2 && name.length < 40 ? nearestName(name, known) : null;
    const hint = WHY.get(name) ?? (near ? `Did you mean \`${near}\`? ${WHY_NOT}` : WHY_NOT);
    report("unknown-name", start, `\`${name}\` is not known to a strategy`, hint);
  }
}

function checkNew(node: Extract<Node, { type: "NewExpression" }>, report: Report): void {
  if (node.arguments.length < 2 && node.arguments[0]?.type !== "SpreadElement") return;
  report("new", node.start, "a column is made from one number, its length", "Write `new Float64Array(c.length)`.");
}

/** `ta`, `Math` and `Number` are not values: their functions are named right behind them, or taken out by name. */
function checkNamespace(identifier: Identifier, name: string, names: Names, report: Report): void {
  const parent = names.parentOf(identifier);
  const known = NAMESPACES.get(name);
  if (parent?.type === "ImportSpecifier") return;
  if (known === undefined) {
    if (!isDefinitionCall(identifier, names)) {
      const message = "`strategy` is called once, as the default export";
      report("second-strategy", identifier.start, message, "Keep one `export default strategy({ … })`.");
    }
  } else if (parent?.type === "MemberExpression" && parent.object === identifier) {
    const key = staticKey(parent, parent.property);
    checkFunctionName(name, key, known, parent.property.start, report);
  } else if (parent?.type === "VariableDeclarator" && parent.id.type === "ObjectPattern") {
    for (const property of parent.id.properties) {
      const key = property.type === "Property" ? staticKey(property, property.key) : null;
      checkFunctionName(name, key, known, property.start, report);
    }
  } else {
    report("not-a-value", identifier.start, `\`${name}\` cannot be passed on or renamed`, `Write \`${name}.name(…)\`.`);
  }
}

function isDefinitionCall(identifier: Identifier, names: Names): boolean {
  const call = names.parentOf(identifier);
  return call?.type === "CallExpression" && names.parentOf(call)?.type === "ExportDefaultDeclaration";
}

function checkFunctionName(
  namespace: string,
  key: string | null,
  known: ReadonlySet<string>,
  offset: number,
  report: Report,
): void {
  if (key === null) {
    report(
      "computed-name",
      offset,
      `functions of \`${namespace}\` are named, not computed`,
      `Write \`${namespace}.name\`.`,
    );
  } else if (namespace === "Math" && key === "random") {
    report("random", offset, "`Math.random` is not allowed", "The same candles must give the same masks.");
  } else if (!known.has(key)) {
    const near = nearestName(key, known);
    const hint = near ? `Did you mean \`${namespace}.${near}\`?` : "STRATEGY.md 3 and 4 list what there is.";
    report(namespace === "ta" ? "unknown-ta" : "unknown-name", offset, `\`${namespace}.${key}\` does not exist`, hint);
  }
}

/** Keys that the module gives to objects of its own. */
export function ownKeys(program: Node): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (node: Node): void => {
    if (node.type === "ObjectExpression") {
      for (const property of node.properties) {
        if (property.type === "Property") addKey(property, property.key);
      }
    }
    const left = node.type === "AssignmentExpression" ? withoutTypes(node.left) : node;
    if (node.type === "AssignmentExpression" && left.type === "MemberExpression") addKey(left, left.property);
    for (const child of childrenOf(node)) visit(child);
  };
  const addKey = (node: { computed: boolean }, key: Node): void => {
    const name = staticKey(node, key);
    if (name !== null) keys.add(name);
  };
  visit(program);
  return keys;
}

/** Whether the expression is `ta`, `Math` or `Number` itself, whose own keys were checked above. */
export function isNamespace(node: Node, names: Names): boolean {
  if (node.type !== "Identifier" || !NAMESPACES.has(node.name)) return false;
  const binding = names.bindingOf(node);
  return binding === undefined || binding.kind === "import";
}

type KeyCheck = { names: Names; own: ReadonlySet<string>; report: Report };

function checkKeys(node: Node, check: KeyCheck): void {
  if (node.type === "MemberExpression" && !isNamespace(node.object, check.names)) checkMember(node, check);
  if (node.type === "Property") checkEntry(node, check);
  if (node.type === "NewExpression") checkMaker(node, check);
  for (const child of childrenOf(node)) checkKeys(child, check);
}

/** What is no name, or one that the module gives; the names of the language were looked at above. */
function checkMaker({ callee }: Extract<Node, { type: "NewExpression" }>, { names, report }: KeyCheck): void {
  if (callee.type === "Identifier" && names.bindingOf(callee) === undefined) return;
  report("new", callee.start, "`new` makes columns, nothing else", "Call the function without `new`.");
}

function checkMember(node: Member, { names, own, report }: KeyCheck): void {
  const key = staticKey(node, node.property);
  if (key === null || key === "length") return;
  const { start } = node.property;
  if (NEVER_KEYS.has(key)) {
    reportNever(key, start, report);
  } else if (own.has(key) || !BUILT_IN_KEYS.has(key)) {
    return;
  } else if (!ARRAY_METHODS.has(key)) {
    const hint = `Arrays have length, ${[...ARRAY_METHODS].join(", ")}; use a loop for the rest.`;
    report("built-in-key", start, `\`.${key}\` is not among what arrays and objects have here`, hint);
  } else if (!isCalled(node, names)) {
    // As a value it could be given to an object of another kind.
    const hint = `Write \`x.${key}(…)\`.`;
    report("built-in-key", start, `\`.${key}\` can only be called where it is read`, hint);
  }
}

function isCalled(node: Node, names: Names): boolean {
  let callee = node;
  let parent = names.parentOf(callee);
  while (parent !== undefined && withoutTypes(parent) === withoutTypes(callee)) {
    callee = parent;
    parent = names.parentOf(callee);
  }
  return parent?.type === "CallExpression" && parent.callee === callee;
}

function checkEntry(entry: Extract<Node, { type: "Property" }>, { names, own, report }: KeyCheck): void {
  const key = staticKey(entry, entry.key);
  const pattern = names.parentOf(entry);
  if (key === null) return;
  if (NEVER_KEYS.has(key)) reportNever(key, entry.start, report);
  if (pattern?.type !== "ObjectPattern" || !BUILT_IN_KEYS.has(key) || key === "length") return;
  const holder = names.parentOf(pattern);
  const fromNamespace = holder?.type === "VariableDeclarator" && holder.init && isNamespace(holder.init, names);
  if (fromNamespace || (own.has(key) && names.bindingOf(boundBy(entry))?.identifier === boundBy(entry))) return;
  const hint = `Read it as \`x.${key}\`, or give the key another name.`;
  report("built-in-key", entry.start, `\`${key}\` cannot be taken out of an object here`, hint);
}

/** The name that an entry of a pattern gives to its value, or the pattern inside it. */
function boundBy(entry: Extract<Node, { type: "Property" }>): Node {
  return entry.value.type === "AssignmentPattern" ? entry.value.left : entry.value;
}

function reportNever(key: string, offset: number, report: Report): void {
  report("forbidden-key", offset, `\`${key}\` is not allowed as a key`, "Give the key another name.");
}
