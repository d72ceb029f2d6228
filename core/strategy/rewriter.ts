import type { AdmittedModule } from "./admit.ts";
import { isNamespace } from "./allowed-names.ts";
import type { Guards } from "./guards.ts";
import type { Kind } from "./kinds.ts";
import { BUILT_IN_KEYS } from "./known-names.ts";
import type { Observation } from "./observe.ts";
import { childrenOf, type Member, type Node } from "./tree.ts";

/** Writes one type of node anew; what has no handler is copied, its children written anew. */
export type Handlers = {
  [Type in Node["type"]]?: (rewriter: Rewriter, node: Extract<Node, { type: Type }>) => string;
};

const ERASED = /^TS(?!AsExpression|NonNullExpression|SatisfiesExpression|TypeAssertion)/;
/** Statements that end with a `;`, written or not. */
const ENDED = new Set(
  "ExpressionStatement VariableDeclaration ReturnStatement BreakStatement ContinueStatement DoWhileStatement".split(
    " ",
  ),
);

/**
 * Writes a module anew from its tree. Lines stay where they were, so that an error names the line of the author; a
 * text that is handed on in pieces keeps the line breaks between them (`gap`).
 */
export class Rewriter {
  private readonly replaced = new Map<Node, string>();
  private namesMade = 0;

  /** `prefix` begins no name of the module. `writesTa`: results of `ta` are copies, which may be written to. */
  constructor(
    readonly module: AdmittedModule,
    readonly prefix: string,
    private readonly writesTa: boolean,
    private readonly handlers: Handlers,
    private readonly observation: Observation | null,
  ) {}

  guard(name: keyof Guards): string {
    return `${this.prefix}${name}`;
  }

  /** A name for what nothing reads. */
  newName(): string {
    this.namesMade += 1;
    return `${this.prefix}n${this.namesMade}`;
  }

  /** An expression that counts one turn or call. */
  get turn(): string {
    return `--${this.prefix}meter.work<0&&${this.guard("outOfWork")}()`;
  }

  /** An expression that counts values allocated. */
  taking(count: number): string {
    return `(${this.prefix}meter.values-=${count})<0&&${this.guard("outOfValues")}()`;
  }

  emit(node: Node): string {
    const replaced = this.replaced.get(node);
    if (replaced !== undefined) return replaced;
    if (ERASED.test(node.type)) return this.gap(node.start, node.end);
    const handler = this.handlers[node.type] as ((rewriter: Rewriter, node: Node) => string) | undefined;
    const written = handler ? handler(this, node) : this.copy(node);
    const isEnded = !ENDED.has(node.type) || this.isLoopHead(node) || this.module.text.charAt(node.end - 1) === ";";
    const whole = isEnded ? written : `${written};`;
    return this.observation ? this.observation.around(node, whole, `${this.prefix}see`) : whole;
  }

  /** The node as it stands, its children written anew, those in `replacements` as given there. */
  copy(node: Node, ...replacements: [Node, string][]): string {
    return this.replacing(replacements, () => {
      const { text } = this.module;
      let written = "";
      let at = node.start;
      for (const child of childrenOf(node)) {
        written += text.slice(at, child.start) + this.emit(child);
        at = child.end;
      }
      return written + text.slice(at, node.end);
    });
  }

  /** What `write` writes with the nodes in `replacements` as given there. */
  replacing(replacements: readonly [Node, string][], write: () => string): string {
    for (const [node, written] of replacements) this.replaced.set(node, written);
    const written = write();
    for (const [node] of replacements) this.replaced.delete(node);
    return written;
  }

  /** The line breaks of a stretch of the text. */
  gap(start: number, end: number): string {
    return "\n".repeat(this.module.text.slice(start, end).split("\n").length - 1);
  }

  /** A declaration in the head of a loop, which ends with no `;` of its own. */
  isLoopHead(node: Node): boolean {
    const parent = this.module.names.parentOf(node);
    if (parent?.type === "ForStatement") return parent.init === node;
    return parent?.type === "ForOfStatement" && parent.left === node;
  }

  kindOf(node: Node): Kind {
    return this.module.kinds(node);
  }

  /** Neither is a string or an object, so that adding them gives a number. */
  isNumericSum(left: Node, right: Node): boolean {
    return [left, right].every((node) => this.kindOf(node) === "number" || this.kindOf(node) === "primitive");
  }

  /** An index that is a number, by the text or by a check. */
  indexed(key: Node): string {
    const written = this.emit(key);
    return this.kindOf(key) === "number" ? written : `${this.guard("index")}(${written})`;
  }

  /** Whether elements of it may be written without asking: columns of the strategy's own. */
  isWritableColumn(holder: Node): boolean {
    const kind = this.kindOf(holder);
    return kind === "ownColumn" || (this.writesTa && kind === "taColumn");
  }

  /** The holder of something that is written, checked to be the strategy's own. */
  owned(holder: Node): string {
    const kind = this.kindOf(holder);
    const isOwn = kind === "ownColumn" || kind === "ownArray" || kind === "ownObject";
    return isOwn ? `(${this.emit(holder)})` : `${this.guard("own")}(${this.emit(holder)})`;
  }

  /** Whether the key is one that the language gives to arrays, read from what may be no own object. */
  isForeignKey(node: Member, key: string): boolean {
    return BUILT_IN_KEYS.has(key) && key !== "length" && !isNamespace(node.object, this.module.names);
  }

  plain(holder: string, key: string): string {
    return `${this.guard("plain")}(${holder},${JSON.stringify(key)})`;
  }
}
