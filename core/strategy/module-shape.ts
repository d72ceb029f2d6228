import type { Report } from "./position.ts";
import { isFunction, type Node, type ProgramNode, staticKey, withoutTypes } from "./tree.ts";

export type DefinitionNode = Extract<Node, { type: "ObjectExpression" }>;

const IMPORT_HINT = 'The first line of a strategy is: import { strategy, ta } from "sixbtc";';
const MODULE_LEVEL = new Set([
  "VariableDeclaration",
  "FunctionDeclaration",
  "EmptyStatement",
  "TSTypeAliasDeclaration",
  "TSInterfaceDeclaration",
]);

/**
 * Checks that the module is one import of `sixbtc`, one default export of `strategy({ … })`, and helpers; gives the
 * object literal, if there is one.
 */
export function checkShape(program: ProgramNode, report: Report): DefinitionNode | null {
  if (program.hashbang) report("syntax", program.hashbang.start, "a `#!` line is not allowed", "Remove the line.");
  let imports = 0;
  let exports = 0;
  let definition: DefinitionNode | null = null;
  for (const statement of program.body) {
    if (statement.type === "ImportDeclaration") {
      imports += 1;
      if (imports > 1) report("second-import", statement.start, "a strategy has one import", IMPORT_HINT);
      else checkImport(statement, report);
    } else if (statement.type === "ExportDefaultDeclaration") {
      exports += 1;
      if (exports > 1) report("second-export", statement.start, "a strategy has one export", "Remove this one.");
      else definition = checkExport(statement.declaration, report);
    } else if (statement.type.startsWith("Export")) {
      report("second-export", statement.start, "only the strategy itself is exported", "Remove the word `export`.");
    } else if (statement.type === "ExpressionStatement" ? !statement.directive : !MODULE_LEVEL.has(statement.type)) {
      const message = "at module level stand only constants, functions and types";
      report("module-statement", statement.start, message, "Move the statement into `signals` or a function.");
    }
  }
  if (imports === 0) report("no-import", 0, "nothing is imported from sixbtc", IMPORT_HINT);
  if (exports === 0) {
    report("no-export", null, "there is no default export", "End the module with `export default strategy({ … });`");
  }
  return definition;
}

function checkImport(statement: Extract<Node, { type: "ImportDeclaration" }>, report: Report): void {
  const { source, start } = statement;
  if (source.value !== "sixbtc") {
    report("import", source.start, `\`${source.value}\` cannot be imported`, IMPORT_HINT);
  } else if (statement.importKind === "type" || statement.attributes.length > 0 || statement.phase) {
    report("import", start, "this form of import is not allowed", IMPORT_HINT);
  } else if (statement.specifiers.length === 0) {
    report("import", start, "nothing is imported", IMPORT_HINT);
  }
  for (const specifier of statement.specifiers) checkSpecifier(specifier, report);
}

function checkSpecifier(specifier: Node, report: Report): void {
  if (specifier.type !== "ImportSpecifier") {
    report("import", specifier.start, "`strategy` and `ta` are imported by name", IMPORT_HINT);
    return;
  }
  const name = specifier.imported.type === "Literal" ? specifier.imported.value : specifier.imported.name;
  if (name !== "strategy" && name !== "ta") {
    report("import", specifier.start, `sixbtc has no \`${name}\``, IMPORT_HINT);
  } else if (specifier.local.name !== name || specifier.importKind === "type") {
    report("import", specifier.start, `\`${name}\` is imported under its own name, as a value`, IMPORT_HINT);
  }
}

function checkExport(declaration: Node, report: Report): DefinitionNode | null {
  const call = withoutTypes(declaration);
  const callee = call.type === "CallExpression" ? call.callee : null;
  if (call.type !== "CallExpression" || callee?.type !== "Identifier" || callee.name !== "strategy" || call.optional) {
    const message = "the default export is not a call of `strategy`";
    report("no-strategy", declaration.start, message, "Write `export default strategy({ … });`");
    return null;
  }
  const [argument, second] = call.arguments;
  const literal = argument && withoutTypes(argument);
  if (literal?.type !== "ObjectExpression" || second) {
    const message = "`strategy` takes one object literal";
    report("no-strategy", call.start, message, "Write the definition out between `strategy({` and `})`.");
    return null;
  }
  return literal;
}

/** The function under `signals`, which is a method or an arrow function; null after a finding. */
export function checkSignals(definition: DefinitionNode, report: Report) {
  for (const property of definition.properties) {
    if (property.type !== "Property" || staticKey(property, property.key) !== "signals") continue;
    const value = withoutTypes(property.value);
    if (isFunction(value) && (property.method || value.type === "ArrowFunctionExpression")) {
      if (value.params.length > 2) {
        const message = "`signals` is called with the candles and the params, nothing else";
        report("bad-signals", value.start, message, "Write `signals(c, p) { … }`.");
      }
      return value;
    }
    report("bad-signals", property.start, "`signals` is a method or an arrow function", "Write `signals(c) { … }`.");
    return null;
  }
  return null;
}
