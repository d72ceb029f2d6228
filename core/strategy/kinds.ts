import { isNamespace } from "./allowed-names.ts";
import { ARRAY_METHODS } from "./known-names.ts";
import { type Binding, directCallsOf, type Names } from "./names.ts";
import { isTaName, TA_SIGNATURES } from "./ta/toolbox.ts";
import {
  type Call,
  type FunctionNode,
  isFunction,
  isPlace,
  type Member,
  type Node,
  staticKey,
  withoutTypes,
} from "./tree.ts";

/**
 * What the text alone says about a value. `number` is a number; `primitive` a number, boolean, null or undefined, so
 * that adding two gives a number; `ownColumn` a typed array that the strategy made itself, `ownArray` and `ownObject`
 * likewise; `taColumn` and `taObject` come from `ta`; `sharedColumn`, `candles` and `params` are handed in. `any` is all
 * else, and is checked when it runs.
 */
export type Kind =
  | "number"
  | "primitive"
  | "ownColumn"
  | "ownArray"
  | "ownObject"
  | "taColumn"
  | "taObject"
  | "sharedColumn"
  | "candles"
  | "params"
  | "any";

export type Kinds = (node: Node) => Kind;

const COLUMNS = new Set(["ownColumn", "taColumn", "sharedColumn"]);
const CANDLE_COLUMNS = new Set(["time", "open", "high", "low", "close", "volume"]);
const COMPARISONS = new Set(["==", "!=", "===", "!==", "<", "<=", ">", ">="]);

export function isColumn(kind: Kind): boolean {
  return COLUMNS.has(kind);
}

/**
 * Infers kinds for a whole module. A variable has the kind that everything ever given to it agrees on, parameters of
 * functions that are only ever called directly included; found by starting from nothing and adding until it holds.
 */
export function inferKinds(names: Names, signals: FunctionNode, own: ReadonlySet<string>): Kinds {
  const inference = new Inference(names, signals, own);
  inference.settle();
  const known = new Map<Node, Kind>();
  return (node) => {
    const kind = known.get(node) ?? inference.kindOf(node) ?? "any";
    known.set(node, kind);
    return kind;
  };
}

/** Null means nothing is known to flow in yet. */
type Flow = Kind | null;

function join(a: Flow, b: Flow): Flow {
  if (a === null || a === b) return b;
  if (b === null) return a;
  const primitives = (a === "number" || a === "primitive") && (b === "number" || b === "primitive");
  return primitives ? "primitive" : "any";
}

class Inference {
  private readonly kinds = new Map<Binding, Flow>();
  /** Array methods that some object of the module has as a key of its own: calls of them say nothing. */
  private readonly trusted: ReadonlySet<string>;

  constructor(
    private readonly names: Names,
    private readonly signals: FunctionNode,
    own: ReadonlySet<string>,
  ) {
    this.trusted = new Set([...ARRAY_METHODS].filter((method) => !own.has(method)));
  }

  settle(): void {
    for (let changed = true; changed; ) {
      changed = false;
      for (const binding of this.names.bindings) {
        const before = this.kinds.get(binding) ?? null;
        const after = join(before, this.contributions(binding));
        if (after === before) continue;
        this.kinds.set(binding, after);
        changed = true;
      }
    }
  }

  private contributions(binding: Binding): Flow {
    let flow = this.initial(binding);
    for (const { by, value } of binding.writes) {
      if (by.type === "UpdateExpression") flow = join(flow, "number");
      else flow = join(flow, by.type === "AssignmentExpression" && value ? this.assigned(by, value, binding) : "any");
    }
    return flow;
  }

  private assigned(by: Extract<Node, { type: "AssignmentExpression" }>, value: Node, binding: Binding): Flow {
    const given = this.kindOf(value);
    const held = this.kinds.get(binding) ?? null;
    if (by.operator === "=" || by.operator === "&&=" || by.operator === "||=" || by.operator === "??=") return given;
    return by.operator === "+=" ? this.sum(held, given) : "number";
  }

  private initial(binding: Binding): Flow {
    const { declaration, identifier } = binding;
    if (binding.kind === "parameter" && isFunction(declaration)) return this.parameter(declaration, identifier);
    if (declaration.type !== "VariableDeclarator") return "any";
    const { id, init } = declaration;
    const loop = this.names.parentOf(this.names.parentOf(declaration) ?? declaration);
    if (init === null && loop?.type === "ForOfStatement") {
      return id === identifier && isColumn(this.kindOf(loop.right) ?? "any") ? "number" : "any";
    }
    if (init === null) return "primitive";
    if (id === identifier) return this.kindOf(init);
    return id.type === "ObjectPattern" ? this.entry(id, identifier, this.kindOf(init)) : "any";
  }

  /** What `const { close } = c` gives to `close`. */
  private entry(pattern: Extract<Node, { type: "ObjectPattern" }>, identifier: Node, holder: Flow): Flow {
    for (const property of pattern.properties) {
      if (property.type !== "Property" || property.value !== identifier) continue;
      return this.key(holder, staticKey(property, property.key));
    }
    return "any";
  }

