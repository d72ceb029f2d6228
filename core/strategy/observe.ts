import type { AdmittedModule } from "./admit.ts";
import { isNamespace } from "./allowed-names.ts";
import { placesOf } from "./position.ts";
import { isTaName, TA_SIGNATURES } from "./ta/toolbox.ts";
import { type Call, childrenOf, type Node, staticKey, taNameOf, withoutTypes } from "./tree.ts";

/** Is told by a running strategy what it does, in the order in which it does it. Sites are numbered as in the module. */
export type Observer = {
  /** An element is read or written at `index`, or an array is cut there; gives back the one to use. */
  index(site: number, index: unknown): unknown;
  /** One of the two ways that a condition leaves open is taken. */
  arm(site: number): void;
  /** A function of `ta` has given a mask; gives the mask back. */
  mask(site: number, mask: unknown): unknown;
  /** A function is handed to a method that calls it for every element, with the element's place at `place`. */
  callback(callee: unknown, place: number): unknown;
};

export type Site = { kind: "read" | "write" | "arm" | "mask"; line: number };

/** The places of a module at which an observer is told something. */
export type Observation = {
  sites: readonly Site[];
  /** The site of a node, where it is one. */
  siteOf(node: Node): number | null;
  /** The code of a node with the call of the observer `see` around it, or as it is. */
  around(node: Node, written: string, see: string): string;
};

/** Finds what is worth telling: places in arrays, the arms of conditions that do something, and masks. */
export function observationOf(module: AdmittedModule): Observation {
  const sites: Site[] = [];
  const marks = new Map<Node, { site: number; kind: Site["kind"]; isStatement: boolean }>();
  const callbacks = new Map<Node, number>();
  const written = new Set<Node>(module.names.writes.map(({ target }) => target));
  const places = placesOf(module.text);
  const mark = (node: Node, kind: Site["kind"], isStatement = false): void => {
    if (marks.has(node)) return;
    marks.set(node, { site: sites.length, kind, isStatement });
    sites.push({ kind, line: places(node.start).line });
  };
  const arm = (node: Node | null, isStatement: boolean): void => {
    if (node && !isDeclaration(node) && saysSomething(node, module)) mark(node, "arm", isStatement);
  };
  const visitCall = (call: Call): void => {
    const method = methodOf(call, module);
    if (method === "slice") {
      for (const argument of call.arguments) if (argument.type !== "SpreadElement") mark(argument, "read");
    } else if (method !== null && CALLING_BACK.has(method)) {
      const [callee] = call.arguments;
      if (callee && callee.type !== "SpreadElement") callbacks.set(callee, method === "reduce" ? 2 : 1);
    } else if (givesMask(call)) {
      mark(call, "mask");
    }
  };
  const visit = (node: Node): void => {
    switch (node.type) {
      case "MemberExpression":
        if (staticKey(node, node.property) === null) mark(node.property, written.has(node) ? "write" : "read");
        break;
      case "IfStatement":
        arm(node.consequent, true);
        arm(node.alternate, true);
        break;
      case "ConditionalExpression":
        // Even two plain numbers may be a step back and a step ahead.
        mark(node.consequent, "arm");
        mark(node.alternate, "arm");
        break;
      case "LogicalExpression":
        arm(node.right, false);
        break;
      case "SwitchCase":
        arm(node.consequent[0] ?? null, true);
        break;
      case "CallExpression":
        visitCall(node);
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(module.signals);
  for (const statement of module.program.body) if (statement.type !== "ExportDefaultDeclaration") visit(statement);
  return {
    sites,
    siteOf: (node) => marks.get(node)?.site ?? null,
    around(node, code, see) {
      const place = callbacks.get(node);
      if (place !== undefined) return `${see}.callback(${code},${place})`;
      const found = marks.get(node);
      if (found === undefined) return code;
      const { site, kind, isStatement } = found;
      if (kind === "arm") return isStatement ? `{${see}.arm(${site});${code}}` : `(${see}.arm(${site}),${code})`;
      return `${see}.${kind === "mask" ? "mask" : "index"}(${site},${code})`;
    },
  };
}

/** Its names are those of the block around it, so that it cannot be put into one of its own. */
function isDeclaration(node: Node): boolean {
  return node.type === "VariableDeclaration" || node.type === "FunctionDeclaration";
}

/** An arm that uses no name of the module leaves a loop or gives a plain value: a guard. */
function saysSomething(node: Node, { names }: AdmittedModule): boolean {
  const visit = (inner: Node): boolean =>
    (inner.type === "Identifier" && names.bindingOf(inner) !== undefined) || childrenOf(inner).some(visit);
  return visit(node);
}

const CALLING_BACK = new Set(["map", "filter", "reduce", "every", "some"]);

/** The method of an array that is called. */
function methodOf(call: Call, { names }: AdmittedModule): string | null {
  const callee = withoutTypes(call.callee);
  if (callee.type !== "MemberExpression" || isNamespace(callee.object, names)) return null;
  return staticKey(callee, callee.property);
}

function givesMask(call: Call): boolean {
  const name = taNameOf(call.callee);
  return name !== null && isTaName(name) && TA_SIGNATURES[name].result.kind === "mask";
}
