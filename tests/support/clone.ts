import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../core/paths.ts";

const PARTS = ["cli", "core", "stages", "config", "drizzle", "ecosystem.config.js", "package.json"];

/** A clone in `folder`, with the code as it stands and the packages of this one, and nothing that is generated. */
export function cloneTo(folder: string): string {
  for (const part of PARTS) cpSync(join(PROJECT_ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(PROJECT_ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}
