import { checkNames, ownKeys } from "./allowed-names.ts";
import { checkSyntax } from "./allowed-syntax.ts";
import type { Finding, StrategyDefinition } from "./definition.ts";
import { inferKinds, type Kinds } from "./kinds.ts";
import { checkShape, checkSignals } from "./module-shape.ts";
import { type Names, resolveNames } from "./names.ts";
import { checkWrites } from "./own-writes.ts";
import { parseModule } from "./parse.ts";
import { reporter } from "./position.ts";
import { readDefinition } from "./read-definition.ts";
import { checkReturned } from "./returned-masks.ts";
import type { FunctionNode, ProgramNode } from "./tree.ts";

/** A module whose text keeps to STRATEGY.md 1, 2 and 4, as far as the text shows it, and all that was read from it. */
export type AdmittedModule = {
  text: string;
  program: ProgramNode;
  names: Names;
  /** Keys that the module gives to objects of its own. */
  own: ReadonlySet<string>;
  kinds: Kinds;
  definition: StrategyDefinition;
  signals: FunctionNode;
};

export type Admission =
  | { kind: "admitted"; module: AdmittedModule }
  | { kind: "refused"; name: string | null; findings: Finding[] };

/** Enough to mend a text by; a text that is no strategy at all would give thousands. */
const MAX_FINDINGS = 50;

/** Reads a module from its text, without running anything of it, or says why it is refused. Never throws. */
export function admitModule(raw: string): Admission {
  const parsed = parseModule(raw);
  if (parsed.kind === "refused") return { ...parsed, name: null };
  const { text, program } = parsed;
  const { findings, report } = reporter(text, "syntax", "error");
  checkSyntax(program, text, report);
  const names = resolveNames(program);
  checkNames(program, names, report);
  const node = checkShape(program, report);
  const signals = node && checkSignals(node, report);
  const { name, definition } = node ? readDefinition(node, names, report) : { name: null, definition: null };
  if (definition && signals) {
    const own = ownKeys(program);
    const kinds = inferKinds(names, signals, own);
    checkWrites(program, names, kinds, report);
    checkReturned(signals, definition, names, report);
    if (findings.length === 0) {
      return { kind: "admitted", module: { text, program, names, own, kinds, definition, signals } };
    }
  }
  findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return { kind: "refused", name, findings: findings.slice(0, MAX_FINDINGS) };
}
