import type { AdmittedModule } from "./admit.ts";
import { isNamespace } from "./allowed-names.ts";
import type { Guards } from "./guards.ts";
import type { Observation } from "./observe.ts";
import { FUNCTION_HANDLERS, rewriteSignals } from "./rewrite-functions.ts";
import { READ_HANDLERS } from "./rewrite-reads.ts";
import { WRITE_HANDLERS } from "./rewrite-writes.ts";
import { Rewriter } from "./rewriter.ts";
import { childrenOf, type Node, staticKey, withoutTypes } from "./tree.ts";

const HANDLERS = { ...FUNCTION_HANDLERS, ...READ_HANDLERS, ...WRITE_HANDLERS };

// biome-ignore format: a list
const GUARD_NAMES: (keyof Guards)[] = ["outOfWork", "outOfValues", "walk", "each", "own", "index", "add", "text", "first", "copied", "made", "plain", "notNative", "grow", "put", "setLength", "push", "fill", "indexOf", "includes", "float64", "uint8"];

export type MeteredModule = {
  /** Body of a function of `guards`, `meter`, `observer`, `ta`, `Math` and `Number` that gives the function under `signals`. */
  code: string;
  /** Lines of `code` before the first line of the text. */
  linesBefore: number;
  /** The strategy may write to what `ta` gave it, so that it must be given copies. */
  writesTa: boolean;
};

/** The names that a metered module's surroundings are handed in under. */
export const GUARDS_NAME = "$guards";
export const METER_NAME = "$meter";
export const OBSERVER_NAME = "$observer";

/**
 * Rewrites a module such that no run of it is endless, allocates without bound or touches what is not its own. With an
 * `observation` it also tells an observer what it does.
 */
export function meterModule(module: AdmittedModule, observation: Observation | null = null): MeteredModule {
  const prefix = prefixFor(module);
  const writesTa = mayWriteTa(module);
  const rewriter = new Rewriter(module, prefix, writesTa, HANDLERS, observation);
  const bound = GUARD_NAMES.map((name) => `${name}:${prefix}${name}`).join(",");
  const handed = `{${bound}}=${GUARDS_NAME},${prefix}meter=${METER_NAME},${prefix}see=${OBSERVER_NAME}`;
  let code = `"use strict";const ${handed};return (()=>{\n`;
  let at = 0;
  for (const statement of module.program.body) {
    code += rewriter.gap(at, statement.start) + rewriteStatement(rewriter, statement);
    at = statement.end;
  }
  return { code: `${code}\nreturn ${prefix}signals;})()`, linesBefore: 1, writesTa };
}

function rewriteStatement(rewriter: Rewriter, statement: Node): string {
  if (statement.type === "ImportDeclaration") return rewriter.gap(statement.start, statement.end);
  if (statement.type !== "ExportDefaultDeclaration") return rewriter.emit(statement);
  const { signals } = rewriter.module;
  const before = rewriter.gap(statement.start, signals.start);
  const after = rewriter.gap(signals.end, statement.end);
  return `const ${rewriter.prefix}signals=${before}${rewriteSignals(rewriter)};${after}`;
}

/** Begins none of the names in the module, whichever way they are spelt there. */
function prefixFor({ names }: AdmittedModule): string {
  const used = names.bindings.map(({ name }) => name);
  let prefix = "$$";
  while (used.some((name) => name.startsWith(prefix))) prefix += "$";
  return prefix;
}

function mayWriteTa({ program, names, kinds }: AdmittedModule): boolean {
  const mayHold = (holder: Node): boolean => ["any", "taColumn", "taObject"].includes(kinds(holder));
  if (names.writes.some(({ target }) => target.type === "MemberExpression" && mayHold(target.object))) return true;
  const fills = (node: Node): boolean => {
    const callee = node.type === "CallExpression" ? withoutTypes(node.callee) : node;
    if (node.type === "CallExpression" && callee.type === "MemberExpression" && !isNamespace(callee.object, names)) {
      if (staticKey(callee, callee.property) === "fill" && mayHold(callee.object)) return true;
    }
    return childrenOf(node).some(fills);
  };
  return fills(program);
}