  private parameter(callee: FunctionNode, identifier: Node): Flow {
    const index = callee.params.indexOf(identifier as (typeof callee.params)[number]);
    if (callee === this.signals) return this.signalsParameter(identifier, index);
    if (index < 0) return "any";
    const parent = this.names.parentOf(callee);
    // A callback with a name of its own may also call itself, with anything.
    const isNamed = callee.type === "FunctionExpression" && callee.id;
    if (parent?.type === "CallExpression" && parent.arguments[0] === callee && !isNamed)
      return this.callbackParameter(parent, index);
    const calls = directCallsOf(callee, this.names);
    if (calls === null) return "any";
    let flow: Flow = null;
    for (const call of calls) {
      if (call.arguments.some((argument) => argument.type === "SpreadElement")) return "any";
      const argument = call.arguments[index];
      flow = join(flow, argument ? this.kindOf(argument) : "primitive");
    }
    return flow;
  }

  private signalsParameter(identifier: Node, index: number): Flow {
    if (index >= 0) return index === 0 ? "candles" : "params";
    const [candles] = this.signals.params;
    return candles?.type === "ObjectPattern" ? this.entry(candles, identifier, "candles") : "any";
  }

  /** Value, index and array of `column.map((v, i, all) => …)`; `reduce` has what it gathered before them. */
  private callbackParameter(call: Call, index: number): Flow {
    const callee = withoutTypes(call.callee);
    if (callee.type !== "MemberExpression") return "any";
    const method = staticKey(callee, callee.property) ?? "";
    const receiver = this.kindOf(callee.object);
    if (!this.trusted.has(method) || receiver === null || !isColumn(receiver)) return "any";
    const place = method === "reduce" ? index - 1 : index;
    if (place === 2) return receiver;
    return place === 0 || place === 1 ? "number" : "any";
  }

  kindOf(given: Node): Flow {
    const node = withoutTypes(given);
    switch (node.type) {
      case "Literal":
        return typeof node.value === "number" ? "number" : typeof node.value === "string" ? "any" : "primitive";
      case "Identifier": {
        const binding = this.names.bindingOf(node);
        if (binding) return this.kinds.get(binding) ?? null;
        return node.name === "NaN" || node.name === "Infinity"
          ? "number"
          : node.name === "undefined"
            ? "primitive"
            : "any";
      }
      case "UnaryExpression":
        return node.operator === "!" ? "primitive" : "number";
      case "UpdateExpression":
        return "number";
      case "BinaryExpression":
        if (COMPARISONS.has(node.operator)) return "primitive";
        return node.operator === "+" ? this.sum(this.kindOf(node.left), this.kindOf(node.right)) : "number";
      case "LogicalExpression":
        return join(this.kindOf(node.left), this.kindOf(node.right));
      case "ConditionalExpression":
        return join(this.kindOf(node.consequent), this.kindOf(node.alternate));
      case "SequenceExpression":
        return this.kindOf(node.expressions.at(-1) ?? node);
      case "AssignmentExpression":
        return node.operator === "=" ? this.kindOf(node.right) : node.operator === "+=" ? "any" : this.arithmetic(node);
      case "NewExpression":
        return "ownColumn";
      case "ArrayExpression":
        return "ownArray";
      case "ObjectExpression":
        return "ownObject";
      case "MemberExpression":
        return this.member(node);
      case "CallExpression":
        return node.optional ? "any" : this.call(node);
      default:
        return "any";
    }
  }

  private arithmetic(node: Extract<Node, { type: "AssignmentExpression" }>): Flow {
    return node.operator === "&&=" || node.operator === "||=" || node.operator === "??=" ? "any" : "number";
  }

  private sum(a: Flow, b: Flow): Flow {
    if (a === null || b === null) return null;
    return join(a, b) === "any" || (a !== "number" && a !== "primitive") ? "any" : "number";
  }

  private member(node: Member): Flow {
    if (node.optional) return "any";
    const holder = this.kindOf(node.object);
    const key = staticKey(node, node.property);
    if (key !== null) return this.key(holder, key);
    const index = this.kindOf(node.property);
    if (holder === null || index === null) return null;
    return isColumn(holder) && index === "number" ? "primitive" : "any";
  }

  private key(holder: Flow, key: string | null): Flow {
    if (holder === null || key === null) return holder === null ? null : "any";
    if (key === "length" && holder !== "taObject" && holder !== "params" && holder !== "ownObject") {
      return isColumn(holder) || holder === "ownArray" || holder === "candles" ? "number" : "any";
    }
    if (holder === "candles") return CANDLE_COLUMNS.has(key) ? "sharedColumn" : "any";
    if (holder === "taObject") return key === "length" ? "primitive" : "taColumn";
    return isColumn(holder) && isPlace(key) ? "primitive" : "any";
  }

  private call(node: Call): Flow {
    const callee = withoutTypes(node.callee);
    if (callee.type !== "MemberExpression" || callee.optional) return "any";
    const key = staticKey(callee, callee.property) ?? "";
    if (isNamespace(callee.object, this.names) && callee.object.type === "Identifier") {
      return resultOf(callee.object.name, key);
    }
    const receiver = this.kindOf(callee.object);
    if (receiver === null || !this.trusted.has(key) || (!isColumn(receiver) && receiver !== "ownArray")) {
      return receiver === null ? null : "any";
    }
    if (key === "map" || key === "filter" || key === "slice") return receiver === "ownArray" ? "ownArray" : "ownColumn";
    if (key === "fill") return receiver;
    if (key === "indexOf" || key === "push") return "number";
    return key === "reduce" ? "any" : "primitive";
  }
}

function resultOf(namespace: string, name: string): Kind {
  if (namespace === "Math") return "number";
  if (namespace === "Number") return "primitive";
  if (!isTaName(name)) return "any";
  const { kind } = TA_SIGNATURES[name].result;
  return kind === "column" || kind === "mask" ? "taColumn" : "taObject";
}
