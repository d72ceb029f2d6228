import type { Report } from "./position.ts";
import { childrenOf, isFunction, type Node, withoutTypes } from "./tree.ts";

type Refusal = [code: string, what: string, hint: string];

/** Nodes that mean nothing by themselves beyond their children, which are looked at in turn. */
const ALLOWED = new Set<string>(
  `Program ImportDeclaration ImportSpecifier ExportDefaultDeclaration VariableDeclaration VariableDeclarator
  FunctionDeclaration FunctionExpression ArrowFunctionExpression BlockStatement EmptyStatement ExpressionStatement
  IfStatement SwitchStatement SwitchCase ForStatement ForOfStatement WhileStatement DoWhileStatement BreakStatement
  ContinueStatement ReturnStatement Identifier Literal TemplateLiteral TemplateElement ArrayExpression ObjectExpression
  Property SpreadElement UnaryExpression UpdateExpression BinaryExpression LogicalExpression ConditionalExpression
  AssignmentExpression MemberExpression CallExpression NewExpression ChainExpression SequenceExpression ObjectPattern
  ArrayPattern RestElement AssignmentPattern TSAsExpression TSNonNullExpression TSSatisfiesExpression TSTypeAssertion
  TSTypeAliasDeclaration TSInterfaceDeclaration`.split(/\s+/),
);

const ERASED = new Set<string>(["TSTypeAnnotation", "TSTypeParameterDeclaration", "TSTypeParameterInstantiation"]);

const NO_TRAPS = "A strategy cannot fail in a way it may handle: check the value before using it.";
const OBJECTS = "Use functions and plain objects.";
const SYNC = "Signals are computed at once, from the candles alone.";

const IMPORTS = 'The first line of a strategy is: import { strategy, ta } from "sixbtc";';

const REFUSED: Record<string, Refusal> = {
  ClassDeclaration: ["class", "classes are", OBJECTS],
  ClassExpression: ["class", "classes are", OBJECTS],
  ThisExpression: ["this", "`this` is", "Pass what the function needs as an argument."],
  Super: ["class", "`super` is", OBJECTS],
  AwaitExpression: ["async", "`await` is", SYNC],
  YieldExpression: ["generator", "`yield` is", "Return an array."],
  TryStatement: ["try", "`try` is", NO_TRAPS],
  ThrowStatement: ["throw", "`throw` is", NO_TRAPS],
  LabeledStatement: ["label", "labels are", "Move the inner loop into a function and return from it."],
  ForInStatement: ["for-in", "`for … in` is", "Use `for … of`, or a loop over an index."],
  WithStatement: ["with", "`with` is", "Name the object."],
  DebuggerStatement: ["debugger", "`debugger` is", "Remove it."],
  TaggedTemplateExpression: ["tagged-template", "tagged templates are", "Use a plain string."],
  ImportExpression: ["import", "`import()` is", "The only import is the one of sixbtc at the top."],
  MetaProperty: ["meta-property", "`import.meta` and `new.target` are", "Remove it."],
  PrivateIdentifier: ["class", "private names are", OBJECTS],
  Decorator: ["decorator", "decorators are", "Call the function."],
  TSEnumDeclaration: ["enum", "`enum` is", "Use constants."],
  TSModuleDeclaration: ["namespace", "`namespace` and `declare` are", "Put the functions at module level."],
  TSDeclareFunction: ["declare", "a function without a body is", "Remove the line, or give it a body."],
  ImportNamespaceSpecifier: ["import", "importing everything is", IMPORTS],
  ImportDefaultSpecifier: ["import", "importing a default is", IMPORTS],
  ExportNamedDeclaration: ["second-export", "exporting names is", "Only the strategy itself is exported."],
  ExportAllDeclaration: ["second-export", "exporting another module is", "Only the strategy itself is exported."],
  TSImportEqualsDeclaration: ["import", "`import =` is", "The only import is the one of sixbtc at the top."],
  TSExportAssignment: ["export", "`export =` is", "Use `export default strategy({ … })`."],
  TSImportType: ["import", "a type from another module is", "Write the type down, or leave it out."],
};

