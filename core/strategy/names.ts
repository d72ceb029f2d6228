import {
  type Call,
  childrenOf,
  type FunctionNode,
  type Identifier,
  isFunction,
  type Member,
  type Node,
  type ProgramNode,
  withoutTypes,
} from "./tree.ts";

type BindingKind = "import" | "const" | "let" | "parameter" | "function" | "other";

/** A name that the module declares. `declaration` is its declarator, function or import specifier. */
export type Binding = {
  name: string;
  kind: BindingKind;
  identifier: Identifier;
  declaration: Node;
  /** The function it lives in; null at module level. */
  owner: FunctionNode | null;
  references: Identifier[];
  /** Everything that assigns to it after its declaration. */
  writes: Write[];
};

/** One assignment: `value` is what a plain or compound assignment gives, null where a pattern, loop or `++` does. */
export type Write = { target: Identifier | Member; by: Node; value: Node | null; owner: FunctionNode | null };

/** Which name means what in a module, and how its tree hangs together. */
export type Names = {
  bindings: Binding[];
  /** References that no declaration of the module explains. */
  free: Identifier[];
  writes: Write[];
  bindingOf(identifier: Node): Binding | undefined;
  parentOf(node: Node): Node | undefined;
  ownerOf(node: Node): FunctionNode | null;
};

type Scope = { parent: Scope | null; names: Map<string, Binding> };

/** Resolves every identifier of the program; types are not looked into. */
export function resolveNames(program: ProgramNode): Names {
  const resolver = new Resolver();
  resolver.visitScope(program, null, null, program.body);
  resolver.resolve();
  const { bindings, free, writes, resolved, parents, owners } = resolver;
  return {
    bindings,
    free,
    writes,
    bindingOf: (identifier) => resolved.get(identifier),
    parentOf: (node) => parents.get(node),
    ownerOf: (node) => owners.get(node) ?? null,
  };
}

class Resolver {
  readonly bindings: Binding[] = [];
  readonly free: Identifier[] = [];
  readonly writes: Write[] = [];
  readonly resolved = new Map<Node, Binding>();
  readonly parents = new Map<Node, Node>();
  readonly owners = new Map<Node, FunctionNode | null>();
  private readonly pending: { identifier: Identifier; scope: Scope }[] = [];

  /** Names are looked up when all are declared, since functions may use what stands below them. */
  resolve(): void {
    for (const { identifier, scope } of this.pending) {
      const binding = lookUp(scope, identifier.name);
      if (binding === undefined) {
        this.free.push(identifier);
      } else {
        binding.references.push(identifier);
        this.resolved.set(identifier, binding);
      }
    }
    for (const write of this.writes) {
      if (write.target.type === "Identifier") this.resolved.get(write.target)?.writes.push(write);
    }
  }

  visitScope(node: Node, outer: Scope | null, owner: FunctionNode | null, statements: readonly Node[]): void {
    const scope: Scope = { parent: outer, names: new Map() };
    this.owners.set(node, owner);
    for (const statement of statements) this.declareStatement(statement, scope, owner);
    for (const statement of statements) this.visit(statement, node, scope, owner);
  }

  private declareStatement(statement: Node, scope: Scope, owner: FunctionNode | null): void {
    if (statement.type === "VariableDeclaration") {
      const kind = statement.kind === "const" || statement.kind === "let" ? statement.kind : "other";
      for (const declarator of statement.declarations)
        this.declarePattern(declarator.id, kind, declarator, scope, owner);
    } else if (statement.type === "FunctionDeclaration") {
      if (statement.id) this.declare(statement.id, "function", statement, scope, owner);
    } else if (statement.type === "ClassDeclaration" || statement.type === "TSEnumDeclaration") {
      if (statement.id) this.declare(statement.id, "other", statement, scope, owner);
    } else if (statement.type === "ImportDeclaration") {
      for (const specifier of statement.specifiers) this.declare(specifier.local, "import", specifier, scope, owner);
    } else if (statement.type === "ExportNamedDeclaration" && statement.declaration) {
      this.declareStatement(statement.declaration, scope, owner);
    }
  }

  private declare(
    identifier: Identifier,
    kind: BindingKind,
    declaration: Node,
    scope: Scope,
    owner: FunctionNode | null,
  ) {
    const binding = { name: identifier.name, kind, identifier, declaration, owner, references: [], writes: [] };
    scope.names.set(identifier.name, binding);
    this.bindings.push(binding);
    this.resolved.set(identifier, binding);
  }

  private declarePattern(pattern: Node, kind: BindingKind, by: Node, scope: Scope, owner: FunctionNode | null): void {
    switch (pattern.type) {
      case "Identifier":
        this.declare(pattern, kind, by, scope, owner);
        break;
      case "AssignmentPattern":
        this.declarePattern(pattern.left, kind, by, scope, owner);
        break;
      case "RestElement":
        this.declarePattern(pattern.argument, kind, by, scope, owner);
        break;
      case "ArrayPattern":
        for (const element of pattern.elements) if (element) this.declarePattern(element, kind, by, scope, owner);
        break;
      case "ObjectPattern":
        for (const property of pattern.properties) {
          this.declarePattern(property.type === "Property" ? property.value : property, kind, by, scope, owner);
        }
    }
  }

