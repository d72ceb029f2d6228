import { type AdmittedModule, admitModule } from "../../../core/strategy/admit.ts";
import { createToolbox } from "../../../core/strategy/ta/toolbox.ts";
import { createTrialRuns, type TrialRuns } from "../../../stages/validate/trial-runs.ts";
import { moduleOf } from "../../core/strategy/module-text.ts";

/** The module around the lines of `signals`, which must be one that is admitted. */
export function admitted(lines: string, helpers = "", keys = ""): AdmittedModule {
  const admission = admitModule(moduleOf(lines, helpers, keys));
  if (admission.kind === "refused") throw new Error(JSON.stringify(admission.findings));
  return admission.module;
}

export function runsOf(lines: string, helpers = "", keys = ""): TrialRuns {
  const plain = createToolbox();
  return createTrialRuns(admitted(lines, helpers, keys), { remembering: plain, plain });
}