/** Reports every node of the tree that is not on the list, each refused subtree once, at its root. */
export function checkSyntax(program: Node, text: string, report: Report): void {
  const visit = (node: Node): void => {
    if (ERASED.has(node.type) || node.type === "TSTypeAliasDeclaration" || node.type === "TSInterfaceDeclaration") {
      if ("declare" in node && node.declare) report("declare", node.start, ...refusal("`declare` is", "Remove it."));
      checkType(node, report);
      return;
    }
    const refused = ALLOWED.has(node.type) ? refusedForm(node, text) : (REFUSED[node.type] ?? unknownSyntax(node));
    if (refused) {
      report(refused[0], node.start, ...refusal(refused[1], refused[2]));
      if (!ALLOWED.has(node.type)) return;
    }
    const hasType = withoutTypes(node) !== node;
    for (const child of childrenOf(node)) {
      if (hasType && "typeAnnotation" in node && child === node.typeAnnotation) checkType(child, report);
      else visit(child);
    }
  };
  visit(program);
}

function refusal(what: string, hint: string): [message: string, hint: string] {
  return [`${what} not allowed in a strategy`, hint];
}

function unknownSyntax(node: Node): Refusal {
  return ["syntax", `this (${node.type}) is`, "STRATEGY.md 4 lists what a module may use."];
}

/** Types are erased; all that could matter in one is that it names another module. */
function checkType(node: Node, report: Report): void {
  const refused = node.type === "TSImportType" ? REFUSED[node.type] : undefined;
  if (refused) report(refused[0], node.start, ...refusal(refused[1], refused[2]));
  else for (const child of childrenOf(node)) checkType(child, report);
}

/** Forms of allowed nodes that are not allowed. */
function refusedForm(node: Node, text: string): Refusal | null {
  if (isFunction(node)) {
    if (node.async) return ["async", "async functions are", SYNC];
    if (node.generator) return ["generator", "generators are", "Return an array."];
    return node.type === "ArrowFunctionExpression" || !node.declare ? null : ["declare", "`declare` is", "Remove it."];
  }
  switch (node.type) {
    case "VariableDeclaration":
      if (node.declare) return ["declare", "`declare` is", "Remove it."];
      return node.kind === "const" || node.kind === "let"
        ? null
        : [node.kind === "var" ? "var" : "using", `\`${node.kind}\` is`, "Use `const` or `let`."];
    case "ForOfStatement":
      return node.await ? ["async", "`for await` is", SYNC] : null;
    case "Literal":
      if ("bigint" in node) return ["bigint", "big integers are", "Use a number."];
      return "regex" in node ? ["regex", "regular expressions are", "Compare strings with `===`."] : null;
    case "Property":
      return node.kind === "init" ? null : ["accessor", "getters and setters are", "Use a plain value or a function."];
    case "UnaryExpression":
      return refusedOperator(node.operator, ["typeof", "void", "delete"]);
    case "ArrayExpression":
      return node.elements.includes(null) ? ["hole", "an array with holes is", "Write `undefined`."] : null;
    case "BinaryExpression":
      // In a module it compares, in the function that a strategy is run as it begins a comment.
      if (text.slice(node.left.end, node.right.start + 3).includes("<!--")) {
        return ["html-comment", "`<!--` is", "Put a space behind the `<`."];
      }
      return refusedOperator(node.operator, ["in", "instanceof"]);
    case "RestElement":
      if (withoutTypes(node.argument).type !== "Identifier") {
        return ["rest", "`...` before another pattern is", "Give the rest a name, and take it apart below."];
      }
      return "optional" in node && node.optional ? ["syntax", "`?` behind a pattern is", "Remove the `?`."] : null;
    case "ObjectPattern":
    case "ArrayPattern":
      return "optional" in node && node.optional ? ["syntax", "`?` behind a pattern is", "Remove the `?`."] : null;
    case "Identifier":
      return node.decorators?.length ? ["decorator", "decorators are", "Call the function."] : null;
    default:
      return null;
  }
}

function refusedOperator(operator: string, refused: readonly string[]): Refusal | null {
  if (!refused.includes(operator)) return null;
  const hint = operator === "delete" ? "Set the value to undefined." : "Compare with `===`, `isNaN` or `undefined`.";
  return [operator === "delete" ? "delete" : "operator", `\`${operator}\` is`, hint];
}
