import { join } from "node:path";
import { parseDocument } from "yaml";
import { SHIPPED_CONFIG } from "../../core/config/load.ts";

/**
 * Writes `config.yaml` into `folder`, logs below it: the shipped configuration, idle stages looking for work every
 * second, no exchange that would be asked, and `changes` by dotted path.
 */
export async function writeConfig(folder: string, changes: Record<string, unknown> = {}): Promise<string> {
  const document = parseDocument(await Bun.file(SHIPPED_CONFIG).text());
  const own = { "logs.folder": join(folder, "logs"), "processes.pollSec": 1, "market.sources": ["synthetic"] };
  for (const [key, value] of Object.entries({ ...own, ...changes })) document.setIn(key.split("."), value);
  const path = join(folder, "config.yaml");
  await Bun.write(path, document.toString());
  return path;
}
