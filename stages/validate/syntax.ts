import { type AdmittedModule, admitModule } from "../../core/strategy/admit.ts";
import type { Finding } from "../../core/strategy/definition.ts";

export type SyntaxResult =
  | { kind: "passed"; module: AdmittedModule }
  | { kind: "failed"; name: string | null; findings: Finding[] };

/** The shape of the module, and the list of what it may use (STRATEGY.md 1, 2 and 4). */
export function checkSyntax(text: string): SyntaxResult {
  const admission = admitModule(text);
  return admission.kind === "admitted" ? { ...admission, kind: "passed" } : { ...admission, kind: "failed" };
}