  private visit(node: Node, parent: Node, scope: Scope, owner: FunctionNode | null): void {
    this.parents.set(node, parent);
    this.owners.set(node, owner);
    if (node.type.startsWith("TS") && withoutTypes(node) === node) return;
    if (isFunction(node)) {
      this.visitFunction(node, scope);
      return;
    }
    this.noteWrites(node, owner);
    switch (node.type) {
      case "Identifier":
        if (!this.resolved.has(node)) this.pending.push({ identifier: node, scope });
        return;
      case "BlockStatement":
        this.visitScope(node, scope, owner, node.body);
        break;
      case "SwitchStatement": {
        this.visit(node.discriminant, node, scope, owner);
        this.visitScopeOf(
          node.cases.flatMap((one) => one.consequent),
          node.cases,
          node,
          scope,
          owner,
        );
        break;
      }
      case "ForStatement":
      case "ForOfStatement":
      case "ForInStatement": {
        const head = node.type === "ForStatement" ? node.init : node.left;
        this.visitScopeOf(head ? [head] : [], childrenOf(node), node, scope, owner);
        break;
      }
      case "CatchClause": {
        const inner: Scope = { parent: scope, names: new Map() };
        if (node.param) this.declarePattern(node.param, "other", node, inner, owner);
        this.visit(node.body, node, inner, owner);
        break;
      }
      default:
        for (const child of referringChildren(node)) this.visit(child, node, scope, owner);
    }
  }

  private visitScopeOf(
    declaring: Node[],
    children: Node[],
    node: Node,
    outer: Scope,
    owner: FunctionNode | null,
  ): void {
    const scope: Scope = { parent: outer, names: new Map() };
    for (const statement of declaring) this.declareStatement(statement, scope, owner);
    for (const child of children) this.visit(child, node, scope, owner);
  }

  private visitFunction(node: FunctionNode, outer: Scope): void {
    const scope: Scope = { parent: outer, names: new Map() };
    if (node.type === "FunctionExpression" && node.id) this.declare(node.id, "function", node, scope, node);
    for (const parameter of node.params) this.declarePattern(parameter, "parameter", node, scope, node);
    for (const parameter of node.params) this.visit(parameter, node, scope, node);
    if (node.body) this.visit(node.body, node, scope, node);
  }

  private noteWrites(node: Node, owner: FunctionNode | null): void {
    const note = (pattern: Node, value: Node | null) => {
      for (const target of targetsOf(pattern)) this.writes.push({ target, by: node, value, owner });
    };
    if (node.type === "AssignmentExpression") {
      const plain = withoutTypes(node.left);
      note(plain, plain.type === "Identifier" || plain.type === "MemberExpression" ? node.right : null);
    } else if (node.type === "UpdateExpression") {
      note(node.argument, null);
    } else if (node.type === "ForOfStatement" && node.left.type !== "VariableDeclaration") {
      note(node.left, null);
    }
  }
}

function lookUp(scope: Scope, name: string): Binding | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const found = at.names.get(name);
    if (found) return found;
  }
  return undefined;
}

/** Children that are read as values: no keys, labels, or names of imports. */
function referringChildren(node: Node): Node[] {
  switch (node.type) {
    case "MemberExpression":
      return node.computed ? [node.object, node.property] : [node.object];
    case "Property":
      return node.computed ? [node.key, node.value] : [node.value];
    case "LabeledStatement":
      return [node.body];
    case "BreakStatement":
    case "ContinueStatement":
    case "ImportDeclaration":
    case "MetaProperty":
    case "ExportAllDeclaration":
      return [];
    default:
      return childrenOf(node);
  }
}

/** The variables and elements that a target of an assignment writes to. */
export function targetsOf(pattern: Node): (Identifier | Member)[] {
  const plain = withoutTypes(pattern);
  switch (plain.type) {
    case "Identifier":
    case "MemberExpression":
      return [plain];
    case "AssignmentPattern":
      return targetsOf(plain.left);
    case "RestElement":
      return targetsOf(plain.argument);
    case "ArrayPattern":
      return plain.elements.flatMap((element) => (element ? targetsOf(element) : []));
    case "ObjectPattern":
      return plain.properties.flatMap((one) => targetsOf(one.type === "Property" ? one.value : one));
    default:
      return [];
  }
}

/** The calls of a function, or null where it may be called by what is not seen. */
export function directCallsOf(callee: FunctionNode, names: Names): Call[] | null {
  // A function expression with a name may call itself by it.
  if (callee.type === "FunctionExpression" && callee.id) return null;
  const parent = names.parentOf(callee);
  const isNamed = parent?.type === "VariableDeclarator" && parent.init === callee;
  const identifier = callee.type === "FunctionDeclaration" ? callee.id : isNamed ? parent.id : null;
  const binding = identifier && names.bindingOf(identifier);
  if (!binding || binding.writes.length > 0 || (isNamed && binding.kind !== "const")) return null;
  const calls: Call[] = [];
  for (const reference of binding.references) {
    const call = names.parentOf(reference);
    if (call?.type !== "CallExpression" || call.callee !== reference) return null;
    calls.push(call);
  }
  return calls;
}
